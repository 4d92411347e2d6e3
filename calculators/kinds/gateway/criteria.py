"""The objectives and criteria of the levels table, in the order in which a level is looked at."""

from __future__ import annotations

from functools import cache

from calculators.records.papers import load_paper
from calculators.records.schemas import Criterion, Objective

PAPER = "hertfordshire"
OBJECTIVES: tuple[Objective, ...] = tuple(load_paper(PAPER).objectives.values())
CRITERIA: tuple[Criterion, ...] = tuple(load_paper(PAPER).criteria.values())
HIGHEST = max((c.level for c in CRITERIA), key=int)
"""The level that takes in every criterion."""


def asks(criterion: Criterion) -> str:
    """What a level asks of a count: `80%`, `all` where it asks for every one."""
    return "all" if criterion.whole else f"{criterion.threshold}%"


def named(criterion: Criterion) -> str:
    """The criterion with the level that asks for it and the share: no other is called so."""
    share = f", {asks(criterion)}" if criterion.count else ""
    return f"{criterion.text} (level {criterion.level}{share})"


@cache
def in_scope(level: str) -> tuple[Criterion, ...]:
    """The criteria of this level and then of every level below it, objective by objective."""
    reached = sorted((c for c in CRITERIA if int(c.level) <= int(level)), key=lambda c: -int(c.level))
    return tuple(c for o in OBJECTIVES for c in reached if c.objective == o.id)
