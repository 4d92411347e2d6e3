"""Read the amounts that people type, exactly, and refuse what could mean two things.

Every reader takes text and gives an exact value, or raises `AmountError` with the words that follow
the field's name: "must be an amount of money, like 1,250,000".
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal

from calculators.values import formats
from calculators.values.errors import AmountError

# Twice this stays inside the 28 digits to which Decimal works exactly.
MAX_DIGITS = 12
MULTIPLIERS = {"": 0, "k": 3, "thousand": 3, "m": 6, "mn": 6, "million": 6, "bn": 9, "billion": 9}
MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)

FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2099, 12, 31)
"""Wide enough for every date that belongs to a paper, and narrow enough to catch a slip of the keyboard."""

_GROUPED = re.compile(r"\d{1,3}(?:[, ]\d{3})+|\d+")
_NUMBER = re.compile(r"([+-]?)(\d[\d, ]*)?(?:\.(\d+))?")
_MONEY = re.compile(r"([+-]?)£?([+-]?)(.*?)(k|thousand|mn|m|million|bn|billion)?")
_DMY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WORDS = re.compile(r"(\d{1,2})(?:st|nd|rd|th)? ([a-z]+),? (\d{4})")
_YEAR = re.compile(r"(?:20)?(\d{2})[-/](?:20)?(\d{2})")


def tidy(text: str) -> str:
    """Odd digits, spaces and signs as plain ones, and a dictated final full stop dropped."""
    plain = unicodedata.normalize("NFKC", text)
    plain = re.sub(r"[\u2010-\u2015\u2212]", "-", plain)
    plain = re.sub(r"\s+", " ", plain).strip()
    return plain.removesuffix(".").rstrip()


def _exact(text: str, must: str) -> Decimal:
    """The number written in `text`; thousands separated as threes or not at all."""
    match = _NUMBER.fullmatch(text)
    if not match or (match[2] is None and match[3] is None):
        if re.fullmatch(r"[+-]?[\d ]*,\d+", text):
            raise AmountError(f"{must}. Write decimals with a full stop and thousands in threes")
        raise AmountError(must)
    sign, whole, decimals = match[1], (match[2] or "0").strip(), match[3] or ""
    if not _GROUPED.fullmatch(whole):
        raise AmountError(f"{must}. Write decimals with a full stop and thousands in threes")
    digits = re.sub(r"[, ]", "", whole)
    if len(digits.lstrip("0")) > MAX_DIGITS or len(decimals) > MAX_DIGITS:
        raise AmountError(f"must have {MAX_DIGITS} digits or fewer")
    return Decimal(f"{sign}{digits}.{decimals or '0'}")


def read_money(text: str) -> Decimal:
    """Pounds: `1250000`, `1,250,000`, `£1,250,000.50`, `1.25m`, `250k`; at most two decimals in the end."""
    must = "must be an amount of money, like 1,250,000 or 1.25m"
    match = _MONEY.fullmatch(tidy(text).lower().replace("gbp", "£").replace("£ ", "£"))
    if not match or (match[1] and match[2]):
        raise AmountError(must)
    amount = _exact((match[1] or match[2]) + match[3].strip(), must).scaleb(MULTIPLIERS[match[4] or ""])
    if amount != amount.quantize(Decimal("0.01")):
        raise AmountError("must have no more than 2 decimal places, for the pence")
    return amount


def read_percent(text: str) -> Decimal:
    """Percent, as the number before the sign: `12.5` or `12.5%`."""
    plain = re.sub(r" ?(%|per cent|percent)$", "", tidy(text).lower())
    value = _exact(plain, "must be a percentage, like 12.5")
    if value != value.quantize(Decimal("0.0001")):
        raise AmountError("must have no more than 4 decimal places")
    return value


def read_number(text: str) -> Decimal:
    """A plain number, such as a score."""
    return _exact(tidy(text), "must be a number, like 925")


def read_count(text: str) -> Decimal:
    """A whole number, not negative: `17` or `1,700`."""
    must = "must be a whole number, like 17"
    value = _exact(tidy(text), must)
    if value != value.to_integral_value():
        raise AmountError(must)
    if value < 0:
        raise AmountError("must be 0 or more")
    return value.to_integral_value()


def read_yes_no(text: str) -> bool:
    """`yes`, `no`, `y`, `n`, `true` or `false`, in any case."""
    answers = {"yes": True, "y": True, "true": True, "no": False, "n": False, "false": False}
    plain = tidy(text).lower()
    if plain not in answers:
        raise AmountError("must be yes or no")
    return answers[plain]


def read_date(text: str) -> date:
    """A day of 1990 to 2099: `2009-10-01`, `1 October 2009`, `1 Oct 2009` or `01/10/2009`, day first."""
    must = "must be a real date, like 1 October 2009"
    plain = tidy(text).lower()
    if match := _ISO.fullmatch(plain):
        year, month, day = match.groups()
    elif match := _DMY.fullmatch(plain):
        day, month, year = match.groups()
    elif match := _WORDS.fullmatch(plain):
        day, name, year = match.groups()
        months = [n for n, full in enumerate(MONTHS, 1) if len(name) >= 3 and full.startswith(name)]
        if not months:
            raise AmountError(must)
        month = str(months[0])
    else:
        raise AmountError(must)
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        raise AmountError(must) from None
    if not FIRST_DAY <= found <= LAST_DAY:
        raise AmountError(f"must be between {formats.day(FIRST_DAY)} and {formats.day(LAST_DAY)}")
    return found


def read_financial_year(text: str) -> str:
    """A financial year of this century: `2009-10`, `2009/10` or `2009-2010`; given back as `2009-10`."""
    must = "must be a financial year, like 2009-10"
    match = _YEAR.fullmatch(tidy(text).replace(" ", ""))
    if not match or int(match[2]) != (int(match[1]) + 1) % 100:
        raise AmountError(must)
    return f"20{match[1]}-{match[2]}"
