"""Run a table of cases: CSV in, CSV out, each row in its place and each error beside its row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from calculators.engine.calculator import Calculator
from calculators.engine.errors import CaseError
from calculators.engine.registry import get
from calculators.engine.run import run

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def batch(calculator: str, text: str) -> tuple[str, int]:
    """CSV of the input columns, `outcome`, each figure and `error`; and the number of rows with an error."""
    found = get(calculator)
    try:
        lines = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    except csv.Error:
        raise CaseError({"table": "The table must be CSV, with cells of a reasonable length"}) from None
    if not lines or not any(cell.strip() for cell in lines[0]):
        raise CaseError({"table": "The table must have a header row that names the fields"})
    header = [name.strip() for name in lines[0]]
    twice = [name for n, name in enumerate(header) if name in header[:n]]
    if twice:
        raise CaseError({"table": f"Row 1 has the column '{twice[0]}' twice. Keep one of them"})
    figures = [f.name for f in found.figures]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([defused(c) for c in header] + ["outcome", *figures, "error"])
    failed = 0
    for cells in lines[1:]:
        if not any(cell.strip() for cell in cells):
            continue
        results, error = run_row(found, header, cells)
        failed += bool(error)
        padded = [*cells, *[""] * (len(header) - len(cells))][: len(header)]
        writer.writerow([defused(c) for c in padded] + results + [defused(error)])
    return out.getvalue(), failed


def run_row(calculator: Calculator, header: list[str], cells: list[str]) -> tuple[list[str], str]:
    """Outcome and figures of one row, or blanks and what is wrong with it."""
    names = {f.name for f in calculator.fields}
    blank = [""] * (len(calculator.figures) + 1)
    if len(cells) > len(header) and any(cell.strip() for cell in cells[len(header) :]):
        return blank, f"The row has {len(cells)} cells, and the header has {len(header)}"
    case = {name: cell for name, cell in zip(header, cells, strict=False) if name in names}
    try:
        result = run(calculator.id, case)
    except CaseError as error:
        return blank, "; ".join(_named(error.errors))
    return [result.outcome, *(result.figures.get(f.name, "") for f in calculator.figures)], ""


def defused(cell: str) -> str:
    """The cell, quoted with an apostrophe where a spreadsheet would run it; numbers keep their sign."""
    if cell.startswith(FORMULA) and not cell[1:].replace(",", "").replace(".", "", 1).isdigit():
        return f"'{cell}"
    return cell


def _named(errors: dict[str, str]) -> Iterator[str]:
    return (f"{name}: {message}" for name, message in errors.items())
