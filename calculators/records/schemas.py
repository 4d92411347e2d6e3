"""What a paper's records hold. Each record names the paragraph that says it, by a label of the paper."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from calculators.values import formats

KIND_OF_UNIT = {"percent": "percent", "GBP": "money", "GBP per hour": "money", "date": "date"}


def slug(text: str) -> str:
    """Lower case, everything but letters and digits as single hyphens: the form of every anchor."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph, list item, table row or step of a paper, and the page that restates it."""

    label: str
    page: str
    title: str = ""
    unused: str = ""

    @property
    def anchor(self) -> str:
        """The paragraph's place on its page."""
        return f"p-{slug(self.label)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One number, threshold, deadline, condition or route that a paper sets.

    `statement` says what the rule is, and `asks` what it asks of somebody, as an instruction to them.
    """

    id: str
    value: str | tuple[str, ...]
    unit: str
    paragraph: str
    statement: str
    also: tuple[str, ...] = ()
    op: str = ""
    conditions: str = ""
    asks: str = ""
    ambiguity: tuple[str, ...] = ()
    basis: str = "stated"

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


def _show(value: str, kind: str, words: bool) -> str:
    if kind == "date" and re.fullmatch(r"\d{4}-\d{2}", value):
        return f"{date.fromisoformat(value + '-01'):%B %Y}"
    if words and value.isdigit():
        return formats.in_words(int(value))
    return formats.readable(value, kind) if re.fullmatch(r"-?[\d.]+|[\d-]{10}", value) else value


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A committee, group, organisation or role that a paper names."""

    id: str
    name: str
    paragraph: str
    kind: str = ""
    also: tuple[str, ...] = ()
    membership: str = ""
    chair: str = ""
    remit: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A directed line between two bodies: who is accountable to, reports to or approves for whom."""

    id: str
    from_: str
    to: str
    kind: str
    label: str
    basis: str
    paragraph: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a process."""

    n: str
    action: str
    paragraph: str
    actor: str = ""
    co_actor: str = ""
    decision: str = ""
    deadline: str = ""
    next: str | tuple[str, ...] = ()
    note: str = ""
    basis: str = "stated"
    title: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Process:
    """Ordered steps with actors, decisions and deadlines."""

    id: str
    title: str
    paragraph: str
    step: tuple[Step, ...]
    starts_with: str = ""
    also: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One line of a checklist."""

    n: str
    text: str
    paragraph: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist:
    """A list that a paper asks somebody to satisfy."""

    id: str
    title: str
    paragraph: str
    item: tuple[Item, ...]
    note: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word of the field, as a paper uses it."""

    id: str
    term: str
    meaning: str
    paragraph: str
    basis: str = "stated"
    expansion: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One way to read an ambiguous passage."""

    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ambiguity:
    """A passage that can be read more than one way, with the readings and the one used by default."""

    id: str
    title: str
    issue: str
    paragraph: str
    reading: tuple[Reading, ...]
    evidence: str = ""
    default: str = ""
    default_basis: str = ""
    also: tuple[str, ...] = ()
    affects: tuple[str, ...] = ()
