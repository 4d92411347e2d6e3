"""The fields of the gateway checker, in the order a group would answer them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from calculators.engine.fields import Choice, Cluster, Field, Group
from calculators.kinds.gateway.answers import COUNTS_FROM, FROM_TABLE, TYPED
from calculators.kinds.gateway.counts import COUNTS, TOTALS
from calculators.kinds.gateway.criteria import CRITERIA, OBJECTIVES
from calculators.kinds.gateway.practice_table import COLUMNS
from calculators.kinds.gateway.questions import LEVELS, MOVES, clusters, questions
from calculators.values.formats import lower_first

ABOUT = Group("group", "Your group", "Only the level and the number of practices are needed to start.")
TABLE = Group(
    "table",
    "Practice by practice",
    "If you keep a spreadsheet of your practices, give it here first: it fills in the counts below. "
    "If you have none, skip this and type the counts.",
)
LEFT_EMPTY = "Leave empty what you do not know: the result lists it."
AS_A_COUNT = " A count may be typed as 12, as 12 of 14 or as all."
COUNTING = {c.objective for c in CRITERIA if c.count}
GROUPS = (
    ABOUT,
    TABLE,
    *(Group(o.id, o.name, LEFT_EMPTY + AS_A_COUNT * (o.id in COUNTING)) for o in OBJECTIVES),
)


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
            f"In the group or not. Level {forum.level} asks for {forum.threshold}% of them in the group’s forum.",
            forum.source,
            False,
        ),
        (
            "membership",
            "Members of the group",
            "Leave empty to count each practice as one member. "
            f"Level {report.level} wants {report.threshold}% of them asked to report at each meeting.",
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
            noun=f"the number of {lower_first(label)}",
            hint=hint,
            kind="count",
            unit="people" if name == "population" else TOTALS[name][1].split()[0],
            required=required,
            default_from="practices" if name == "membership" else "",
            minimum=Decimal(1),
            source=source or MOVES.citation,
            group=ABOUT.id,
        )


def _table() -> Iterator[Field]:
    yield Field(
        name="practice_data",
        label="Figures for each practice",
        noun="the table",
        hint=(
            "A row of headings, then one row for each practice, with yes or no in each cell. "
            "Its columns are counted for you, in place of the counts you would type."
        ),
        kind="table",
        columns=COLUMNS,
        source=MOVES.citation,
        group=TABLE.id,
    )
    yield Field(
        name=COUNTS_FROM,
        label="Where a number you typed differs from your table, which holds?",
        noun="which number holds",
        kind="choice",
        default=FROM_TABLE,
        choices=(Choice(FROM_TABLE, "The table"), Choice(TYPED, "The number I typed")),
        source=MOVES.citation,
        group=TABLE.id,
    )


CLUSTERS: tuple[Cluster, ...] = tuple(cluster for o in OBJECTIVES for cluster in clusters(o))
FIELDS: tuple[Field, ...] = (*_about(), *_table(), *(field for o in OBJECTIVES for field in questions(o)))
