"""Read a table of a form: its headings, then its rows; totals left out, and every fault told by row and column."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache, lru_cache
from typing import Literal

from calculators.values import amounts
from calculators.values.bounds import Bounds
from calculators.values.errors import AmountError
from calculators.values.faults import MOST_NAMED, Fault, TableError
from calculators.values.formats import first_of, quoted
from calculators.values.grids import GridError, Sheet
from calculators.values.headings import (
    CODE,
    GONE,
    PRACTICE,
    Found,
    Heading,
    Headings,
    How,
    find,
    has_something,
    short,
)
from calculators.values.totals import (
    ADD_UP,
    Amounts,
    is_named_total,
    is_sum,
    is_sum_of_all,
    left_out,
    may_be_total,
)
from calculators.values.unworked import unworked

ColumnKind = Literal["text", "money", "count", "number", "yes/no"]
Cell = Decimal | bool | str | None

MAX_ROWS = 1000
MOST_LINES = 2 * MAX_ROWS
"""Totals are no rows, and there are never more of them than rows."""

READERS: dict[str, Callable[[str], Cell]] = {
    "text": amounts.read_text,
    "money": amounts.read_money,
    "count": amounts.read_count,
    "number": amounts.read_number,
    "yes/no": amounts.read_yes_no,
}
LEAST = {"money": Decimal(0), "count": Decimal(0)}
"""What an amount in a table is at least, where its column says nothing else: a budget and a spend are no debts."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table field. `unique` columns hold no value twice, whatever its case.

    `minimum` and `maximum` bound the amounts in it.
    """

    name: str
    label: str
    kind: ColumnKind
    required: bool = False
    unique: bool = False
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    _bounds: Bounds = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_bounds", Bounds(self.kind, self.least, self.maximum))

    @property
    def least(self) -> Decimal | None:
        """The least that an amount in it may be."""
        return LEAST.get(self.kind) if self.minimum is None else self.minimum

    def read(self, text: str) -> Cell:
        """A cell’s value, None where it was left out; `AmountError` where it cannot be read or is out of bounds."""
        if amounts.left_out(text, self.kind, required=self.required):
            return None
        if words := unworked(text, self.kind):
            raise AmountError(words)
        return self._bounds.read(READERS[self.kind], text)

    def to_json(self) -> dict[str, object]:
        """The column as `describe` tells it."""
        described: dict[str, object] = {
            "name": self.name,
            "label": self.label,
            "kind": self.kind,
            "required": self.required,
        }
        bounds = {"minimum": self.least, "maximum": self.maximum}
        return described | {name: str(bound) for name, bound in bounds.items() if bound is not None}


CODES = Column(CODE, "Practice code", "text")
"""What every table of practices may have beside their names."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number as a spreadsheet counts, title rows included, and its cells; None was left empty."""

    number: int
    cells: dict[str, Cell]

    @property
    def name(self) -> str:
        """The practice's name as typed, or an empty text."""
        return str(self.cells.get(PRACTICE) or "")

    @property
    def code(self) -> str:
        """The practice's code as typed, or an empty text."""
        return str(self.cells.get(CODE) or "")

    @property
    def identity(self) -> str:
        """What tells the practice from others, whatever its case and spaces: its code, else its name."""
        return _folded(self.code or self.name)


@dataclass(frozen=True, slots=True)
class Table:
    """A table once read: its rows, in a sentence each what was passed over, and which rows were left out as totals.

    `headings` has each column's heading as the reader typed it.
    """

    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    left_out: tuple[int, ...] = ()
    headings: dict[str, str] = field(default_factory=dict)


def called(row: Row, rows: Sequence[Row]) -> str:
    """What a row is called: its practice's name, with the code where another has the same; else code or number."""
    if not row.name:
        return row.code or f"row {row.number}"
    alike = sum(_folded(other.name) == _folded(row.name) for other in rows)
    return f"{row.name} ({row.code})" if alike > 1 and row.code else row.name


@lru_cache(4096)
def _folded(text: str) -> str:
    return amounts.tidy(text).casefold()


def read_table(text: str, columns: tuple[Column, ...], told: str) -> Table:
    """The table, or `AmountError` naming each row, practice and column at fault. `told` begins each sentence.

    A row that is a total of others is left out, and a note says so; so does one about a column not used.
    """
    return read_found(find_table([Sheet("", text)], headings_of(columns), columns, told), columns, told)


def find_table(sheets: Sequence[Sheet], headings: Headings, columns: Sequence[Column], told: str) -> Found:
    """Where the table stands in the sheets; `AmountError` where none has its headings."""
    try:
        return find(sheets, headings, told, [c.name for c in columns if c.required] or [columns[0].name])
    except GridError as error:
        raise TableError(told, [Fault(error.row, "", error.words)]) from None


@cache
def headings_of(columns: tuple[Column, ...]) -> Headings:
    """What the headings of a table with these columns may be."""
    return Headings((column.name, (column.label,)) for column in with_codes(columns))


def with_codes(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns, and the practice's code where they are about practices."""
    names = {column.name for column in columns}
    return (*columns, CODES) if PRACTICE in names and CODE not in names else columns


def read_found(found: Found, columns: tuple[Column, ...], told: str) -> Table:
    """The rows below the headings that were found; `AmountError` as `read_table` has it."""
    wrong = [*header_faults(found, columns)]
    if not found.lines:
        raise (
            TableError(told, wrong)
            if wrong
            else AmountError(f"{told} must have a header row and at least one row below it")
        )
    if len(found.lines) > MOST_LINES:
        raise AmountError(f"{told} must have {MAX_ROWS:,} rows or fewer")
    known = {column.name: column for column in with_codes(columns)}
    reading = _Reading(found, [(h, known[h.name]) for h in found.by_name.values()])
    reading.read()
    wrong += reading.faults
    if wrong:
        raise TableError(told, wrong)
    if len(reading.rows) > MAX_ROWS:
        raise AmountError(f"{told} must have {MAX_ROWS:,} rows or fewer")
    if not reading.rows:
        raise AmountError(f"{told} must have at least one row that is not a total")
    notes = [*reading.notes, *_passed_over(found, known)]
    return Table(
        rows=tuple(reading.rows),
        notes=tuple(f"{told}: {note}" for note in notes),
        left_out=tuple(number for number, *_ in reading.totals),
        headings={name: heading.typed for name, heading in found.by_name.items()},
    )


class _Reading:
    """The rows of one table, as they are read: what is right with them and what is wrong."""

    def __init__(self, found: Found, taken: list[tuple[Heading, Column]]) -> None:
        self._found = found
        self._taken = taken
        self._sums = [(heading, column) for heading, column in taken if column.kind in ADD_UP]
        self.rows: list[Row] = []
        self.faults: list[Fault] = []
        self.totals: list[tuple[int, str, Amounts, int]] = []
        self._above: list[Amounts] = []
        self._maybe: list[str] = []

    def read(self) -> None:
        every = [self._amounts(cells) for _, cells in self._found.lines]
        for (number, cells), sums in zip(self._found.lines, every, strict=True):
            name = short(self._name(cells))
            if wide := [*_too_wide(self._found, number, cells, name)]:
                self.faults += wide
                continue
            if is_named_total(name) or (not name and is_sum(sums, self._above)):
                self.totals.append((number, name, sums, len(self._above)))
                continue
            values = {column.name: value for column, value in self._values(number, cells, name)}
            if is_sum(sums, self._above) or (not self._above and is_sum_of_all(sums, every[1:])):
                words = (
                    "is in every amount the sum of other rows. Name it Total if it is one. If it is not, "
                    "put its row between the others"
                )
                self.faults.append(Fault(number, "", words, name))
            self._above.append(sums)
            self.rows.append(Row(number, values))
            if may_be_total(name):
                words = "was counted. Take it out, or name it Total, if it is one."
                self._maybe.append(f"row {number} ({name}) {words}")
        self.faults += self._repeated()

    @property
    def notes(self) -> Iterator[str]:
        """What became of totals."""
        labels = [(column.label, column.kind) for _, column in self._sums]
        for number, name, sums, before in self.totals:
            yield left_out(number, name, sums, self._above[:before] or self._above, labels)
        yield from self._maybe

    def _values(self, number: int, cells: list[str], name: str) -> Iterator[tuple[Column, Cell]]:
        for heading, column in self._taken:
            text = cells[heading.place] if heading.place < len(cells) else ""
            value: Cell = None
            try:
                value = column.read(text)
                if (
                    value is None
                    and column.required
                    and not (column.name == PRACTICE and self._has_code(cells))
                ):
                    raise AmountError("is empty. Fill it in")
            except AmountError as error:
                self.faults.append(Fault(number, short(heading.typed), str(error), name))
            yield column, value

    def _has_code(self, cells: list[str]) -> bool:
        """Whether the row has a practice’s code, by which the practice is known without its name."""
        code = self._found.by_name.get(CODE)
        return code is not None and has_something(cells, code.place)

    def _name(self, cells: list[str]) -> str:
        """What the row is called: its practice, else another text of it, else what a column not used has."""
        texts = sorted((h.place for h, c in self._taken if c.kind == "text" and c.name != PRACTICE))
        practice = self._found.by_name.get(PRACTICE)
        others = [h.place for h in self._found.columns if h.how is How.OTHER]
        places = [*([practice.place] if practice else []), *texts, *others]
        return next((cells[n].strip() for n in places if has_something(cells, n)), "")

    def _amounts(self, cells: list[str]) -> Amounts:
        """The amounts that add up, column by column; None where a cell cannot be read as one."""
        return tuple(_amount(cells, heading.place, column) for heading, column in self._sums)

    def _repeated(self) -> Iterator[Fault]:
        """Rows that hold again what each row has to itself."""
        names = [column.name for _, column in self._taken if column.unique]
        if CODE in self._found.by_name and PRACTICE not in names:
            names.append(PRACTICE)
        for name in names:
            seen: dict[str, int] = {}
            for row in self.rows:
                held = row.identity if name == PRACTICE else _folded(str(row.cells[name] or ""))
                if held in seen:
                    words = f"names the same {name} as row {seen[held]}. Keep one row for each"
                    yield Fault(row.number, "", words, short(row.name or row.code))
                elif held:
                    seen[held] = row.number


def _amount(cells: list[str], place: int, column: Column) -> Decimal | None:
    try:
        value = READERS[column.kind](cells[place] if place < len(cells) else "")
    except AmountError:
        return None
    return value if isinstance(value, Decimal) else None


def _too_wide(found: Found, number: int, cells: list[str], name: str) -> Iterator[Fault]:
    """What is wrong with a row that has something to the right of the last heading."""
    if surplus := found.surplus(cells):
        yield Fault(number, "", too_wide(found, surplus), name)


def too_wide(found: Found, surplus: Sequence[str]) -> str:
    """What is wrong with a row that has this beyond the last heading."""
    return (
        f"has {found.width + len(surplus)} cells, and the header has {found.width}. "
        "Put amounts with commas in quotation marks, or give each column a heading"
    )


def header_faults(found: Found, columns: Sequence[Column]) -> Iterator[Fault]:
    """What is wrong with the headings, whatever the rows hold."""
    hinted = set()
    for heading in _nearly(found):
        hinted.add(heading.name)
        yield Fault(found.row, short(heading.typed), pointed_out(heading))
    for one, other in found.twice:
        yield Fault(found.row, "", twice(one, other))
    # A practice is known by its code where it has no name.
    named = {*found.by_name, *hinted} | ({PRACTICE} if CODE in found.by_name else set())
    for column in columns:
        if column.required and column.name not in named:
            yield Fault(found.row, "", f"must have the column {quoted(column.name)}")


def _nearly(found: Found) -> Iterator[Heading]:
    for heading in found.columns:
        if heading.how in {How.NEAR, How.SCALED} and heading.name not in found.by_name:
            yield heading


def pointed_at(found: Found) -> Iterator[Heading]:
    """The headings that are at fault: nearly a name, in another scale, or two for one."""
    yield from _nearly(found)
    for both in found.twice:
        yield from both


def pointed_out(heading: Heading) -> str:
    """What to do about a heading that is nearly one that is asked for, or tells another scale."""
    if heading.how is How.SCALED:
        return (
            "tells that its amounts are in another scale. "
            f"Write them out in full, and head them {quoted(heading.name)}"
        )
    return f"is not read: its heading is nearly {quoted(heading.name)}. Name it so, or something else"


def twice(one: Heading, other: Heading) -> str:
    """That two columns stand for the same."""
    if one.typed.casefold() == other.typed.casefold():
        return f"has the column {one.shown} twice. Keep one of them"
    return f"has the column {quoted(one.name)} twice, as {one.shown} and as {other.shown}. Keep one of them"


def _passed_over(found: Found, known: dict[str, Column]) -> Iterator[str]:
    """What became of columns, where it is not plain from their headings."""
    for heading in found.by_name.values():
        if heading.how in {How.UNIT, How.BEGINS}:
            yield f"the column {heading.shown} was read as {quoted(known[heading.name].label)}."
    if unused := [*not_used(found)]:
        told = first_of([heading.shown for heading in unused], MOST_NAMED)
        yield f"not used: {told}."


def not_used(found: Found) -> Iterator[Heading]:
    """The columns that hold something and answer nothing."""
    taken = {heading.place for heading in found.by_name.values()}
    for heading in found.columns:
        if heading.how in GONE or heading.place in taken:
            continue
        if heading.typed or any(has_something(cells, heading.place) for _, cells in found.lines):
            yield heading
