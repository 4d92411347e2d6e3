"""The gateway rule: enough criteria met in each objective, and a plan for the rest, on each reading of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from calculators.engine.citation import CitedRule
from calculators.gateway.checks import Finding
from calculators.gateway.criteria import OBJECTIVES, Objective

PASS, NOT_YET = "pass", "not-yet"
TARGET, POOLED, STRICT = "target", "pooled", "strict-plus"


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


@dataclass(frozen=True)
class Standing:
    """How one objective stands: its criteria of the level applied for, and those of the levels below."""

    objective: Objective
    at_level: tuple[Finding, ...]
    below: tuple[Finding, ...]
    enough: int

    @cached_property
    def met(self) -> tuple[Finding, ...]:
        """The criteria met at the level applied for."""
        return tuple(f for f in self.at_level if f.met)

    @cached_property
    def left(self) -> tuple[Finding, ...]:
        """The criteria not met, of the levels below and then of the level applied for."""
        return tuple(f for f in (*self.below, *self.at_level) if not f.met)

    @cached_property
    def ready(self) -> bool:
        """Whether enough of them are met."""
        return len(self.met) >= self.enough

    @cached_property
    def ready_pooled(self) -> bool:
        """Whether enough are met when those of the levels below count as well."""
        return len(self.met) + sum(f.met for f in self.below) >= self.enough

    @cached_property
    def plans_missing(self) -> tuple[Finding, ...]:
        """The criteria not met and not planned, of the level applied for and below."""
        return tuple(f for f in self.left if f.plan_missing)


def standings(gate: Gate, findings: tuple[Finding, ...]) -> tuple[Standing, ...]:
    """One standing an objective."""
    held = []
    for objective in OBJECTIVES:
        own = [f for f in findings if f.criterion.objective == objective.id]
        at_level = tuple(f for f in own if f.criterion.level == gate.level)
        below = tuple(f for f in own if f.criterion.level != gate.level)
        held.append(Standing(objective, at_level, below, int(gate.enough.rule.decimal)))
    return tuple(held)


def outcomes(held: tuple[Standing, ...]) -> dict[str, str]:
    """The outcome on each reading; the plans are needed on all of them."""
    planned = not any(s.plans_missing for s in held)
    target = planned and all(s.ready for s in held)
    passes = {
        TARGET: target,
        POOLED: planned and all(s.ready_pooled for s in held),
        STRICT: target and all(f.met for s in held for f in s.below),
    }
    return {reading: PASS if passed else NOT_YET for reading, passed in passes.items()}
