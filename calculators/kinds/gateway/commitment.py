"""What the primary care trust commits to a group at the level applied for, for its population."""

from __future__ import annotations

from decimal import Decimal

from calculators.engine.result import Series
from calculators.engine.working import Working
from calculators.kinds.gateway.criteria import PAPER
from calculators.records.papers import load_paper
from calculators.records.schemas import Commitment
from calculators.values.quantities import Quantity, plain


def commitment(level: str) -> Commitment:
    """The commitment at a level; `KeyError` where the paper's records have none."""
    return load_paper(PAPER).commitments[level]


def amounts(level: str, population: Decimal | None, working: Working) -> dict[str, Quantity]:
    """Sessions, hours and pounds a week for a population, exact; none where it is not given.

    That they grow in proportion to it is our inference.
    """
    if population is None:
        return {}
    held = commitment(level)
    sessions, hours, rate, people = (
        working.rule(PAPER, id).quantity
        for id in (held.gp_sessions_rule, held.staff_hours_rule, held.hourly_rate_rule, held.population_rule)
    )
    share = plain(population) / people
    clinical = sessions * share
    time = hours * share
    cost = time * rate
    return {
        name: working.take(step, quantity, kind, held.source, basis="inferred")
        for name, step, quantity, kind in (
            ("gp_sessions_per_week", "GP sessions a week", clinical, "decimal"),
            ("staff_hours_per_week", "Hours of practice staff a week", time, "decimal"),
            ("staff_cost_per_week", "Cost of those hours a week", cost, "money"),
        )
    }


def table(level: str) -> Series:
    """What comes with the level, in words."""
    held = commitment(level)
    return Series(
        title=f"What the PCT commits at level {level}",
        columns=("At this level",),
        kinds=("text",),
        rows=tuple((item,) for item in held.items),
        note=held.note,
    )
