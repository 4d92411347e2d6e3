"""Read a table pasted from a spreadsheet: a header row, then rows, commas or tabs between cells."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from calculators.values import amounts, formats
from calculators.values.bounds import check_bounds
from calculators.values.errors import AmountError
from calculators.values.totals import Amounts, is_named_total, is_sum, is_sum_of_all, may_be_total

ColumnKind = Literal["text", "money", "count", "number", "yes/no"]
Cell = Decimal | bool | str | None
ADD_UP = frozenset({"money", "count"})
"""The kinds of column whose amounts make a total."""

MAX_ROWS = 1000
MOST_LINES = 2 * MAX_ROWS
"""Totals are no rows, and there are never more of them than rows."""

MOST_NAMED = 10
"""How many rows at fault a message names before it counts the rest."""

READERS: dict[str, Callable[[str], Cell]] = {
    "text": amounts.read_text,
    "money": amounts.read_money,
    "count": amounts.read_count,
    "number": amounts.read_number,
    "yes/no": amounts.read_yes_no,
}


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

    def read(self, text: str) -> Cell:
        """A cell’s value, None where it was left out; `AmountError` where it cannot be read or is out of bounds."""
        if amounts.left_out(text, self.kind, required=self.required):
            return None
        value = READERS[self.kind](text)
        if isinstance(value, Decimal):
            check_bounds(value, self.kind, minimum=self.minimum, maximum=self.maximum)
        return value

    def to_json(self) -> dict[str, object]:
        """The column as `describe` tells it."""
        described: dict[str, object] = {
            "name": self.name,
            "label": self.label,
            "kind": self.kind,
            "required": self.required,
        }
        bounds = {"minimum": self.minimum, "maximum": self.maximum}
        return described | {name: str(bound) for name, bound in bounds.items() if bound is not None}


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number as a person counts (the header is row 1) and its cells; None was left empty."""

    number: int
    cells: dict[str, Cell]


@dataclass(frozen=True, slots=True)
class Table:
    """A table once read: its rows, and in a sentence each what was passed over."""

    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()


def read_table(text: str, columns: tuple[Column, ...], told: str) -> Table:
    """The table, or `AmountError` naming row and column. `told` begins each sentence.

    A row that is a total of others is left out, and a note says so.
    """
    header, *lines = _lines(text) or [(1, [])]
    known = {alias: c for c in columns for alias in (key(c.name), key(c.label))}
    names = [known.get(key(cell)) for cell in header[1]]
    for cell, column in zip(header[1], names, strict=True):
        if column is None:
            raise AmountError(f"{told}: row 1 has an unknown column '{cell.strip()}'. Use {_listed(columns)}")
    found = [c for c in names if c is not None]
    for column in columns:
        if found.count(column) > 1:
            raise AmountError(f"{told}: row 1 has the column '{column.name}' twice. Keep one of them")
        if column.required and column not in found:
            raise AmountError(f"{told}: row 1 must have the column '{column.name}'")
    if not lines:
        raise AmountError(f"{told} must have a header row and at least one row below it")
    if len(lines) > MOST_LINES:
        raise AmountError(f"{told} must have {MAX_ROWS:,} rows or fewer")
    table = _rows(lines, found, told)
    if len(table.rows) > MAX_ROWS:
        raise AmountError(f"{told} must have {MAX_ROWS:,} rows or fewer")
    if not table.rows:
        raise AmountError(f"{told} must have at least one row that is not a total")
    for column in (c for c in found if c.unique):
        _check_unique(table.rows, column, told)
    return table


def _lines(text: str) -> list[tuple[int, list[str]]]:
    delimiter = "\t" if "\t" in text.strip("\r\n ").split("\n", 1)[0] else ","
    try:
        lines = list(csv.reader(io.StringIO(text.strip("\r\n ")), delimiter=delimiter, strict=True))
    except csv.Error:
        return []
    return [(n, cells) for n, cells in enumerate(lines, 1) if any(cell.strip() for cell in cells)]


def _rows(lines: list[tuple[int, list[str]]], columns: list[Column], told: str) -> Table:
    """Every row but totals; the error is that of the first row at fault, and names the others."""
    rows: list[Row] = []
    above: list[Amounts] = []
    totals: list[tuple[int, str, Amounts, int]] = []
    notes: list[str] = []
    wrong: dict[int, str] = {}
    every = [_amounts(cells, columns) for _, cells in lines]
    for (number, cells), row_amounts in zip(lines, every, strict=True):
        name = _name(cells, columns)
        try:
            _check_width(number, cells, columns)
            if is_named_total(name) or (not name and is_sum(row_amounts, above)):
                totals.append((number, name, row_amounts, len(above)))
                continue
            rows.append(_row(number, cells, columns))
            if is_sum(row_amounts, above) or (not above and is_sum_of_all(row_amounts, every[1:])):
                raise AmountError(
                    f"row {number} ({name}) is in every amount the sum of other rows. Name it Total if it is "
                    "one. If it is not, put its row between the others"
                )
            above.append(row_amounts)
            if may_be_total(name):
                notes.append(
                    f"row {number} ({name}) was counted. Take it out, or name it Total, if it is one."
                )
        except AmountError as error:
            wrong[number] = str(error)
    if wrong:
        first, *others = wrong
        raise AmountError(f"{told}: {wrong[first]}{_also(others)}")
    left_out = (
        _left_out(number, name, row_amounts, above[:before] or above, columns)
        for number, name, row_amounts, before in totals
    )
    return Table(tuple(rows), tuple(f"{told}: {note}" for note in (*left_out, *notes)))


def _name(cells: list[str], columns: list[Column]) -> str:
    """What the row is called: its first cell of text."""
    named = (cell.strip() for cell, column in zip(cells, columns, strict=False) if column.kind == "text")
    return next(named, "")


def _amounts(cells: list[str], columns: list[Column]) -> Amounts:
    """The amounts that add up, column by column; None where a cell cannot be read as one."""
    filled = [*cells, *[""] * (len(columns) - len(cells))]
    return tuple(_amount(cell, c) for cell, c in zip(filled, columns, strict=False) if c.kind in ADD_UP)


def _amount(cell: str, column: Column) -> Decimal | None:
    try:
        value = READERS[column.kind](cell)
    except AmountError:
        return None
    return value if isinstance(value, Decimal) else None


def _left_out(
    number: int, name: str, row_amounts: Amounts, parts: list[Amounts], columns: list[Column]
) -> str:
    """That a row was left out as a total, and where it is the sum neither of its parts nor of the last of them."""
    note = f"row {number}{f' ({name})' if name else ''} was left out as a total."
    if is_sum(row_amounts, parts, least=1):
        return note
    for place, column in enumerate(c for c in columns if c.kind in ADD_UP):
        amount = row_amounts[place]
        total = sum((row[place] or Decimal(0) for row in parts), Decimal(0))
        if amount is not None and amount != total:
            shown = [
                formats.readable(formats.figure(value, column.kind), column.kind) for value in (amount, total)
            ]
            note += f" It does not add up: its {column.label.lower()} is {shown[0]}, and the rows come to {shown[1]}."
    return note


def _also(rows: list[int]) -> str:
    """A sentence that names the other rows at fault, the first ten of them."""
    if not rows:
        return ""
    more = len(rows) - MOST_NAMED
    named = formats.listed([*map(str, rows[:MOST_NAMED]), *([f"{more} more"] if more > 0 else [])])
    told = f"Row {named} has" if len(rows) == 1 else f"Rows {named} have"
    return f". {told} something to put right too"


def _check_width(number: int, cells: list[str], columns: list[Column]) -> None:
    """`AmountError` where a row is wider than its header."""
    if len(cells) > len(columns) and any(cell.strip() for cell in cells[len(columns) :]):
        raise AmountError(
            f"row {number} has {len(cells)} cells, and the header has {len(columns)}. "
            "Put amounts with commas in quotation marks, or leave the commas out"
        )


def _row(number: int, cells: list[str], columns: list[Column]) -> Row:
    values: dict[str, Cell] = {}
    for column, text in zip(columns, [*cells, *[""] * len(columns)], strict=False):
        try:
            value = column.read(text)
        except AmountError as error:
            raise AmountError(f"row {number}, column '{column.name}' {error}") from None
        if value is None and column.required:
            raise AmountError(f"row {number}, column '{column.name}' is empty. Fill it in")
        values[column.name] = value
    return Row(number, values)


def _check_unique(rows: tuple[Row, ...], column: Column, told: str) -> None:
    seen: dict[str, int] = {}
    for row in rows:
        if row.cells[column.name] is None:
            continue
        value = str(row.cells[column.name]).casefold()
        if value in seen:
            raise AmountError(
                f"{told}: row {row.number} names the same {column.name} as row {seen[value]}. "
                "Keep one row for each"
            )
        seen[value] = row.number


def key(text: str) -> str:
    """A heading without what does not tell columns apart: case, underscores, odd spaces, the shape of apostrophes."""
    return amounts.tidy(text).lower().replace("_", " ").replace("’", "'").strip("\ufeff ")


def _listed(columns: tuple[Column, ...]) -> str:
    return ", ".join(c.name for c in columns)
