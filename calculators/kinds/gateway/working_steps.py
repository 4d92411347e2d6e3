"""The arithmetic of the gateway as steps: thresholds in whole practices, then counts over the objectives."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from calculators.engine.working import Working
from calculators.kinds.gateway.answers import Given
from calculators.kinds.gateway.checks import Finding, needed
from calculators.kinds.gateway.counts import COUNTS, TOTALS
from calculators.kinds.gateway.verdict import Gate, Standing
from calculators.records.citations import CitedRule
from calculators.values import formats
from calculators.values.quantities import Quantity, percentage, plain


def thresholds(findings: Iterable[Finding], given: Given, working: Working) -> None:
    """One step for each threshold: its share of the practices, area or members, rounded up to a whole one."""
    seen = set()
    for criterion in (f.criterion for f in findings if f.criterion.count):
        count = COUNTS[criterion.count]
        total, key = given.total(count), (count.total, criterion.percent)
        if total is None or key in seen:
            continue
        seen.add(key)
        _, many = TOTALS[count.total]
        share = plain(total) * percentage(criterion.percent)
        working.take(
            f"{criterion.threshold}% of the {many}",
            _rounded_up(share, needed(criterion, total)),
            "count",
            criterion.source,
        )


def _rounded_up(share: Quantity, whole: int) -> Quantity:
    return Quantity(Fraction(whole), lambda: f"{share.text}, rounded up")


def objectives(gate: Gate, held: tuple[Standing, ...], working: Working) -> dict[str, str]:
    """Criteria met, objective by objective, and the plans missing: the figures, each from its step."""
    level, enough, plans = gate.level, gate.enough, gate.plans
    working.note("Criteria that count", "", f"those of level {level}", enough.citation, basis="inferred")
    for standing in () if working.brief else held:
        working.note(
            standing.objective.name,
            "",
            f"{len(standing.met)} of {len(standing.at_level)} met, {standing.enough} needed: "
            + ("enough" if standing.ready else "not enough"),
            standing.objective.source,
        )
    sums = (
        ("objectives_ready", "Objectives with enough criteria met", [int(s.ready) for s in held], enough),
        ("criteria_met", f"Level {level} criteria met", [len(s.met) for s in held], enough),
        ("criteria_total", f"Level {level} criteria in all", [len(s.at_level) for s in held], enough),
        (
            "plans_missing",
            "Criteria of all levels so far without a plan",
            [len(s.plans_missing) for s in held],
            plans,
        ),
    )
    return {name: _total(step, parts, working, cited) for name, step, parts, cited in sums}


def _total(step: str, parts: list[int], working: Working, cited: CitedRule) -> str:
    if working.brief:
        return formats.figure(sum(parts), "count")
    total = Quantity(Fraction(sum(parts)), lambda: " + ".join(formats.number(part) for part in parts))
    return formats.figure(working.take(step, total, "count", cited.citation), "count")
