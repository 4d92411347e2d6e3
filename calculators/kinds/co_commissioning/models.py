"""The three models and the questions that point to one, read from the paper's `models.toml`."""

from __future__ import annotations

from dataclasses import dataclass

from calculators.records.citations import Citation
from calculators.records.folders import PAPERS
from calculators.records.reading import read_records

PAPER = "co-commissioning-2014"
FILE = PAPERS / PAPER / "models.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """One of the three models; `order` counts from the least devolved."""

    id: str
    order: str
    name: str
    summary: str
    paragraph: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one model means for one aspect."""

    model: str
    value: str
    basis: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aspect:
    """One row of the comparison of the models."""

    id: str
    title: str
    paragraph: str
    cell: tuple[Cell, ...]
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer: the models it rules out, its paragraph, and the warning it calls for.

    The warning is told `under` these models alone (none: always), and not where the field `unless` is answered yes.
    """

    code: str
    text: str
    excludes: tuple[str, ...]
    basis: str
    paragraph: str
    warning: str = ""
    under: tuple[str, ...] = ()
    unless: str = ""
    also: tuple[str, ...] = ()

    @property
    def citation(self) -> Citation:
        """The paragraph behind the answer's effect."""
        return Citation(PAPER, self.paragraph)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question of the guided path, named as the field of a case."""

    field: str
    group: str
    text: str
    kind: str
    option: tuple[Option, ...]
    default: str = ""

    def chosen(self, code: str) -> Option:
        """The option with this code."""
        return next(o for o in self.option if o.code == code)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unavailable:
    """Something that no model allows, and the question that asks for it."""

    id: str
    text: str
    basis: str
    paragraph: str
    field: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """What some models ask of a group first, as a condition and as an instruction."""

    field: str
    models: tuple[str, ...]
    rule: str
    text: str
    asks: str


MODELS = tuple(sorted(read_records(FILE, "model", Model), key=lambda m: m.order))
ASPECTS = read_records(FILE, "aspect", Aspect)
QUESTIONS = read_records(FILE, "question", Question)
UNAVAILABLE = read_records(FILE, "unavailable", Unavailable)
CONDITIONS = read_records(FILE, "condition", Condition)
