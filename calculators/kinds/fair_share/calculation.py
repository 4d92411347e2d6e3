"""Hertfordshire 2.2.4 (3) and appendix 1: the range around a fair share, and the pace of change towards it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from calculators.engine.answers import Answers
from calculators.engine.errors import CaseError
from calculators.engine.result import Verdict
from calculators.engine.working import Working
from calculators.kinds.fair_share.bases import BASES, Basis, Range
from calculators.kinds.fair_share.fields import LEAST_SHIFT, PAPER, SHIFT
from calculators.kinds.fair_share.path import Path
from calculators.records.citations import CitedRule
from calculators.values import formats
from calculators.values.quantities import percentage, pounds, size, smaller

WITHIN, ABOVE, BELOW = "within-range", "above-range", "below-range"


@dataclass(frozen=True, kw_only=True)
class Position(Verdict):
    """Where the budget stands to the range, what is added to it this year in pounds, and its path to the range."""

    basis: Basis
    range: Range
    shift: Decimal
    path: Path


def decide(answers: Answers, working: Working) -> Position:
    """The range, the budget's place to it, and the year's shift, which moves it towards the range and never past.

    `CaseError` for a shift that is next to nothing.
    """
    now, agreed = answers.amount("indicative_budget"), answers.amount(SHIFT)
    if 0 < agreed < LEAST_SHIFT:
        least = formats.percent(LEAST_SHIFT)
        raise CaseError({SHIFT: f"The agreed shift must be 0, or {least} or more"})
    budget, fair_share = pounds(now), pounds(answers.amount("fair_share_budget"))
    tolerance = working.rule(PAPER, "fair-share-tolerance")
    cap = working.rule(PAPER, "fair-share-shift-cap")

    basis = BASES[answers.choice("variance_basis")]
    around = basis.range(budget, fair_share, tolerance.quantity)
    difference = working.take("Budget less fair share", budget - fair_share, "money", tolerance.citation)
    for name, quantity, kind in (
        (f"Variance, as a share of the {basis.name}", around.variance, "percent"),
        ("Bottom of the range", around.low, "money"),
        ("Top of the range", around.high, "money"),
    ):
        working.take(name, quantity, kind, basis.source, basis=basis.told)
    most = working.take("Largest shift allowed in the year", budget * cap.quantity, "money", cap.citation)

    place, end = place_of(around, tolerance, working), None
    gap, shift = pounds(0), Decimal(0)
    if place != WITHIN:
        working.rule(PAPER, "fair-share-review-trigger")
        above = place == ABOVE
        end = around.high if above else around.low
        gap = working.take(
            "Gap to the nearest end of the range",
            budget - end if above else end - budget,
            "money",
            cap.citation,
        )
        step = working.take(
            "Shift this year, no further than the range",
            smaller(budget * percentage(agreed), gap),
            "money",
            cap.citation,
            # That it stops there is our reading.
            basis="inferred",
        )
        moved = formats.hundredths(step.value)
        after = budget - pounds(moved) if above else budget + pounds(moved)
        working.take("Budget after the shift", after, "money", cap.citation)
        shift = -moved if above else moved
    path = Path.follow(now, end.value if end else None, agreed)
    return Position(
        outcome=place,
        figures={
            "difference": difference,
            "variance_percent": around.variance,
            "range_low": around.low,
            "range_high": around.high,
            "gap_to_range": gap,
            "maximum_shift": most,
            "shift": shift,
            "adjusted_budget": now + shift,
            "years_to_range": path.years,
        },
        basis=basis,
        range=around,
        shift=shift,
        path=path,
    )


def place_of(around: Range, tolerance: CitedRule, working: Working) -> str:
    """Within the range where the variance is no more than the tolerance, whichever way; else above or below it."""
    if working.at_most(size(around.variance), tolerance):
        return WITHIN
    return ABOVE if around.variance.value > 0 else BELOW
