"""Turn a table of practices into counts: how many rows say yes, or reach the score."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from calculators.kinds.gateway.counts import COUNTS, SCORED
from calculators.values.formats import counted, number
from calculators.values.tables import Column, Row

NAME, SCORE, FIELD = "practice", "qof_score", "practice_data"
# The paper does not say out of how many points a score is. These are the form’s own bounds: the most points that
# the framework ever had, and the most that a score can be while it looks like a percentage.
MOST_POINTS, LIKE_PERCENT = Decimal(1050), Decimal(100)
COLUMNS = (
    Column(NAME, "Practice", "text", unique=True),
    Column(SCORE, "Latest QOF score", "number", minimum=Decimal(0), maximum=MOST_POINTS),
    *(Column(count.name, count.column, "yes/no") for count in COUNTS.values()),
)


@dataclass(frozen=True, slots=True)
class Tally:
    """The counts a table gives, and for each the cells left empty, which count as no."""

    counts: dict[str, int]
    empty: dict[str, int]


def tally(rows: tuple[Row, ...]) -> Tally:
    """Count the rows column by column; a column that is empty throughout answers nothing."""
    counts: dict[str, int] = {}
    empty: dict[str, int] = {}
    for column in (c.name for c in COLUMNS if c.name != NAME and rows and c.name in rows[0].cells):
        cells = [row.cells[column] for row in rows]
        blank = cells.count(None)
        if blank == len(cells):
            continue
        if blank:
            empty[column] = blank
        if column == SCORE:
            for count in SCORED:
                needed = Decimal(count.score)
                counts[count.name] = sum(isinstance(cell, Decimal) and cell >= needed for cell in cells)
        else:
            counts[column] = cells.count(True)
    return Tally(counts, empty)


def faults(rows: tuple[Row, ...], practices: int) -> Iterator[str]:
    """What is wrong with a table that can be read, one whole sentence each."""
    columns = rows[0].cells
    scored = [count.name for count in SCORED if count.name in columns]
    if SCORE in columns and scored:
        yield f"The table has both {SCORE} and {scored[0]}. Keep {SCORE}, or the yes and no columns, not both"
    if len(rows) != practices:
        held, told = counted(len(rows), "row"), counted(practices, "practice")
        yield (
            f"The table has {held}, and the group has {told}. "
            "Enter one row for each practice, or change the number of practices"
        )
    yield from _percentages(rows)
    yield from _contradictions(rows, scored)


def _percentages(rows: tuple[Row, ...]) -> Iterator[str]:
    """Scores that all look like percentages, or like shares of one, are in another unit."""
    scores = [score for row in rows if isinstance(score := row.cells.get(SCORE), Decimal)]
    if scores and max(scores) <= LIKE_PERCENT:
        yield (
            f"The table has no {SCORE} above {number(LIKE_PERCENT)}. Scores are points out of "
            f"{number(MOST_POINTS)} or fewer, and no percentages: enter the points"
        )


def _contradictions(rows: tuple[Row, ...], scored: list[str]) -> Iterator[str]:
    """A practice that reaches a score has reached every lower one."""
    for low, high in itertools.pairwise(scored):
        for row in rows:
            if row.cells[high] is True and row.cells[low] is not True:
                yield f"{_called(row)} has yes for {high}, so {low} must be yes as well"


def _called(row: Row) -> str:
    name = row.cells.get(NAME)
    return f"The table: row {row.number}{f' ({name})' if name else ''}"
