"""The two ways in which the paper measures a budget against its fair share, and the range that each gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from calculators.kinds.fair_share.fields import HISTORIC, TOLERANCE
from calculators.records.citations import Citation
from calculators.values.quantities import Quantity, plain

WHOLE = plain(1)


@dataclass(frozen=True, slots=True)
class Range:
    """The budget's variance, as a ratio, and the two ends of the range in pounds."""

    variance: Quantity
    low: Quantity
    high: Quantity


@dataclass(frozen=True, slots=True)
class Basis:
    """What a variance is a share of, where the paper says so, and whether it says just that."""

    id: str
    name: str
    source: Citation
    told: str
    range: Callable[[Quantity, Quantity, Quantity], Range]


def _of_fair_share(budget: Quantity, fair_share: Quantity, tolerance: Quantity) -> Range:
    return Range(
        variance=(budget - fair_share) / fair_share,
        low=fair_share * (WHOLE - tolerance),
        high=fair_share * (WHOLE + tolerance),
    )


def _of_indicative_budget(budget: Quantity, fair_share: Quantity, tolerance: Quantity) -> Range:
    return Range(
        variance=(budget - fair_share) / budget,
        low=fair_share / (WHOLE + tolerance),
        high=fair_share / (WHOLE - tolerance),
    )


BASES = {
    basis.id: basis
    for basis in (
        Basis("fair-share", "fair share", TOLERANCE.citation, "stated", _of_fair_share),
        # The paragraph says past spending. That the budget stands for it is ours.
        Basis("indicative-budget", "indicative budget", HISTORIC, "inferred", _of_indicative_budget),
    )
}
