"""What a paper asks to be done in order, and what it asks somebody to satisfy."""

from __future__ import annotations

from dataclasses import dataclass

from calculators.records.schemas.base import Stated
from calculators.records.schemas.marks import BodyId, Words


@dataclass(frozen=True, kw_only=True)
class Step(Stated):
    """One step of a process."""

    n: str
    action: Words
    actor: BodyId = ""
    co_actor: BodyId = ""
    decision: Words = ""
    deadline: Words = ""
    next: str | tuple[str, ...] = ()
    note: Words = ""
    title: Words = ""


@dataclass(frozen=True, kw_only=True)
class Process(Stated):
    """Ordered steps with actors, decisions and deadlines."""

    id: str
    title: Words
    step: tuple[Step, ...]
    starts_with: Words = ""
    note: Words = ""


@dataclass(frozen=True, kw_only=True)
class Item(Stated):
    """One line of a checklist."""

    n: str
    text: Words
    note: Words = ""


@dataclass(frozen=True, kw_only=True)
class Checklist(Stated):
    """A list that a paper asks somebody to satisfy."""

    id: str
    title: Words
    item: tuple[Item, ...]
    note: Words = ""
