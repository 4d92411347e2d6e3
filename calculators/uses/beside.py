"""The answers of two cases beside each other, a table practice by practice and not as one text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from calculators.engine.calculator import Calculator
from calculators.engine.fields import Field
from calculators.uses.given import answers
from calculators.values import formats
from calculators.values.headings import CODE, PRACTICE
from calculators.values.tables import Cell, Column, Row, Table, called

MOST_CELLS = 40
"""How many cells of a table are told one by one."""

THERE, NOT_THERE = "In the table", "Not in the table"


@dataclass(frozen=True, slots=True)
class Pair:
    """One thing as both sides have it."""

    label: str
    first: str
    second: str

    @property
    def differs(self) -> bool:
        """Whether the two sides are not the same."""
        return self.first != self.second


def beside(calculator: Calculator, *cases: Mapping[str, str]) -> Iterator[Pair]:
    """Each answer that either case gives; both have to be readable."""
    typed = [{field.name: text for field, text in answers(calculator, case)} for case in cases]
    for field in calculator.fields:
        shown = [side.get(field.name) or field.left_open for side in typed]
        if field.kind == "table" and any(field.name in side for side in typed):
            yield from _tables(field, *(case.get(field.name, "") for case in cases))
        elif any(field.name in side for side in typed):
            yield Pair(field.label, *shown)


def _tables(field: Field, first: str, second: str) -> Iterator[Pair]:
    """What differs between two tables, or how many rows they have where only one is there or nothing differs."""
    one, other = (cast(Table, field.read(text)).rows if text.strip() else () for text in (first, second))
    differing = [*_columns(field, one, other), *_rows(field, one, other)] if one and other else []
    yield from differing[:MOST_CELLS]
    if (more := len(differing) - MOST_CELLS) > 0:
        yield Pair(f"{field.label}: the rest", f"{formats.counted(more, 'more cell')} differ", "")
    if not differing:
        told = (formats.counted(len(rows), "row") if rows else field.left_open for rows in (one, other))
        yield Pair(field.label, *told)


def _columns(field: Field, one: Sequence[Row], other: Sequence[Row]) -> Iterator[Pair]:
    for column in field.columns:
        there = [column.name in rows[0].cells for rows in (one, other)]
        if there[0] != there[1]:
            yield Pair(f"{field.label}: {column.label}", *(THERE if each else NOT_THERE for each in there))


def _rows(field: Field, one: Sequence[Row], other: Sequence[Row]) -> Iterator[Pair]:
    sides = [{row.identity or str(place): row for place, row in enumerate(rows)} for rows in (one, other)]
    both = [c for c in field.columns if c.name in one[0].cells and c.name in other[0].cells]
    for identity in dict.fromkeys((*sides[0], *sides[1])):
        first, second = (side.get(identity) for side in sides)
        if first and second:
            yield from _cells(called(first, one), both, first, second)
        else:
            row, rows = (first, one) if first else (cast(Row, second), other)
            yield Pair(called(row, rows), *(THERE if each else NOT_THERE for each in (first, second)))


def _cells(name: str, columns: Sequence[Column], first: Row, second: Row) -> Iterator[Pair]:
    for column in columns:
        one, other = first.cells[column.name], second.cells[column.name]
        if column.name not in {PRACTICE, CODE} and one != other:
            yield Pair(f"{name}: {column.label}", *(_shown(cell, column) for cell in (one, other)))


def _shown(cell: Cell, column: Column) -> str:
    return (
        "Not answered" if cell is None else formats.readable(formats.figure(cell, column.kind), column.kind)
    )
