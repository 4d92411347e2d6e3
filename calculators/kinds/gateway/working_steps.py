"""The arithmetic of the gateway as steps: thresholds in whole practices, then counts over the objectives."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from calculators.engine.working import Compared, Reason, Taken
from calculators.kinds.gateway.answers import Given
from calculators.kinds.gateway.checks import Finding, needed
from calculators.kinds.gateway.counts import AS_MEMBERS, COUNTS, TOTALS
from calculators.kinds.gateway.criteria import PAPER
from calculators.kinds.gateway.standing import Gate, Standing
from calculators.values.quantities import percentage, plain, rounded_up, total

Held = tuple[Standing, ...]


def _counted(held: Held) -> Iterator[Finding]:
    return (f for s in held for f in (*s.at_level, *s.below) if f.criterion.count)


def thresholds(given: Given, held: Held) -> Iterator[Taken]:
    """One step for each threshold: its share of the practices, area or members, rounded up to a whole one."""
    seen = set()
    for criterion in (finding.criterion for finding in _counted(held)):
        count = COUNTS[criterion.count]
        number, key = given.total(count), (count.total, criterion.percent)
        if number is None or key in seen:
            continue
        seen.add(key)
        _, many = TOTALS[count.total]
        if count.total in given.stand_ins:
            many = f"practices, {AS_MEMBERS}"
        whole = rounded_up(plain(number) * percentage(criterion.percent))
        yield Taken(f"{criterion.threshold}% of the {many}", whole, "count", criterion.source)


def objectives(gate: Gate, held: Held) -> Iterator[Taken | Reason]:
    """Criteria met, objective by objective, then the figures: each a sum over the objectives."""
    level, enough, plans = gate.level, gate.enough.citation, gate.plans.citation
    yield Reason("Criteria that count", "", f"those of level {level}", enough, "inferred")
    for standing in held:
        met = f"{len(standing.met)} of {len(standing.at_level)} met, {standing.enough} needed"
        verdict = "enough" if standing.ready else "not enough"
        yield Reason(standing.objective.name, "", f"{met}: {verdict}", standing.objective.source)
    for step, parts, source in (
        ("Objectives with enough criteria met", [int(s.ready) for s in held], enough),
        (f"Level {level} criteria met", [len(s.met) for s in held], enough),
        (f"Level {level} criteria in all", [len(s.at_level) for s in held], enough),
        ("Criteria of all levels so far without a plan", [len(s.plans_missing) for s in held], plans),
    ):
        yield Taken(step, total([plain(part) for part in parts]), "count", source)


def comparisons(gate: Gate, given: Given, held: Held) -> Iterator[Compared]:
    """Each count held against its criterion's threshold, and the criteria met against how many are enough."""
    for finding in _counted(held):
        criterion = finding.criterion
        tally, whole = given.counts[criterion.count], given.totals[criterion.denominator]
        if tally is not None and whole is not None:
            yield Compared(PAPER, criterion.id, Fraction(tally.yes), Fraction(needed(criterion, whole)))
    for standing in held:
        yield Compared(PAPER, gate.enough.rule.id, Fraction(len(standing.met)), Fraction(standing.enough))
