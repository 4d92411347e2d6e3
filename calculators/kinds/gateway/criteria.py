"""The objectives and criteria of the levels table, in the order in which a level is looked at."""

from __future__ import annotations

from functools import cache

from calculators.records.papers import load_paper
from calculators.records.schemas import Criterion, Objective

PAPER = "hertfordshire"
OBJECTIVES: tuple[Objective, ...] = tuple(load_paper(PAPER).objectives.values())
CRITERIA: tuple[Criterion, ...] = tuple(load_paper(PAPER).criteria.values())


@cache
def in_scope(level: str) -> tuple[Criterion, ...]:
    """The criteria of this level and then of every level below it, objective by objective."""
    reached = sorted((c for c in CRITERIA if int(c.level) <= int(level)), key=lambda c: -int(c.level))
    return tuple(c for o in OBJECTIVES for c in reached if c.objective == o.id)
