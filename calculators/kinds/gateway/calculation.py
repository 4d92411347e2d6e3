"""Hertfordshire, levels of practice based commissioning: is a group ready to move up a level?"""

from __future__ import annotations

from calculators.engine.calculator import Answers
from calculators.engine.result import ReadingOutcome, Result, Series
from calculators.engine.working import Working
from calculators.kinds.gateway import commitment, working_steps
from calculators.kinds.gateway.actions import actions, criteria
from calculators.kinds.gateway.answers import read
from calculators.kinds.gateway.checks import find
from calculators.kinds.gateway.criteria import PAPER
from calculators.kinds.gateway.notes import notes
from calculators.kinds.gateway.verdict import PASS, TARGET, Gate, Standing, outcomes, standings
from calculators.records.papers import load_paper
from calculators.values import formats

READINGS = load_paper(PAPER).ambiguity("amb-gateway-two-of-which").reading


def calculate(answers: Answers, working: Working) -> Result:
    """The gateway rule on one group's answers; `CaseError` where a count is above its total."""
    given = read(answers)
    gate = Gate(
        answers.choice("applying_for"),
        enough=working.rule(PAPER, "gateway-minimum-criteria"),
        plans=working.rule(PAPER, "gateway-remaining-plans"),
    )
    working.rule(PAPER, "gateway-sequence")
    working.rule(PAPER, "gateway-criteria-cumulative")
    findings = find(gate.level, answers, given)
    held = standings(gate, findings)
    by_reading = outcomes(held)
    if not working.brief:
        working_steps.thresholds(findings, given, working)
    figures = working_steps.objectives(gate, held, working)
    support = commitment.amounts(gate.level, answers.amount_or_none("population"), working)
    figures |= support
    if working.brief:
        return Result(calculator="gateway", outcome=by_reading[TARGET], figures=figures)
    passed = by_reading[TARGET] == PASS
    return Result(
        calculator="gateway",
        outcome=by_reading[TARGET],
        headline=_headline(gate, passed, held),
        figures=figures,
        checks=tuple(f.check() for f in findings),
        working=working.steps,
        actions=actions(gate, passed, held),
        readings=tuple(_reading(r.id, r.text, by_reading[r.id]) for r in READINGS if r.id in by_reading),
        notes=notes(gate, given, held, by_reading, supported=bool(support)),
        rules=working.rules,
        tables=(_summary(gate, held), commitment.table(gate.level)),
    )


def _reading(id: str, text: str, outcome: str) -> ReadingOutcome:
    return ReadingOutcome(
        id, text.removesuffix(".") + (" (the reading used above)" if id == TARGET else ""), outcome
    )


def _headline(gate: Gate, passed: bool, held: tuple[Standing, ...]) -> str:
    if passed:
        left = sum(len(s.left) for s in held)
        rest = f", and the {criteria(left)} still to be met {'has a plan' if left == 1 else 'have plans'}"
        enough = formats.in_words(held[0].enough)
        rest = rest if left else ""
        return f"Ready for level {gate.level}: every objective has {enough} or more criteria met{rest}"
    ready, missing = sum(s.ready for s in held), sum(len(s.plans_missing) for s in held)
    parts = []
    if ready < len(held):
        some = f"{formats.in_words(ready)} of the {formats.in_words(len(held))}" if ready else "none of the"
        parts.append(f"{some} objectives {'have' if ready > 1 else 'has'} enough criteria met")
    if missing:
        parts.append(f"{criteria(missing)} not met {'has' if missing == 1 else 'have'} no plan")
    return f"Not yet ready for level {gate.level}: {', and '.join(parts)}"


def _summary(gate: Gate, held: tuple[Standing, ...]) -> Series:
    return Series(
        title="Objective by objective",
        columns=("Objective", "Met", "Enough?", "Plans missing"),
        kinds=("text", "text", "text", "count"),
        rows=tuple(
            (
                f"{s.objective.number}.\N{NO-BREAK SPACE}{s.objective.title}",
                f"{len(s.met)} of {len(s.at_level)}".replace(" ", "\N{NO-BREAK SPACE}"),
                "Yes" if s.ready else f"No, {formats.in_words(s.enough - len(s.met))} more",
                str(len(s.plans_missing)),
            )
            for s in held
        ),
        note=f"Met counts the criteria of level {gate.level}. Plans missing counts those of lower levels too.",
        first=True,
    )
