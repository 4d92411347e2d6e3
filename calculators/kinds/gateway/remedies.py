"""What would make a group ready: criteria to meet where an objective lacks some, then plans for what is left."""

from __future__ import annotations

from calculators.engine.answers import Answers
from calculators.engine.calculator import Remedy, Told
from calculators.kinds.gateway.actions import nearest_first
from calculators.kinds.gateway.calculation import Readiness
from calculators.kinds.gateway.checks import Counted, Finding
from calculators.kinds.gateway.counts import SCORED
from calculators.kinds.gateway.criteria import named
from calculators.kinds.gateway.practice_table import FIELD, raised
from calculators.kinds.gateway.standing import Standing
from calculators.values.formats import listed


def remedy(answers: Answers, found: Readiness) -> Remedy:
    """The next answers to change: the fewest criteria that make each objective ready, else every plan left."""
    lacking = [standing for standing in found.standings if not standing.ready]
    if not lacking:
        unplanned = (f for s in found.standings for f in s.plans_missing)
        return Remedy({f.criterion.plan: "yes" for f in unplanned})
    return _met(answers, found, [f for standing in lacking for f in _chosen(standing)])


def _chosen(standing: Standing) -> list[Finding]:
    """As many as are lacking, the nearest first; what nobody can count is left out."""
    left = [f for f in standing.at_level if not f.met and not (isinstance(f, Counted) and f.total is None)]
    return sorted(left, key=nearest_first)[: standing.enough - len(standing.met)]


def _met(answers: Answers, found: Readiness, chosen: list[Finding]) -> Remedy:
    counted = [f for f in chosen if isinstance(f, Counted)]
    from_table = {f.criterion.count: f.enough for f in counted if f.tally}
    typed = {f.criterion.count: f.enough for f in counted if not f.tally}
    changes = {f.criterion.field: "yes" for f in chosen if not isinstance(f, Counted)}
    changes |= {name: str(enough) for name, enough in _in_order(found, typed).items()}
    if not from_table:
        return Remedy(changes)
    text, who = raised(answers.rows(FIELD), from_table)
    told = tuple(_told(f, who[f.criterion.count]) for f in counted if f.tally)
    return Remedy(changes | {FIELD: text}, told)


def _in_order(found: Readiness, typed: dict[str, int]) -> dict[str, int]:
    """The typed counts, with those of the lower scores that have to rise along."""
    higher = 0
    raised_too = dict(typed)
    for count in reversed(SCORED):
        tally = found.given.counts[count.name]
        higher = max(higher, typed.get(count.name, 0))
        if higher and tally and not tally.from_table and tally.yes < higher:
            raised_too[count.name] = higher
    return raised_too


def _told(finding: Counted, who: tuple[str, ...]) -> Told:
    return Told(
        label=named(finding.criterion),
        before=finding.have,
        after=f"{finding.enough:,} of {finding.total:,}, with {listed([*who])} as well",
    )
