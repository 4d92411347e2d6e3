"""Read the days and financial years that people type, and what a spreadsheet has made of them."""

from __future__ import annotations

import re
from datetime import date

from calculators.values import formats
from calculators.values.amounts import tidy
from calculators.values.errors import AmountError

MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)

FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2099, 12, 31)
"""Wide enough for every date that belongs to a paper, and narrow enough to catch a slip of the keyboard."""

CENTURY, NO_YEAR = 2000, -1

_MIDNIGHT = re.compile(r"[ t]0?0:00(:00(\.0+)?)?$")
_YMD = re.compile(r"(?P<year>\d{4})[-/](?P<month>\d{1,2})[-/](?P<day>\d{1,2})")
_DMY = re.compile(r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4}|\d\d)")
_WORDS = re.compile(r"(?P<day>\d{1,2})(?:st|nd|rd|th)?[ -]?(?P<name>[a-z]{3,}),?[ -]?'?(?P<year>\d{4}|\d\d)")
_MONTH = re.compile(r"(?P<name>[a-z]{3,})[ -]?'?(?:20)?(?P<year>\d\d)")
_YEARS = re.compile(r"(?:20)?(\d\d)[-/](?:20)?(\d\d)")


def read_date(text: str) -> date:
    """A day of 1990 to 2099: `2009-10-01`, `1 October 2009`, `1-Oct-2009`, `01OCT2009` or `01/10/2009`, day first.

    A spreadsheet’s midnight behind it is passed over. A year in two figures is refused.
    """
    must = "must be a real date, like 1 October 2009"
    plain = _MIDNIGHT.sub("", tidy(text).lower())
    match = _YMD.fullmatch(plain) or _DMY.fullmatch(plain) or _WORDS.fullmatch(plain)
    if not match:
        raise AmountError(must)
    parts = match.groupdict()
    month = _month(parts["name"]) if "name" in parts else int(parts["month"])
    if len(parts["year"]) < 4 and month in range(1, len(MONTHS) + 1):
        raise AmountError("must have its year in four figures, like 1 October 2009")
    try:
        found = date(int(parts["year"]), month, int(parts["day"]))
    except ValueError:
        raise AmountError(must) from None
    if not FIRST_DAY <= found <= LAST_DAY:
        raise AmountError(f"must be between {formats.day(FIRST_DAY)} and {formats.day(LAST_DAY)}")
    return found


def read_financial_year(text: str) -> str:
    """A financial year of this century: `2009-10`, `2009/10` or `2009-2010`; given back as `2009-10`.

    So are the months that a spreadsheet makes of it: `Oct-09`, or the first of October 2009.
    """
    plain = _MIDNIGHT.sub("", tidy(text).lower())
    first, last = _years(plain)
    if last != (first + 1) % 100:
        raise AmountError("must be two years in a row, like 2009-10")
    return f"{CENTURY + first}-{last:02}"


def _years(plain: str) -> tuple[int, int]:
    """The two years in their last two figures; a month stands for the second, as a spreadsheet took it."""
    if match := _YEARS.fullmatch(plain.replace(" ", "")):
        return int(match[1]), int(match[2])
    if match := _MONTH.fullmatch(plain):
        return int(match["year"]), _month(match["name"]) or NO_YEAR
    try:
        day = read_date(plain)
    except AmountError:
        return 0, NO_YEAR
    return day.year - CENTURY, day.month if day.day == 1 and day.year >= CENTURY else NO_YEAR


def _month(name: str) -> int:
    """The month that a name of three letters or more begins; 0 where none does."""
    return next((n for n, full in enumerate(MONTHS, 1) if full.startswith(name)), 0)
