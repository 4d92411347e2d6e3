"""Run a table of cases: CSV in, CSV out, each row in its place and each error beside its row."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator

from calculators.engine.calculator import Calculator
from calculators.engine.errors import CaseError
from calculators.engine.registry import get
from calculators.engine.run import run

FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Batch:
    """A table of cases worked out some rows at a time, so that a page can tell how far it is."""

    def __init__(self, calculator: str, text: str) -> None:
        """Read the table; `CaseError` where it has no header row that can be used."""
        self.calculator = get(calculator)
        try:
            lines = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
        except csv.Error:
            raise CaseError({"table": "The table must be CSV, with cells of a reasonable length"}) from None
        if not lines or not any(cell.strip() for cell in lines[0]):
            raise CaseError({"table": "The table must have a header row that names the fields"})
        self.header = [name.strip() for name in lines[0]]
        twice = [name for n, name in enumerate(self.header) if name and name in self.header[:n]]
        if twice:
            raise CaseError({"table": f"Row 1 has the column '{twice[0]}' twice. Keep one of them"})
        self.rows = [(n, cells) for n, cells in enumerate(lines[1:], 2) if any(c.strip() for c in cells)]
        self.total, self.done = len(self.rows), 0
        self.outcomes: Counter[str] = Counter()
        self.errors: list[tuple[int, str]] = []
        self._out = io.StringIO()
        self._writer = csv.writer(self._out, lineterminator="\r\n")
        names = [f.name for f in self.calculator.figures]
        self._writer.writerow([defused(c) for c in self.header] + ["outcome", *names, "error"])

    def step(self, rows: int) -> int:
        """Work out the next rows; how many are done."""
        for number, cells in self.rows[self.done : self.done + rows]:
            results, error = run_row(self.calculator, self.header, cells)
            if error:
                self.errors.append((number, error))
            else:
                self.outcomes[results[0]] += 1
            padded = [*cells, *[""] * (len(self.header) - len(cells))][: len(self.header)]
            self._writer.writerow([defused(c) for c in padded] + results + [defused(error)])
        self.done = min(self.done + rows, self.total)
        return self.done

    @property
    def table(self) -> str:
        """The rows done so far, as CSV."""
        return self._out.getvalue()


def batch(calculator: str, text: str) -> tuple[str, int]:
    """CSV of the input columns, `outcome`, each figure and `error`; and the number of rows with an error."""
    job = Batch(calculator, text)
    job.step(job.total)
    return job.table, len(job.errors)


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
