"""What a reader gave, as a reader meets it: the answers one by one, their tables as tables, and where to go on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from calculators.engine.calculator import Calculator
from calculators.engine.fields import Field
from calculators.engine.registry import title
from calculators.engine.result import Result, Series
from calculators.uses.links import carried
from calculators.values import formats
from calculators.values.errors import AmountError
from calculators.values.tables import Table


@dataclass(frozen=True, slots=True)
class Given:
    """One answer: its question, the text as a reader meets it, and a table where it is one that can be read."""

    field: Field
    text: str
    table: Series | None = None


def given(calculator: Calculator, case: Mapping[str, str]) -> list[Given]:
    """What the reader typed, field by field."""
    return [
        Given(field, text, _table(field, case[field.name]) if field.kind == "table" else None)
        for field, text in answers(calculator, case)
    ]


def answers(calculator: Calculator, case: Mapping[str, str]) -> list[tuple[Field, str]]:
    """What the reader typed, field by field, as one text each."""
    typed = {name: text.strip() for name, text in case.items()}
    return [(f, f.shown(typed[f.name])) for f in calculator.fields if typed.get(f.name)]


def _table(field: Field, typed: str) -> Series | None:
    try:
        table = field.read(typed)
    except AmountError:
        return None
    if not isinstance(table, Table):
        return None
    columns = [column for column in field.columns if column.name in table.rows[0].cells]
    kinds = tuple(column.kind for column in columns)
    return Series(
        title=field.label,
        columns=tuple(column.label for column in columns),
        kinds=kinds,
        rows=tuple(
            tuple(
                "" if (cell := row.cells[column.name]) is None else formats.figure(cell, column.kind)
                for column in columns
            )
            for row in table.rows
        ),
    )


def onward(calculator: Calculator, result: Result, case: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """The next useful calculators: the question each answers, its title, and its address with answers."""
    rows = []
    for step in calculator.next:
        if step.outcomes and result.outcome not in step.outcomes:
            continue
        known = {**result.figures, **{k: v for k, v in case.items() if v.strip()}}
        filled = {target: known.get(name, "") for target, name in step.carry.items()} | dict(step.given)
        fragment = carried(filled)
        address = f"calculators/{step.calculator}/{'#' + fragment if fragment else ''}"
        rows.append((step.question, title(step.calculator), address))
    return rows
