"""Turn a table of practices into counts: which rows say yes or reach the score, which no, which nothing."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from calculators.kinds.gateway.counts import COUNTS, SCORED
from calculators.values.faults import Fault
from calculators.values.formats import counted, number, quoted
from calculators.values.grids import written
from calculators.values.headings import short
from calculators.values.tables import Cell, Column, Row, called

NAME, SCORE, FIELD = "practice", "qof_score", "practice_data"
# The paper does not say out of how many points a score is. These are the form’s own bounds: the most points that
# the framework ever had, and the most that a score can be while it looks like a percentage.
MOST_POINTS, LIKE_PERCENT = Decimal(1050), Decimal(100)
COLUMNS = (
    Column(NAME, "Practice", "text", unique=True),
    Column(SCORE, "Latest QOF score", "number", minimum=Decimal(0), maximum=MOST_POINTS),
    *(Column(count.name, count.column, "yes/no") for count in COUNTS.values()),
)


@dataclass(frozen=True, slots=True, eq=False)
class Tally:
    """How many say yes; and from a table, which practices say no and which say nothing."""

    yes: int
    no: tuple[str, ...] = ()
    blank: tuple[str, ...] = ()
    from_table: bool = False

    @property
    def most(self) -> int:
        """How many there would be, were every empty cell a yes."""
        return self.yes + len(self.blank)


def tallies(rows: tuple[Row, ...]) -> dict[str, Tally]:
    """What the rows say of each count that the table has a column for."""
    if not rows:
        return {}
    columns, named = rows[0].cells, names(rows)
    found = {
        count.name: _tally(named, [row.cells[count.name] for row in rows])
        for count in COUNTS.values()
        if count.name in columns
    }
    if SCORE in columns:
        scores = [row.cells[SCORE] for row in rows]
        found |= {c.name: _tally(named, [_reaches(cell, c.score) for cell in scores]) for c in SCORED}
    return found


def names(rows: tuple[Row, ...]) -> tuple[str, ...]:
    """What each row is called: its practice as typed, with its code where names repeat."""
    return tuple(called(row, rows) for row in rows)


def raised(rows: tuple[Row, ...], enough: Mapping[str, int]) -> tuple[str, dict[str, tuple[str, ...]]]:
    """The table as CSV with as many more yes answers as each count needs, and which practices they are.

    Those without an answer come first; of scores the nearest, and those without one last.
    """
    cells, named = [dict(row.cells) for row in rows], names(rows)
    who = {}
    for name, needed in enough.items():
        score = COUNTS[name].score if SCORE in rows[0].cells else ""
        short = [n for n, row in enumerate(cells) if not _says_yes(row, name, score)]
        short.sort(key=lambda n: _distance(cells[n], name, score))
        chosen = short[: needed - (len(cells) - len(short))]
        who[name] = _sorted(named[n] for n in chosen)
        for n in chosen:
            cells[n] |= {SCORE: Decimal(score)} if score else dict.fromkeys(_with_lower(name, cells[n]), True)
    lines = [[_written(cell) for cell in row.values()] for row in cells]
    return written([list(rows[0].cells), *lines]), who


def _says_yes(row: Mapping[str, Cell], name: str, score: str) -> bool:
    return (_reaches(row[SCORE], score) if score else row[name]) is True


def _distance(row: Mapping[str, Cell], name: str, score: str) -> Decimal:
    if not score:
        return Decimal(0 if row[name] is None else 1)
    cell = row[SCORE]
    return Decimal(score) - (cell if isinstance(cell, Decimal) else 0)


def _with_lower(name: str, row: Mapping[str, Cell]) -> list[str]:
    """The column, and where it is that of a score, the columns of lower ones, which are reached as well."""
    scored = [count.name for count in SCORED]
    reached = scored[: scored.index(name)] if name in scored else []
    return [name, *(lower for lower in reached if lower in row)]


def _written(cell: Cell) -> str:
    return "" if cell is None else "yes" if cell is True else "no" if cell is False else str(cell)


def _reaches(cell: Cell, score: str) -> bool | None:
    return cell >= Decimal(score) if isinstance(cell, Decimal) else None


def _tally(named: tuple[str, ...], cells: Sequence[Cell]) -> Tally:
    said = list(zip(named, cells, strict=True))
    return Tally(
        yes=sum(cell is True for cell in cells),
        no=_sorted(name for name, cell in said if cell is False),
        blank=_sorted(name for name, cell in said if cell is None),
        from_table=True,
    )


def _sorted(named: Iterable[str]) -> tuple[str, ...]:
    """By name, and P2 before P10: the order of the rows says nothing."""
    return tuple(sorted(named, key=_by_name))


def _by_name(name: str) -> list[tuple[bool, int, str]]:
    return [
        (part.isdecimal(), int(part) if part.isdecimal() else 0, part)
        for part in re.split(r"(\d+)", name.casefold())
    ]


def faults(rows: tuple[Row, ...], practices: int) -> Iterator[Fault]:
    """What is wrong with a table that can be read."""
    columns = rows[0].cells
    scored = [count.name for count in SCORED if count.name in columns]
    if SCORE in columns and scored:
        yield _of_all(
            f"has both {quoted(SCORE)} and {quoted(scored[0])}. "
            f"Keep {quoted(SCORE)}, or the columns of yes and no, not both"
        )
    if len(rows) != practices:
        held, told = counted(len(rows), "row"), counted(practices, "practice")
        yield _of_all(
            f"has {held}, and the group has {told}. "
            "Enter one row for each practice, or change the number of practices"
        )
    yield from _percentages(rows)
    yield from _contradictions(rows, scored)


def _of_all(words: str) -> Fault:
    return Fault(0, "", words)


def _percentages(rows: tuple[Row, ...]) -> Iterator[Fault]:
    """Scores that all look like percentages, or like shares of one, are in another unit."""
    scores = [score for row in rows if isinstance(score := row.cells.get(SCORE), Decimal)]
    if scores and max(scores) <= LIKE_PERCENT:
        yield _of_all(
            f"has no {quoted(SCORE)} above {number(LIKE_PERCENT)}. Scores are points out of "
            f"{number(MOST_POINTS)} or fewer, and no percentages: enter the points"
        )


def _contradictions(rows: tuple[Row, ...], scored: list[str]) -> Iterator[Fault]:
    """A practice that reaches a score has reached every lower one."""
    for low, high in itertools.pairwise(scored):
        for row in rows:
            if row.cells[high] is True and row.cells[low] is not True:
                words = f"has yes for {quoted(high)}, so {quoted(low)} must be yes as well"
                yield Fault(row.number, "", words, short(row.name or row.code))
