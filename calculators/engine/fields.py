"""A calculator's fields, declared once: form, validation, messages and `describe` come from them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from calculators.records.citations import Citation
from calculators.values import amounts, dates, formats
from calculators.values.bounds import Bounds
from calculators.values.errors import AmountError
from calculators.values.parts import Part, Whole, WholeUnknown, read_part
from calculators.values.tables import Column, Table, read_table

Kind = Literal[
    "money", "percent", "count", "number", "yes/no", "date", "choice", "financial year", "table", "text"
]
Value = Decimal | bool | date | str | Table

READERS: dict[str, Callable[[str], Value]] = {
    "money": amounts.read_money,
    "percent": amounts.read_percent,
    "count": amounts.read_count,
    "number": amounts.read_number,
    "yes/no": amounts.read_yes_no,
    "date": dates.read_date,
    "financial year": dates.read_financial_year,
    "text": amounts.read_text,
}
# A form asks about the same table again after each answer beside it.
_read_table = lru_cache(maxsize=4)(read_table)
UNITS = {"money": "pounds", "percent": "percent"}


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the answers a choice field accepts: the code in a case, and the words a reader sees."""

    value: str
    label: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class ShowIf:
    """The field is asked only while another field has one of these values; it stays optional in a case."""

    field: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Fields that a form shows under one heading."""

    id: str
    title: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Fields that answer one thing together, such as a criterion: shown as one card inside a group."""

    id: str
    title: str
    group: str
    hint: str = ""
    tag: str = ""
    source: Citation | None = None
    show_if: ShowIf | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One question. Bounds are values read from rules; `noun` is what a message calls the answer.

    No two labels of a calculator are alike. `in_card` is what a card asks, under a title that tells the rest. `total`
    names the field that a count is part of, and `default_from` the field whose answer stands in where this is left out.
    """

    name: str
    label: str
    kind: Kind
    noun: str = ""
    in_card: str = ""
    hint: str = ""
    unit: str = ""
    required: bool = False
    default: str = ""
    default_from: str = ""
    total: str = ""
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    above: Decimal | None = None
    choices: tuple[Choice, ...] = ()
    columns: tuple[Column, ...] = field(default=())
    source: Citation | None = None
    group: str = ""
    cluster: str = ""
    show_if: ShowIf | None = None
    bounds: Bounds = field(init=False, repr=False)

    def __post_init__(self) -> None:
        # Made once: a table of cases asks for them in every row.
        object.__setattr__(self, "bounds", Bounds(self.kind, self.minimum, self.maximum, self.above))

    @property
    def called(self) -> str:
        """The field's name inside a message, in lower case unless it begins with an abbreviation."""
        return self.noun or formats.lower_first(self.label)

    @property
    def told(self) -> str:
        """The field's name at the start of a message."""
        return formats.upper_first(self.called)

    @property
    def missing(self) -> str:
        """The message for a required field left empty."""
        return f"{'Select' if self.kind in {'choice', 'yes/no'} else 'Enter'} {self.called}"

    @property
    def must_answer(self) -> bool:
        """Whether a case cannot do without an answer."""
        return self.required and not self.default

    def is_answered(self, text: str) -> bool:
        """Whether the text is an answer: not where it is blank, or a mark that stands for none."""
        return not amounts.left_out(text, self.kind, required=self.must_answer)

    def read(self, text: str) -> Value:
        """The typed text as an exact value; `AmountError` with a sentence that says how to put it right."""
        if self.kind == "table":
            return _read_table(text, self.columns, self.told)
        if self.kind == "choice":
            return self._choose(text)
        try:
            return self.bounds.read(READERS[self.kind], text)
        except AmountError as error:
            raise AmountError(f"{self.told} {error}") from None

    def read_part(self, text: str, whole: Whole) -> Part:
        """A count of a whole that another field holds; `WholeUnknown` where it cannot be read without that."""
        try:
            part = read_part(text, whole)
            self.bounds.check(part.number)
        except WholeUnknown as error:
            raise WholeUnknown(f"{self.told} {error}") from None
        except AmountError as error:
            raise AmountError(f"{self.told} {error}") from None
        return part

    def written(self, typed: str) -> str:
        """What was typed as a case's plainest text: `yes` for `Y`; `AmountError` where it cannot be read."""
        value = self.read(typed)
        return typed if isinstance(value, Table) else formats.figure(value, self.kind)

    def shown(self, typed: str) -> str:
        """What was typed as a reader meets it: `£1,250,000` for `1.25m`, a choice in words; else as typed."""
        if not self.is_answered(typed):
            return "Not answered"
        try:
            value = self.read(typed)
        except AmountError:
            return typed
        if isinstance(value, Decimal):
            return formats.readable(f"{value:f}", self.kind)
        labels = {choice.value: choice.label for choice in self.choices}
        text = self.written(typed)
        return labels.get(text) or formats.readable(text, self.kind)

    @property
    def left_open(self) -> str:
        """What a reader is told where there is no answer: that there is none, and what is taken in its place."""
        return f"Not answered; “{self.shown(self.default)}” is used" if self.default else "Not answered"

    def _choose(self, text: str) -> str:
        plain = amounts.tidy(text).lower()
        for choice in self.choices:
            if plain in {choice.value.lower(), choice.label.lower()}:
                return choice.value
        codes = [c.value for c in self.choices]
        raise AmountError(f"{self.told} must be {', '.join(codes[:-1])} or {codes[-1]}")

    def to_json(self) -> dict[str, object]:
        """The contract's description of a field; bounds and defaults as text, absent keys left out."""
        described: dict[str, object] = {
            "name": self.name,
            "label": self.label,
            "hint": self.hint,
            "kind": self.kind,
            "unit": self.unit or UNITS.get(self.kind, ""),
            "required": self.required,
            "default": self.default or None,
            "default_from": self.default_from or None,
            "total": self.total or None,
            "minimum": None if self.minimum is None else str(self.minimum),
            "maximum": None if self.maximum is None else str(self.maximum),
            "above": None if self.above is None else str(self.above),
            "choices": [{"value": c.value, "label": c.label} for c in self.choices] or None,
            "columns": [c.to_json() for c in self.columns] or None,
            "group": self.group or None,
            "cluster": self.cluster or None,
            "show_if": {"field": self.show_if.field, "values": list(self.show_if.values)}
            if self.show_if
            else None,
            "source": self.source.to_json() if self.source else None,
            "standing": (self.source.mark if self.source else "") or None,
        }
        return {k: v for k, v in described.items() if v is not None}
