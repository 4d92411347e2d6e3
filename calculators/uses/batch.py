"""Run a table of cases: CSV in, CSV out, each row in its place and each error beside its row and column."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from calculators.engine.calculator import Calculator
from calculators.engine.errors import CaseError
from calculators.engine.fields import Value
from calculators.engine.registry import get
from calculators.engine.run import decide
from calculators.values.errors import AmountError
from calculators.values.faults import Fault
from calculators.values.formats import quoted
from calculators.values.grids import Sheet, defused, defused_row, written
from calculators.values.headings import (
    FIRST,
    GONE,
    LAST,
    NAMES,
    Found,
    Heading,
    How,
    find,
    key,
    short,
)
from calculators.values.tables import pointed_out, too_wide, twice
from calculators.values.totals import ADD_UP, Amounts, is_named_total, is_sum
from calculators.values.unworked import all_unworked

TOTAL = "The row is a total of others, so it is no case. Take it out, or give it another name"
NAMED_SUM = (
    "The row is the sum of rows above it in every amount. Take it out if it is a total, else move it up"
)
UNFORESEEN = "The row could not be worked out. Check its answers one by one in the form"


@dataclass(frozen=True, slots=True)
class WorkedRow:
    """A row of the table with its results: the outcome and then each figure, all empty where it has faults."""

    number: int
    cells: list[str]
    results: list[str]
    faults: list[Fault]


class Batch:
    """A table of cases worked out some rows at a time, so that a page can tell how far it is."""

    def __init__(
        self, calculator: str, table: str | Sequence[Sheet], chosen: Mapping[str, str] | None = None
    ) -> None:
        """Read the table or workbook; `CaseError` where it has no header row that can be used.

        `chosen` is what a reader has decided about headings, as `Headings` takes it.
        """
        self.calculator = get(calculator)
        sheets = [Sheet("", table)] if isinstance(table, str) else table
        self.found = found = found_cases(self.calculator, sheets, chosen)
        self.rows, self.total, self.done = found.lines, len(found.lines), 0
        self.outcomes: Counter[str] = Counter()
        self.wrong: list[WorkedRow] = []
        kept = [h for h in found.columns if h.how not in GONE]
        self._kept = [h.place for h in kept]
        # What stands to the right of the last heading is a fault of its row, and is not lost.
        self._beyond = max((len(found.surplus(cells)) for _, cells in self.rows), default=0)
        self.header = [*(h.typed for h in kept), *[""] * self._beyond]
        self._known = [(h.place, name) for name, h in found.by_name.items()]
        self._pointed_out = [h for h in found.columns if h.how in {How.NEAR, How.SCALED}]
        self._amounts = [name for _, name in self._known if self.calculator.field(name).kind in ADD_UP]
        self._above: list[Amounts] = []
        taken = {place for place, _ in self._known}
        self.own_columns = [n for n, place in enumerate(self._kept) if place not in taken]
        self._named = names_column(found)
        self._figures = [f.name for f in self.calculator.figures]
        self._out = io.StringIO()
        self._writer = csv.writer(self._out, lineterminator="\r\n")
        self._writer.writerow([*defused_row(self.header), FIRST, *self._figures, LAST])

    def step(self, rows: int) -> list[WorkedRow]:
        """Work out the next rows and give them."""
        lines = [self._work_out(number, cells) for number, cells in self.rows[self.done : self.done + rows]]
        for line in lines:
            if line.faults:
                self.wrong.append(line)
            else:
                self.outcomes[line.results[0]] += 1
            told = "; ".join(map(str, line.faults))
            self._writer.writerow([*defused_row(line.cells), *line.results, defused(told)])
        self.done = min(self.done + rows, self.total)
        return lines

    @property
    def table(self) -> str:
        """The rows done so far, as CSV."""
        return self._out.getvalue()

    @property
    def notes(self) -> list[str]:
        """What a reader should know of how the headings were read."""
        return [*notes_on(self.calculator, self.found)]

    @property
    def lacking(self) -> frozenset[str]:
        """The fields that every case has to answer, and that no column is headed by."""
        return lacking(self.calculator, self.found)

    def _work_out(self, number: int, cells: list[str]) -> WorkedRow:
        width = self.found.width
        held = [*cells, *[""] * (width - len(cells))] if len(cells) < width else cells
        surplus = self.found.surplus(cells)
        shown = [held[n] for n in self._kept] + [*surplus, *[""] * (self._beyond - len(surplus))]
        name = held[self._named] if self._named is not None else ""

        def wrong(*faults: Fault) -> WorkedRow:
            return WorkedRow(number, shown, [""] * (1 + len(self._figures)), list(faults))

        def whole_row(words: str) -> WorkedRow:
            return wrong(Fault(number, "", words, short(name)))

        if surplus:
            return whole_row(f"The row {too_wide(self.found, surplus)}")
        if is_named_total(name):
            return whole_row(TOTAL)
        case = {field: text for n, field in self._known if (text := held[n])}
        if broken := all_unworked(case):
            return wrong(
                *(self._fault(number, field, f"The cell {words}", name) for field, words in broken.items())
            )
        hinted = {h.name: h for h in self._pointed_out if self._would_use(h, case, held[h.place])}
        try:
            decision = decide(self.calculator.id, case)
        except CaseError as error:
            errors = {field: words for field, words in error.errors.items() if field not in hinted}
        except Exception:  # Whatever is wrong with one row, the others keep their answers.
            return whole_row(UNFORESEEN)
        else:
            errors = {}
        if errors or hinted:
            faults = [self._fault(number, *told, name) for told in errors.items()]
            faults += [
                Fault(number, short(h.typed), f"The column {pointed_out(h)}", short(name))
                for h in hinted.values()
            ]
            return wrong(*faults)
        if self._named is not None:
            amounts = tuple(map(_amount, decision.answers.each(self._amounts)))
            if is_sum(amounts, self._above):
                return whole_row(NAMED_SUM if name else TOTAL)
            self._above.append(amounts)
        figures = decision.figures
        return WorkedRow(number, shown, [decision.outcome, *(figures.get(n, "") for n in self._figures)], [])

    def _would_use(self, heading: Heading, case: Mapping[str, str], text: str) -> bool:
        """Whether the row has an answer under a heading that is nearly that of a field, and none under the field's."""
        answered = self.calculator.field(heading.name).is_answered
        return answered(text) and not answered(case.get(heading.name, ""))

    def _fault(self, number: int, field: str, words: str, name: str) -> Fault:
        heading = self.found.by_name.get(field)
        return Fault(number, short(heading.typed) if heading else field, words, short(name))


def _amount(value: Value | None) -> Decimal | None:
    return value if isinstance(value, Decimal) else None


def found_cases(
    calculator: Calculator, sheets: Sequence[Sheet], chosen: Mapping[str, str] | None = None
) -> Found:
    """Where a table of cases stands in the sheets; `CaseError` where none names a field, or one twice."""
    try:
        found = find_cases(calculator, sheets, chosen)
    except AmountError as error:
        raise CaseError({"table": str(error)}) from error
    if found.twice:
        told = ". It ".join(twice(one, other) for one, other in found.twice)
        raise CaseError({"table": f"Row {found.row} {told}"})
    return found


def find_cases(
    calculator: Calculator, sheets: Sequence[Sheet], chosen: Mapping[str, str] | None = None
) -> Found:
    """Where a table of cases stands in the sheets; `AmountError` where none names a field or can be cut."""
    wanted = [f.name for f in calculator.fields if f.must_answer] or [calculator.fields[0].name]
    return find(sheets, calculator.headings(chosen), "The table", wanted)


def names_column(found: Found) -> int | None:
    """The place of the reader's own column that says whose row it is; without one, of their first column."""
    own = [h for h in found.columns if not h.taken and h.how not in GONE]
    return next((h.place for h in own if key(h.typed) in NAMES), own[0].place if own else None)


def notes_on(calculator: Calculator, found: Found) -> Iterator[str]:
    """In a sentence each, what was taken for what, and what was left out."""
    if found.sheet:
        yield f"The sheet {quoted(short(found.sheet))} was read, with its headings in row {found.row}."
    for name, heading in found.by_name.items():
        if heading.how in {How.UNIT, How.BEGINS}:
            yield f"The column {heading.shown} was read as {quoted(calculator.field(name).label)} ({name})."
    for heading in found.columns:
        if heading.how in {How.NEAR, How.SCALED}:
            yield f"The column {heading.shown} {pointed_out(heading)}."
    if any(heading.how is How.RESULT for heading in found.columns):
        yield "The results of an earlier round were left out, and worked out anew."
    for name in sorted(lacking(calculator, found), key=[*calculator.by_name].index):
        yield f"No column is headed {quoted(name)}, so no row can be worked out."


def lacking(calculator: Calculator, found: Found) -> frozenset[str]:
    """The fields that every case has to answer, and that no column is headed by, nor nearly."""
    return calculator.required - {heading.name for heading in found.columns}


def batch(calculator: str, text: str) -> tuple[str, int]:
    """CSV of the input columns, `outcome`, each figure and `error`; and the number of rows with an error."""
    job = Batch(calculator, text)
    job.step(job.total)
    return job.table, len(job.wrong)


def one_row(calculator: Calculator, case: dict[str, str]) -> str:
    """A table of this one case, as `batch` would give it."""
    answered = [name for name in calculator.by_name if case.get(name, "").strip()]
    return batch(calculator.id, written([answered, [case[name] for name in answered]]))[0]
