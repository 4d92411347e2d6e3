"""Run a table of cases: CSV in, CSV out, each row in its place and each error beside its row and column."""

from __future__ import annotations

import csv
import io
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property

from calculators.engine.calculator import Calculator
from calculators.engine.errors import CaseError
from calculators.engine.registry import get
from calculators.engine.run import decide
from calculators.values.tables import ADD_UP, key
from calculators.values.totals import Amounts, is_named_total, is_sum

TOTAL = "The row is a total of others, so it is no case. Take it out, or give it another name"
NAMED_SUM = (
    "The row is the sum of rows above it in every amount. Take it out if it is a total, else move it up"
)
NAMES = frozenset({"practice", "practice name", "name", "surgery"})
"""Headings of a reader's own column that says whose row it is; without one, their first column does."""

UNFORESEEN = "The row could not be worked out. Check its answers one by one in the form"
FORMULA = frozenset("=+-@\t\r")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a row, counted as a spreadsheet counts it; `column` is empty for the row as a whole."""

    row: int
    column: str
    words: str

    def __str__(self) -> str:
        return f"{self.column}: {self.words}" if self.column else self.words


@dataclass(frozen=True, slots=True)
class WorkedRow:
    """A row of the table with its results: the outcome and then each figure, all empty where it has faults."""

    number: int
    cells: list[str]
    results: list[str]
    faults: list[Fault]


class Batch:
    """A table of cases worked out some rows at a time, so that a page can tell how far it is."""

    def __init__(self, calculator: str, text: str) -> None:
        """Read the table; `CaseError` where it has no header row that can be used."""
        self.calculator = get(calculator)
        try:
            lines = list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=_delimiter(text)))
        except csv.Error:
            raise CaseError({"table": "The table must be CSV, with cells of a reasonable length"}) from None
        # Rows keep the numbers that a spreadsheet gives them, with those that are empty.
        filled = [(n, cells) for n, cells in enumerate(lines, 1) if any(c.strip() for c in cells)]
        if not filled:
            raise CaseError({"table": "The table must have a header row that names the fields"})
        (top, names), *self.rows = filled
        self.header = [name.strip() for name in names]
        headings = _headings(self.calculator)
        self._fields = [headings.get(name) or headings.get(key(name), "") for name in self.header]
        for told in (self.header, self._fields):
            if twice := [name for name, times in Counter(told).items() if name and times > 1]:
                raise CaseError({"table": f"Row {top} has the column '{twice[0]}' twice. Keep one of them"})
        self.total, self.done = len(self.rows), 0
        self.outcomes: Counter[str] = Counter()
        self.wrong: list[WorkedRow] = []
        self._known = [(n, name) for n, name in enumerate(self._fields) if name]
        self._amounts = [name for _, name in self._known if self.calculator.field(name).kind in ADD_UP]
        self._above: list[Amounts] = []
        named = [n for n in self.own_columns if key(self.header[n]) in NAMES]
        self._named = next(iter(named or self.own_columns), None)
        self._figures = [f.name for f in self.calculator.figures]
        self._out = io.StringIO()
        self._writer = csv.writer(self._out, lineterminator="\r\n")
        self._writer.writerow([*map(defused, self.header), "outcome", *self._figures, "error"])

    def step(self, rows: int) -> list[WorkedRow]:
        """Work out the next rows and give them."""
        lines = [self._work_out(number, cells) for number, cells in self.rows[self.done : self.done + rows]]
        for line in lines:
            if line.faults:
                self.wrong.append(line)
            else:
                self.outcomes[line.results[0]] += 1
            told = "; ".join(map(str, line.faults))
            self._writer.writerow([*map(defused, line.cells), *line.results, defused(told)])
        self.done = min(self.done + rows, self.total)
        return lines

    @cached_property
    def own_columns(self) -> list[int]:
        """The places of the columns that answer no field: they are carried through."""
        return [n for n, name in enumerate(self._fields) if not name]

    @property
    def table(self) -> str:
        """The rows done so far, as CSV."""
        return self._out.getvalue()

    def _work_out(self, number: int, cells: list[str]) -> WorkedRow:
        width = len(self.header)
        shown = [*cells, *[""] * (width - len(cells))][:width]

        def wrong(*faults: Fault) -> WorkedRow:
            return WorkedRow(number, shown, [""] * (1 + len(self._figures)), list(faults))

        if len(cells) > width and any(cell.strip() for cell in cells[width:]):
            return wrong(Fault(number, "", f"The row has {len(cells)} cells, and the header has {width}"))
        name = shown[self._named] if self._named is not None else ""
        if is_named_total(name):
            return wrong(Fault(number, "", TOTAL))
        case = {field: text for n, field in self._known if (text := shown[n])}
        try:
            decision = decide(self.calculator.id, case)
        except CaseError as error:
            return wrong(*(self._fault(number, *told) for told in error.errors.items()))
        except Exception:  # Whatever is wrong with one row, the others keep their answers.
            return wrong(Fault(number, "", UNFORESEEN))
        amounts = tuple(decision.answers.amount_or_none(field) for field in self._amounts)
        if self._named is not None and is_sum(amounts, self._above):
            return wrong(Fault(number, "", NAMED_SUM if name else TOTAL))
        self._above.append(amounts)
        figures = decision.figures
        return WorkedRow(number, shown, [decision.outcome, *(figures.get(n, "") for n in self._figures)], [])

    def _fault(self, number: int, name: str, words: str) -> Fault:
        typed = self.header[self._fields.index(name)] if name in self._fields else name
        return Fault(number, typed, words)


def batch(calculator: str, text: str) -> tuple[str, int]:
    """CSV of the input columns, `outcome`, each figure and `error`; and the number of rows with an error."""
    job = Batch(calculator, text)
    job.step(job.total)
    return job.table, len(job.wrong)


def one_row(calculator: Calculator, case: dict[str, str]) -> str:
    """A table of this one case, as `batch` would give it."""
    out = io.StringIO()
    answered = [name for name in calculator.by_name if case.get(name, "").strip()]
    csv.writer(out, lineterminator="\r\n").writerows([answered, [case[name] for name in answered]])
    return batch(calculator.id, out.getvalue())[0]


def defused(cell: str) -> str:
    """The cell, quoted with an apostrophe where a spreadsheet would run it; numbers keep their sign."""
    if cell[:1] in FORMULA and not cell[1:].replace(",", "").replace(".", "", 1).isdigit():
        return f"'{cell}"
    return cell


def _headings(calculator: Calculator) -> dict[str, str]:
    """The field that a heading stands for: its name, or its label where no other field has the same."""
    found: dict[str, set[str]] = defaultdict(set)
    for field in calculator.fields:
        for heading in (key(field.name), key(field.label)):
            found[heading].add(field.name)
    alone = {heading: min(names) for heading, names in found.items() if heading and len(names) == 1}
    return alone | {name: name for name in calculator.by_name}


def _delimiter(text: str) -> str:
    """What stands between the cells of the header row: tabs where it was pasted from a spreadsheet."""
    header = text.lstrip("\ufeff\r\n").split("\n", 1)[0]
    return next((mark for mark in "\t,;" if mark in header), ",")
