"""A result as CSV: in one row, as a table of cases has it, and its conditions as a list."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping

from calculators.engine.registry import get
from calculators.engine.result import Check, Result
from calculators.uses import gaps
from calculators.uses.batch import one_row
from calculators.uses.notes import Notes, seen
from calculators.values import formats
from calculators.values.grids import defused
from calculators.values.headings import CONDITION

# fmt: off
COLUMNS = (
    "Objective", "Level", "Condition", "State", "You have", "Needed", "Short by", "Practices with a no",
    "Practices without an answer", "Plan", "Evidence", "Owner", "By", "Paragraph",
)
# fmt: on


def row(result: Result, case: Mapping[str, str], notes: Notes) -> str:
    """The row that a table of cases gives, and beside its figures each condition with all there is to say of it.

    What was worked out stands together, so that all of it is passed over where the row is read again.
    """
    names, cells = csv.reader(io.StringIO(one_row(get(result.calculator), dict(case))))
    titled = [
        (title.partition(":")[0], check)
        for title, checks in gaps.by_objective(get(result.calculator), result.checks)
        for check in checks
    ]
    return _written(
        [
            [*names[:-1], *(_heading(title, check) for title, check in titled), names[-1]],
            # What came out of a table of cases is safe already.
            [*cells[:-1], *(_cell(check, notes) for _, check in titled), cells[-1]],
        ]
    )


def conditions(result: Result, notes: Notes) -> str:
    """Each condition in a row of its own, by objective and level."""
    return _written(
        [
            list(COLUMNS),
            *(
                _row(title, check, notes)
                for title, checks in gaps.by_objective(get(result.calculator), result.checks)
                for check in checks
            ),
        ]
    )


def _heading(title: str, check: Check) -> str:
    return (
        f"{CONDITION} of {formats.lower_first(title)}: {check.label}"
        if title
        else f"{CONDITION}: {check.label}"
    )


def _cell(check: Check, notes: Notes) -> str:
    told = (f"{gaps.STATES[check.state]}.", gaps.facts(check), notes.of(check.id).told)
    return defused(seen(" ".join(filter(None, told))))


def _row(title: str, check: Check, notes: Notes) -> list[str]:
    note = notes.of(check.id)
    cells = (
        title, check.level, check.label, gaps.STATES[check.state], check.have, check.need,
        "" if check.short is None else str(check.short), "; ".join(check.who or ()),
        "; ".join(check.who_unanswered or ()), gaps.PLANS.get(check.plan, "").capitalize(),
        note.evidence, note.owner, note.date, check.source.short,
    )  # fmt: skip
    return [defused(seen(cell)) for cell in cells]


def _written(rows: Iterable[Iterable[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue()
