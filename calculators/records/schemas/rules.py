"""The numbers, thresholds, deadlines, conditions and routes that a paper sets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Annotated, Literal, get_args

from calculators.records.schemas.base import Stated
from calculators.records.schemas.marks import TOLD, Words
from calculators.values import formats

# fmt: off
NumberUnit = Literal[
    "percent", "GBP", "GBP per hour", "weeks", "months", "years", "days", "hours", "count", "practices", "people",
    "sessions per week", "hours per week", "times a year", "times a month",
]
# fmt: on
Unit = Literal[NumberUnit, "date", "financial year", "text", "list"]
Comparison = Literal["", ">", ">=", "<", "<="]

KIND_OF_UNIT = {"percent": "percent", "GBP": "money", "GBP per hour": "money", "date": "date"}
NUMBER = re.compile(r"\d+(\.\d+)?")
WHEN = re.compile(r"\d{4}(-\d{2}){0,2}")


@dataclass(frozen=True, kw_only=True)
class Rule(Stated):
    """One number, threshold, deadline, condition or route that a paper sets.

    `statement` says what the rule is, and `asks` what it asks of somebody, as an instruction to them.
    The value is exact text of its unit: a number for units that count or measure, a date of a day or month, a
    year such as `2009/10`, or words; a `list` holds several. `when` is the day, month or year with which a time in
    words begins, such as that of an autumn: by it the rule takes its place among the dates. The year in the name of
    an Act or of regulations is no such time.
    """

    id: str
    value: str | tuple[str, ...]
    unit: Unit
    statement: Words
    op: Comparison = ""
    conditions: Words = ""
    asks: Words = ""
    when: Annotated[str, TOLD] = ""

    def __post_init__(self) -> None:
        if self.when and not WHEN.fullmatch(self.when):
            raise ValueError(f"has when = '{self.when}': write 2006, 2006-09 or 2006-12-08")
        if not self.value:
            raise ValueError("lacks value")
        if self.unit == "list" and isinstance(self.value, str):
            raise ValueError("has the unit list, so its value must be a list")
        for value in (self.value,) if isinstance(self.value, str) else self.value:
            check_value(value, self.unit)

    @property
    def decimal(self) -> Decimal:
        """The value as an exact number; `ValueError` where the rule holds no single number."""
        try:
            return Decimal(str(self.value))
        except InvalidOperation:
            raise ValueError(f"rule {self.id} holds no number: {self.value!r}") from None

    @property
    def kind(self) -> str:
        """How the value is written for a reader."""
        return KIND_OF_UNIT.get(self.unit, "number")

    def show(self, n: int | None = None, *, words: bool = False) -> str:
        """The value for a sentence (the n-th, from 1, of a list): `10%`, `£30`, `31 March 2007`, `six`."""
        if isinstance(self.value, tuple):
            shown = [_show(v, self.kind, words) for v in self.value]
            return shown[n - 1] if n else formats.listed(shown)
        return _show(self.value, self.kind, words)

    @property
    def sentence(self) -> str:
        """The statement with the value in its place."""
        return self.statement.replace("{value}", self.show())

    @property
    def instruction(self) -> str:
        """What the rule asks for, with the value in its place; `ValueError` where its record does not say."""
        if not self.asks:
            raise ValueError(f"rule {self.id} has no words for what it asks")
        return self.asks.replace("{value}", self.show())


def check_value(value: str, unit: str) -> None:
    """`ValueError` where a value is none that its unit can have; a word or sentence may not be a bare number."""
    match unit:
        case "date":
            fits = _is_date(value)
        case "financial year":
            fits = _is_financial_year(value)
        case "text" | "list":
            fits = not NUMBER.fullmatch(value)
        case _:
            fits = bool(NUMBER.fullmatch(value))
    if not fits or value != value.strip():
        raise ValueError(f"has the value '{value}', which is none of the unit {unit}: {_wanted(unit)}")


def _wanted(unit: str) -> str:
    if unit in get_args(NumberUnit):
        return "write a number in digits"
    return {
        "date": "write 2007-03-31 or 2007-03",
        "financial year": "write 2009/10",
    }.get(unit, "write words, or give the unit that the number has")


def _is_date(value: str) -> bool:
    if not re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", value):
        return False
    try:
        date.fromisoformat(value if len(value) == len("2007-03-31") else f"{value}-01")
    except ValueError:
        return False
    return True


def _is_financial_year(value: str) -> bool:
    years = re.fullmatch(r"(\d{4})/(\d{2})", value)
    return years is not None and (int(years[1]) + 1) % 100 == int(years[2])


def _show(value: str, kind: str, words: bool) -> str:
    if kind == "date" and re.fullmatch(r"\d{4}-\d{2}", value):
        return f"{date.fromisoformat(value + '-01'):%B %Y}"
    if words and value.isdigit():
        return formats.in_words(int(value))
    return formats.readable(value, kind) if re.fullmatch(r"-?[\d.]+|[\d-]{10}", value) else value
