"""What a calculator is: fields, figures and one function from answers to a result."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any

from calculators.engine.answers import Answers
from calculators.engine.fields import Cluster, Field, Group, Value
from calculators.engine.known import SoFar
from calculators.engine.result import Explanation, Verdict
from calculators.engine.working import Working
from calculators.values import formats
from calculators.values.data import Json
from calculators.values.headings import Headings


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that a result may hold: its name in the contract, its label and how it is written."""

    name: str
    label: str
    kind: str
    unit: str = ""
    hint: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)

    def show(self, text: str) -> str:
        """The figure's text for a reader: its words where it is a code, with its unit."""
        shown = self.labels.get(text) or formats.readable(text, self.kind)
        return f"{shown} {self.unit}" if self.unit else shown

    def to_json(self) -> Json:
        """The figure as `describe` tells it."""
        rows = {
            "name": self.name,
            "label": self.label,
            "kind": self.kind,
            "unit": self.unit,
            "hint": self.hint,
        }
        return {k: v for k, v in rows.items() if v}


@dataclass(frozen=True, slots=True, kw_only=True)
class Next:
    """The next useful calculator after a result.

    `carry` fills its fields from this one's answers or figures, by name; `given` fills them with fixed
    text; `outcomes` limits when it is offered (none: always).
    """

    calculator: str
    question: str
    carry: Mapping[str, str] = field(default_factory=dict)
    given: Mapping[str, str] = field(default_factory=dict)
    outcomes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """A change inside a table, in words: what changes, what it is now, and what it would be."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Remedy:
    """Answers, by field, that bring a case nearer to another outcome; `told` says what they change in a table."""

    answers: Mapping[str, str]
    told: tuple[Told, ...] = ()


@dataclass(frozen=True, kw_only=True, eq=False)
class Calculator:
    """One calculator. `decide` gets answers whose fields are each in bounds, and may raise `CaseError`.

    `explain` gets the verdict that `decide` gave, and the working; it is asked only where somebody reads the result.
    A `guided` calculator asks one question a screen. `remedy` knows the next answers to change where many have to
    change together; it is asked again of what comes of them, until the outcome is another. `so_far` tells, of answers
    of which any may be missing, what a form need not ask and what it can say already. `readings` are those that it
    follows, by the ambiguity, where they are not the site’s own.
    """

    id: str
    title: str
    summary: str
    question: str
    documents: tuple[str, ...]
    fields: tuple[Field, ...]
    figures: tuple[Figure, ...]
    outcomes: Mapping[str, str]
    decide: Callable[[Answers, Working], Verdict]
    explain: Callable[[Answers, Any, Working], Explanation]
    remedy: Callable[[Answers, Any], Remedy] | None = None
    so_far: Callable[[Answers], SoFar] | None = None
    groups: tuple[Group, ...] = ()
    clusters: tuple[Cluster, ...] = ()
    not_covered: tuple[str, ...] = ()
    next: tuple[Next, ...] = ()
    readings: Mapping[str, str] = field(default_factory=dict)
    guided: bool = False

    def field(self, name: str) -> Field:
        """The field with this name; `KeyError` where there is none."""
        return self.by_name[name]

    @cached_property
    def by_name(self) -> dict[str, Field]:
        """The fields by name, in order."""
        return {f.name: f for f in self.fields}

    @cached_property
    def figure_names(self) -> frozenset[str]:
        """The names of the figures that a result may hold."""
        return frozenset(figure.name for figure in self.figures)

    @cached_property
    def unanswered(self) -> dict[str, Value | None]:
        """The value of each field left empty: its default, or None."""
        return {f.name: f.read(f.default) if f.default else None for f in self.fields}

    def headings(self, chosen: Mapping[str, str] | None = None) -> Headings:
        """What the headings of a table of cases may be; `chosen` is what a reader decided, as `Headings` takes it."""
        tables = (f.name for f in self.fields if f.kind == "table")
        return Headings(((f.name, (f.label,)) for f in self.fields), self.figure_names, chosen, tables)

    @cached_property
    def remembered(self) -> dict[str, dict[str, Value | None]]:
        """Answers that have been read before, by field and then by text; a part of a whole is None by itself."""
        return {f.name: {} for f in self.fields}

    @cached_property
    def counted(self) -> dict[str, dict[str, dict[Value | None, Decimal]]]:
        """Parts of a whole that have been read before: by field, by text, and then by how many the whole is."""
        return {f.name: {} for f in self.fields if f.total}

    @cached_property
    def required(self) -> frozenset[str]:
        """The fields that a case must answer."""
        return frozenset(f.name for f in self.fields if f.must_answer)

    @cached_property
    def standing_in(self) -> tuple[Field, ...]:
        """The fields for which another’s answer stands in where they are left out."""
        return tuple(f for f in self.fields if f.default_from)

    def to_json(self) -> Json:
        """The calculator as `list` tells it."""
        return {
            "id": self.id,
            "title": self.title,
            "summary": self.summary,
            "documents": list(self.documents),
        }

    def describe(self) -> Json:
        """The calculator as `describe` tells it."""
        return {
            **self.to_json(),
            "question": self.question,
            "outcomes": dict(self.outcomes),
            "fields": [f.to_json() for f in self.fields],
            "figures": [f.to_json() for f in self.figures],
        }
