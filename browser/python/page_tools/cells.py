"""What a cell of a workbook holds, as a person would type it.

A format is passed over where it is decoration: a currency, thousands, colours, words around a number. It is followed
where it says what the number is: a percentage, a day, or a code that is shown with its leading zeros.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property, lru_cache

PART = re.compile(
    r'"(?P<words>[^"]*)"|\\(?P<mark>.)|[_*].|\[(?P<told>[^\]]*)\]|(?P<section>;)|(?P<sign>.)', re.DOTALL
)
PLACES = "0#?"
CURRENCY = "£$€¥"
PENCE, PERCENT_PLACES = 2, 4
"""Decimals that an amount keeps however few are shown; further ones are how a spreadsheet reckons, not what it says."""

DIGITS = 15
"""What a spreadsheet keeps of a number."""

ESCAPED_SPACE = re.compile(r"_x00(?:0D|0A|09)_", re.IGNORECASE)
Value = str | bool | int | float | date | time | object


@dataclass(frozen=True)
class Look:
    """One section of a number format: literal text and places in order, and what they make of the number."""

    parts: tuple[tuple[str, bool], ...]

    @cached_property
    def signs(self) -> str:
        """What is no literal text."""
        return "".join(text for text, literal in self.parts if not literal)

    @cached_property
    def is_percentage(self) -> bool:
        """Whether the number is shown a hundredfold; a percent sign in quotation marks only stands beside it."""
        return "%" in self.signs

    @cached_property
    def is_code(self) -> bool:
        """Whether leading zeros are shown, as in a code that has always as many digits: `00000`, `"C"00000`."""
        placed = [sign for sign in self.signs if sign in PLACES + ".,%Ee/@"]
        return len(placed) > 1 and set(placed) == {"0"}

    @cached_property
    def is_amount(self) -> bool:
        """Whether it is written as money or with thousands: then pence are its last decimals."""
        return (
            any(sign in "".join(text for text, _ in self.parts) for sign in CURRENCY) or "#,#" in self.signs
        )

    @cached_property
    def decimals(self) -> int:
        """How many decimals are shown."""
        return sum(sign in PLACES for sign in self.signs.partition(".")[2])

    def filled(self, digits: str) -> str:
        """The digits in their places from the right, with the literal text between them."""
        count = sum(sign == "0" for sign in self.signs)
        left = list(digits.rjust(count, "0"))
        out: list[str] = []
        for text, literal in self.parts:
            if literal or text != "0":
                out.append(text)
                continue
            count -= 1
            taken = len(left) - count
            out.append("".join(left[:taken]))
            del left[:taken]
        return "".join(out).strip()


@lru_cache(maxsize=1000)
def looks(number_format: str) -> tuple[Look, ...]:
    """The sections of a number format: for numbers above zero, below it, and zero."""
    sections: list[list[tuple[str, bool]]] = [[]]
    for part in PART.finditer(number_format):
        words, mark, told, section, sign = part.group("words", "mark", "told", "section", "sign")
        if section:
            sections.append([])
        elif sign:
            sections[-1].append((sign, sign in CURRENCY))
        elif told and told.startswith("$"):
            sections[-1].append((told[1:].partition("-")[0], True))
        elif words or mark:
            sections[-1].append((words or mark, True))
    return tuple(Look(tuple(parts)) for parts in sections)


def shown(value: Value, number_format: str) -> str:
    """The cell as text: numbers exact to a spreadsheet’s fifteen digits, days as ISO, yes and no."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return _number(value, number_format)
    if isinstance(value, datetime):
        has_time = "h" in looks(number_format)[0].signs.lower() and value.time() != time()
        return value.isoformat(" ", "seconds") if has_time else value.date().isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    return ESCAPED_SPACE.sub(" ", str(value)).strip()


def _number(value: int | float, number_format: str) -> str:
    exact = Decimal(value) if isinstance(value, int) else Decimal(f"{value:.15g}")
    if not exact.is_finite():
        return str(value)
    sections = looks(number_format)
    sign = 1 if exact < 0 else 2 if exact == 0 else 0
    look = sections[sign] if sign < min(len(sections), 3) else sections[0]
    if look.is_percentage:
        return f"{_plain(_rounded(exact.scaleb(2), max(PERCENT_PLACES, look.decimals)))}%"
    if look.is_code and exact >= 0 and exact == exact.to_integral_value():
        return look.filled(_plain(exact))
    return _plain(_rounded(exact, max(PENCE, look.decimals)) if look.is_amount else exact)


def _rounded(exact: Decimal, decimals: int) -> Decimal:
    if exact.adjusted() > DIGITS:
        return exact
    return exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def _plain(exact: Decimal) -> str:
    """The number in digits alone: no exponent, and no zeros that say nothing."""
    return format(exact.normalize(), "f") if exact else "0"
