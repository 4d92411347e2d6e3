"""Hertfordshire, levels of practice based commissioning: is a group ready to move up a level?"""

from __future__ import annotations

from dataclasses import dataclass

from calculators.engine.answers import Answers
from calculators.engine.result import Verdict
from calculators.engine.working import Working
from calculators.kinds.gateway import commitment, working_steps
from calculators.kinds.gateway.answers import Given, read
from calculators.kinds.gateway.checks import find
from calculators.kinds.gateway.criteria import PAPER
from calculators.kinds.gateway.standing import TARGET, Gate, Standing, outcomes, standings


@dataclass(frozen=True, kw_only=True)
class Readiness(Verdict):
    """How the group stands in each objective, and the outcome on each reading of the gateway's rule."""

    gate: Gate
    given: Given
    standings: tuple[Standing, ...]
    by_reading: dict[str, str]


def decide(answers: Answers, working: Working) -> Readiness:
    """The gateway rule on one group's answers; `CaseError` where a count is above its total."""
    given = read(answers)
    gate = Gate(
        answers.choice("applying_for"),
        enough=working.rule(PAPER, "gateway-minimum-criteria"),
        plans=working.rule(PAPER, "gateway-remaining-plans"),
    )
    working.rule(PAPER, "gateway-sequence")
    working.rule(PAPER, "gateway-criteria-cumulative")
    held = standings(gate, find(gate.level, answers, given))
    by_reading = outcomes(held)
    working.compared(lambda: working_steps.comparisons(gate, given, held))
    working.then(lambda: working_steps.thresholds(given, held))
    working.then(lambda: working_steps.objectives(gate, held))
    counts = {
        "objectives_ready": sum(s.ready for s in held),
        "criteria_met": sum(len(s.met) for s in held),
        "criteria_total": sum(len(s.at_level) for s in held),
        "plans_missing": sum(len(s.plans_missing) for s in held),
    }
    lacking = sum(max(0, s.enough - len(s.met)) for s in held)
    support = commitment.amounts(gate.level, answers.amount_or_none("population"), working)
    return Readiness(
        outcome=by_reading[TARGET],
        figures={**counts, **support},
        distance=lacking + counts["plans_missing"],
        gate=gate,
        given=given,
        standings=held,
        by_reading=by_reading,
    )
