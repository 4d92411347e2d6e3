"""The gateway rule: enough criteria met in each objective, and a plan for the rest, on each reading of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from calculators.kinds.gateway.checks import Finding
from calculators.kinds.gateway.criteria import OBJECTIVES, in_scope
from calculators.records.citations import CitedRule
from calculators.records.schemas import Objective

PASS, NOT_YET = "pass", "not-yet"
TARGET, POOLED, STRICT = "target", "pooled", "strict-plus"
AS_PLANS, AS_CONDITION, HEADING_ONLY = "plus-as-plans", "plus-as-condition", "heading-only"


@dataclass(frozen=True, slots=True)
class Gate:
    """The level applied for, and the two rules of the gateway: enough criteria, and plans for the rest."""

    level: str
    enough: CitedRule
    plans: CitedRule

    @property
    def months(self) -> str:
        """How soon a plan has to deliver: `six months`."""
        return f"{self.plans.rule.show(words=True)} {self.plans.rule.unit}"


@dataclass(slots=True)
class Standing:
    """How one objective stands: its criteria of the level applied for, and those of the levels below.

    `met` are those met at the level applied for, and `ready` says whether they are enough; `left` are those not met,
    the levels below first; and `plans_missing` those of them that nothing is planned for.
    """

    objective: Objective
    at_level: list[Finding]
    below: list[Finding]
    enough: int
    met: list[Finding] = field(init=False)
    ready: bool = field(init=False)
    left: list[Finding] = field(init=False)
    plans_missing: list[Finding] = field(init=False)

    def __post_init__(self) -> None:
        """Sort the findings out."""
        self.met = [f for f in self.at_level if f.met]
        self.ready = len(self.met) >= self.enough
        self.left = [f for f in (*self.below, *self.at_level) if not f.met]
        self.plans_missing = [f for f in self.left if not f.planned]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every criterion, those of the level applied for first."""
        return (*self.at_level, *self.below)

    @property
    def still_open(self) -> bool:
        """Whether answers not given yet could make it ready, with a plan for whatever is left."""
        undecided = sum(not f.answered for f in self.at_level)
        return len(self.met) + undecided >= self.enough and not any(f.refused for f in self.left)

    @property
    def ready_pooled(self) -> bool:
        """Whether enough are met when those of the levels below count as well."""
        return len(self.met) + sum(f.met for f in self.below) >= self.enough


def standings(gate: Gate, findings: tuple[Finding, ...]) -> tuple[Standing, ...]:
    """One standing an objective, of findings in the order of `in_scope`."""
    enough = int(gate.enough.rule.decimal)
    return tuple(
        Standing(objective, [findings[n] for n in at_level], [findings[n] for n in below], enough)
        for objective, at_level, below in _places(gate.level)
    )


@cache
def _places(level: str) -> list[tuple[Objective, list[int], list[int]]]:
    """Each objective with the places of its criteria in `in_scope`: those of this level, and those below it."""
    criteria = list(enumerate(in_scope(level)))
    return [
        (
            objective,
            [n for n, c in criteria if c.objective == objective.id and c.level == level],
            [n for n, c in criteria if c.objective == objective.id and c.level != level],
        )
        for objective in OBJECTIVES
    ]


def outcomes(held: tuple[Standing, ...]) -> dict[str, str]:
    """The outcome on each reading of how many criteria are enough; the plans are needed on all of them."""
    planned = not any(s.plans_missing for s in held)
    target = planned and all(s.ready for s in held)
    return _told(
        {
            TARGET: target,
            POOLED: planned and all(s.ready_pooled for s in held),
            STRICT: target and all(f.met for s in held for f in s.below),
        }
    )


def outcomes_of_lower_levels(held: tuple[Standing, ...]) -> dict[str, str]:
    """The outcome on each reading of what the levels below still ask: plans, all of them met, or nothing."""
    ready = all(s.ready for s in held)
    target = ready and not any(s.plans_missing for s in held)
    return _told(
        {
            AS_PLANS: target,
            AS_CONDITION: target and all(f.met for s in held for f in s.below),
            HEADING_ONLY: ready and all(f.met or f.planned for s in held for f in s.at_level),
        }
    )


def _told(passes: dict[str, bool]) -> dict[str, str]:
    return {reading: PASS if passed else NOT_YET for reading, passed in passes.items()}
