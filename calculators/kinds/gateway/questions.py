"""The questions about one objective: each criterion once, and the plan for it, as cards of a form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from calculators.engine.fields import Cluster, Field, ShowIf
from calculators.kinds.gateway.counts import COUNTS, TOTALS, Count
from calculators.kinds.gateway.criteria import CRITERIA, PAPER, asks, named
from calculators.records.citations import rule
from calculators.records.schemas import Criterion, Objective
from calculators.values.formats import listed, lower_first, upper_first

MOVES = rule(PAPER, "gateway-sequence")
DEADLINE = rule(PAPER, "gateway-remaining-plans")
LEVELS = {to: now for now, to in (re.findall(r"\d+", move) for move in MOVES.rule.value)}
"""Each level that can be applied for, and the level a group comes from."""


def _asked_at(level: str) -> ShowIf | None:
    """Ask about a level only in an application for that level or a higher one."""
    wanted = tuple(applied for applied in LEVELS if int(applied) >= int(level))
    return None if len(wanted) == len(LEVELS) else ShowIf("applying_for", wanted)


def _count_hint(count: Count) -> str:
    spoken = listed([f"level {c.level} asks for {asks(c)}" for c in count.served])
    where = {"practices": "the group’s practices", "area_practices": "the area’s practices"}
    return f"{upper_first(spoken)} of {where.get(count.total, 'the membership')}."


def _count(count: Count, group: str) -> Iterator[Field]:
    served = count.served
    yield Field(
        name=count.name,
        label=count.label,
        noun=count.noun,
        hint=_count_hint(count),
        kind="count",
        unit=TOTALS[count.total][1].split()[0],
        total=count.total,
        source=served[0].source,
        group=group,
        cluster=count.name,
        show_if=_asked_at(served[0].level),
    )
    for criterion in served:
        when = f"Level {criterion.level}, if {asks(criterion)} is not reached"
        yield _plan(criterion, when)


def _yes_no(criterion: Criterion) -> Iterator[Field]:
    yield Field(
        name=criterion.field,
        label=criterion.text,
        noun=f"the answer on ‘{criterion.text}’",
        hint=f"Evidence could be: {lower_first(criterion.evidence)}." if criterion.evidence else "",
        kind="yes/no",
        source=criterion.source,
        group=criterion.objective,
        cluster=criterion.id,
        show_if=_asked_at(criterion.level),
    )
    yield _plan(criterion, "Not met yet")


def _plan(criterion: Criterion, when: str) -> Field:
    return Field(
        name=criterion.plan,
        label=f"Plan for ‘{named(criterion)}’",
        noun=f"the plan for ‘{named(criterion)}’",
        in_card=f"{when}: is there a clear plan to reach it within {DEADLINE.rule.show(words=True)} months?",
        kind="yes/no",
        source=DEADLINE.citation,
        group=criterion.objective,
        cluster=criterion.count or criterion.id,
        show_if=_asked_at(criterion.level),
    )


def clusters(objective: Objective) -> Iterator[Cluster]:
    """One card for each question of an objective."""
    for first in _asked(objective):
        levels = [c.level for c in COUNTS[first.count].served] if first.count else [first.level]
        yield Cluster(
            id=first.count or first.id,
            title=first.text,
            group=objective.id,
            hint=first.help,
            tag=f"Level{'s' if len(levels) > 1 else ''} {listed(levels)}",
            source=first.source,
            show_if=_asked_at(first.level),
        )


def _asked(objective: Objective) -> Iterator[Criterion]:
    """The criteria that each ask a question of their own: a count is asked once, with its lowest level."""
    for criterion in CRITERIA:
        first = not criterion.count or criterion == COUNTS[criterion.count].served[0]
        if first and criterion.objective == objective.id:
            yield criterion


def questions(objective: Objective) -> Iterator[Field]:
    """Every field of an objective, the criteria in the paper's order."""
    for first in _asked(objective):
        yield from _count(COUNTS[first.count], objective.id) if first.count else _yes_no(first)
