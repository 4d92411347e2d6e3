"""The questions of the gateway checker, in the order a group would answer them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from calculators.engine.citation import rule
from calculators.engine.fields import Choice, Cluster, Field, Group, ShowIf
from calculators.engine.schemas import formats_list
from calculators.gateway.counts import COUNTS, TOTALS, Count
from calculators.gateway.criteria import CRITERIA, OBJECTIVES, PAPER, Criterion, Objective
from calculators.gateway.practice_table import COLUMNS

MOVES = rule(PAPER, "gateway-sequence")
DEADLINE = rule(PAPER, "gateway-remaining-plans")
LEVELS = {to: now for now, to in (re.findall(r"\d+", move) for move in MOVES.rule.value)}
"""Each level that can be applied for, and the level a group comes from."""

ABOUT = Group("group", "Your group", "Only the level and the number of practices are needed to start.")
TABLE = Group(
    "table",
    "Practice by practice",
    "If you keep a spreadsheet, paste it here. If not, skip this and type the totals below.",
)
GROUPS = (
    ABOUT,
    TABLE,
    *(Group(o.id, o.name, "Leave empty what you do not know: the result lists it.") for o in OBJECTIVES),
)


def _asked_at(level: str) -> ShowIf | None:
    """Ask about a level only in an application for that level or a higher one."""
    wanted = tuple(applied for applied in LEVELS if int(applied) >= int(level))
    return None if len(wanted) == len(LEVELS) else ShowIf("applying_for", wanted)


def _about() -> Iterator[Field]:
    yield Field(
        name="applying_for",
        label="Which level do you want to move to?",
        noun="the level you want to move to",
        hint="Groups move up one level at a time.",
        kind="choice",
        required=True,
        choices=tuple(Choice(to, f"Level {to}", f"From level {now}") for to, now in LEVELS.items()),
        source=MOVES.citation,
        group=ABOUT.id,
    )
    forum, report = COUNTS["forum_involved"].served[0], COUNTS["asked_to_report"].served[0]
    totals = (
        ("practices", "Practices in the group", "The total for most of the counts below.", None, True),
        (
            "area_practices",
            "Practices in the geographical area",
            f"In the group or not. {forum.threshold}% of them have to take part in the group's forum.",
            forum.source,
            False,
        ),
        (
            "membership",
            "Members of the group",
            "Leave empty to count each practice as one member. "
            f"{report.threshold}% of the members report at each meeting.",
            report.source,
            False,
        ),
        (
            "population",
            "People the group cares for",
            "For what the PCT commits at the new level.",
            None,
            False,
        ),
    )
    for name, label, hint, source, required in totals:
        yield Field(
            name=name,
            label=label,
            noun=f"the number of {label[:1].lower()}{label[1:]}",
            hint=hint,
            kind="count",
            unit="people" if name == "population" else TOTALS[name][1].split()[0],
            required=required,
            minimum=Decimal(1),
            source=source or MOVES.citation,
            group=ABOUT.id,
        )


def _table() -> Field:
    return Field(
        name="practice_data",
        label="Figures for each practice",
        noun="the table",
        hint=(
            "A row of headings, then one row a practice, with yes or no in each cell. "
            "It takes the place of the counts below for the columns it has."
        ),
        kind="table",
        columns=COLUMNS,
        source=MOVES.citation,
        group=TABLE.id,
    )


def asks(criterion: Criterion) -> str:
    """What a level asks of a count: `80%`, `all` where it asks for every one."""
    return f"{criterion.threshold}%"


def _count_hint(count: Count) -> str:
    spoken = formats_list([f"level {c.level} asks for {asks(c)}" for c in count.served])
    where = {"practices": "the group's practices", "area_practices": "the area's practices"}
    return f"{spoken[:1].upper()}{spoken[1:]} of {where.get(count.total, 'the membership')}."


def _count(count: Count, group: str) -> Iterator[Field]:
    served = count.served
    yield Field(
        name=count.name,
        label=count.label,
        noun=count.noun,
        hint=_count_hint(count),
        kind="count",
        unit=TOTALS[count.total][1].split()[0],
        source=served[0].source,
        group=group,
        cluster=count.name,
        show_if=_asked_at(served[0].level),
    )
    for criterion in served:
        when = f"Level {criterion.level}, if {asks(criterion)} is not reached"
        yield _plan(criterion, when, _asked_at(criterion.level))


def _yes_no(criterion: Criterion) -> Iterator[Field]:
    yield Field(
        name=criterion.field,
        label=criterion.text,
        noun=f"the answer on ‘{criterion.text}’",
        hint=f"Evidence: {criterion.evidence[:1].lower()}{criterion.evidence[1:]}."
        if criterion.evidence
        else "",
        kind="yes/no",
        source=criterion.source,
        group=criterion.objective,
        cluster=criterion.id,
        show_if=_asked_at(criterion.level),
    )
    yield _plan(criterion, "Not met yet", ShowIf(criterion.field, ("no",)))


def _plan(criterion: Criterion, when: str, show_if: ShowIf | None) -> Field:
    return Field(
        name=criterion.plan,
        label=f"{when}: is there a clear plan to reach it within {DEADLINE.rule.show(words=True)} months?",
        noun=f"the level {criterion.level} plan for ‘{criterion.text}’",
        listed=f"Plan for level {criterion.level}: {criterion.text}",
        kind="yes/no",
        source=DEADLINE.citation,
        group=criterion.objective,
        cluster=criterion.count or criterion.id,
        show_if=show_if,
    )


def _clusters(objective: Objective) -> Iterator[Cluster]:
    for first in _questions(objective):
        levels = [c.level for c in COUNTS[first.count].served] if first.count else [first.level]
        yield Cluster(
            id=first.count or first.id,
            title=first.text,
            group=objective.id,
            hint=first.note,
            tag=f"Level{'s' if len(levels) > 1 else ''} {formats_list(levels)}",
            source=first.source,
            show_if=_asked_at(first.level),
        )


def _questions(objective: Objective) -> Iterator[Criterion]:
    """The criteria that each ask a question of their own: a count is asked once, with its lowest level."""
    for criterion in CRITERIA:
        first = not criterion.count or criterion == COUNTS[criterion.count].served[0]
        if first and criterion.objective == objective.id:
            yield criterion


def _objective(objective: Objective) -> Iterator[Field]:
    for first in _questions(objective):
        yield from _count(COUNTS[first.count], objective.id) if first.count else _yes_no(first)


CLUSTERS: tuple[Cluster, ...] = tuple(cluster for o in OBJECTIVES for cluster in _clusters(o))
FIELDS: tuple[Field, ...] = (*_about(), _table(), *(field for o in OBJECTIVES for field in _objective(o)))
