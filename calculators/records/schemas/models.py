"""The models of co-commissioning: what each means, what rules it out, and who oversees the programme."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Annotated, Literal

from calculators.records.schemas.base import Basis, Cited, Firm, Stated
from calculators.records.schemas.marks import TOLD, ModelId, QuestionId, RuleId, Words


@dataclass(frozen=True, kw_only=True)
class Model(Stated):
    """One of the models; `order` counts from the least devolved."""

    id: str
    order: str
    name: Words
    summary: Words


@dataclass(frozen=True, kw_only=True)
class Cell(Firm):
    """What one model means for one aspect; `silent` where the paper does not say."""

    model: ModelId
    value: Words
    basis: Annotated[Literal["stated", "inferred", "silent"], TOLD]
    note: Words = ""


@dataclass(frozen=True, kw_only=True)
class Aspect(Cited):
    """One row of the comparison of the models."""

    id: str
    title: Words
    cell: tuple[Cell, ...]


@dataclass(frozen=True, kw_only=True)
class Option(Stated):
    """One answer: the models it rules out, its paragraph, and the warning it calls for.

    The warning is told `under` these models alone (none: always), and not where the question `unless` is answered yes.
    Models that go `beyond` the answer give more than it asks for, and of the `silent` ones the paper does not say
    whether they give it.
    """

    code: str
    text: Words
    excludes: tuple[ModelId, ...]
    basis: Basis = dataclasses.field()
    beyond: tuple[ModelId, ...] = ()
    silent: tuple[ModelId, ...] = ()
    warning: Words = ""
    under: tuple[ModelId, ...] = ()
    unless: QuestionId = ""


@dataclass(frozen=True, kw_only=True)
class Question:
    """One question of the guided path, named as the field of a case.

    `whether` says what is not known while it is open, where its default rules a model out: "the group will accept …".
    """

    field: str
    group: Words
    text: Words
    kind: Literal["choice", "yes/no"]
    option: tuple[Option, ...]
    default: str = ""
    whether: Words = ""

    def chosen(self, code: str) -> Option:
        """The option with this code."""
        return next(o for o in self.option if o.code == code)


@dataclass(frozen=True, kw_only=True)
class Unavailable(Stated):
    """Something that no model allows, what to do instead, and the question that asks for it."""

    id: str
    text: Words
    asks: Words
    basis: Basis = dataclasses.field()
    field: QuestionId = ""


@dataclass(frozen=True, kw_only=True)
class Condition:
    """What some models ask of a group first, as a condition and as an instruction; a question answers it.

    `rule` is the one that it cites, and `further` are those that ask for a part of it as well.
    """

    field: QuestionId
    models: tuple[ModelId, ...]
    rule: RuleId
    text: Words
    asks: Words
    further: tuple[Annotated[RuleId, TOLD], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Member(Cited):
    """One line of Annex A: a member of the programme oversight group, with the post that is printed."""

    group: Words
    name: Words
    post: Words
