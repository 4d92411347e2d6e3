"""What was taken from a table before anything is worked out: for the preview, and for asking which column is which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from calculators.engine.calculator import Calculator
from calculators.engine.errors import CaseError
from calculators.engine.fields import Field
from calculators.uses import practices
from calculators.uses.batch import find_cases, names_column, notes_on
from calculators.uses.rendering import environment
from calculators.values.data import Json
from calculators.values.errors import AmountError
from calculators.values.faults import MOST_NAMED, Fault, TableError
from calculators.values.formats import counted, first_of, quoted, upper_first
from calculators.values.grids import Line, Sheet, in_their_rows, written
from calculators.values.headings import (
    GONE,
    PRACTICE,
    Found,
    Heading,
    Headings,
    How,
    NoHeader,
    cell_at,
    key,
    letter,
)
from calculators.values.people import told_of_column
from calculators.values.tables import (
    Table,
    find_table,
    header_faults,
    not_used,
    pointed_at,
    read_found,
    with_codes,
)
from calculators.values.totals import is_named_total

SHOWN_ROWS, SHOWN_COLUMNS = 6, 40
LOOKED_AT = 64
"""How many rows are looked at for what a column holds about people."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a heading may stand for, as a reader is asked about it."""

    name: str
    label: str
    required: bool


@dataclass(frozen=True, slots=True)
class Taken:
    """A table as it was found, whole or not: what is wrong with it, and what became of rows and columns."""

    found: Found
    asked: Sequence[Asked]
    subject: str
    """What it holds, counted: `14 practices`."""

    unused: str
    """What becomes of columns that answer nothing."""

    totals: Sequence[int]
    totals_told: str
    notes: Sequence[str] = ()
    faults: Sequence[Fault] = ()
    message: str = ""
    """What a run would say of the table: all of its faults, or nothing."""

    keeps_others: bool = False
    shared: Json | None = None
    """Of a table of practices, what other calculators may have of it."""

    @property
    def words(self) -> str:
        """What was taken, in one line."""
        found = self.found
        parts = [self.subject, f"{counted(len(found.by_name), 'column')} read"]
        if others := [h.typed or h.shown for h in not_used(found)]:
            parts.append(f"{first_of(others, MOST_NAMED)} {self.unused}")
        if rows := [f"{n}" for n in self.totals]:
            parts.append(f"row{'s' if rows[1:] else ''} {first_of(rows, MOST_NAMED)} {self.totals_told}")
        return ", ".join(parts)

    @property
    def table(self) -> str:
        """The table as CSV in our headings: each row with its number, columns dropped or not needed left out.

        A heading that is at fault stays as it is, so that the fault does, too.
        """
        found = self.found
        wrong = {heading.place for heading in pointed_at(found)}
        names = {h.place: name for name, h in found.by_name.items() if h.place not in wrong}
        kept = [
            h
            for h in found.columns
            if h.place in wrong | {*names} or (self.keeps_others and h.how not in GONE)
        ]
        lines: list[Line] = [(found.row, [names.get(h.place, h.typed) for h in kept])]
        for number, cells in found.lines:
            lines.append((number, [*(cell_at(cells, h.place) for h in kept), *found.surplus(cells)]))
        return written(in_their_rows(lines))

    def to_json(self, *, rewrite: bool) -> Json:
        """What the page gets, with the table in our headings where it asks for it."""
        reply: Json = {
            "taken": self.words,
            "sheet": self.found.sheet,
            "row": self.found.row,
            "columns": columns_told(self.found.columns, self.asked, self.found),
            "asked": asked_told(self.asked, self.found),
            "notes": list(self.notes),
            "faults": [fault.to_json() for fault in self.faults],
            "message": self.message,
            "html": self._html(),
        }
        return reply | (self.shared or {}) | ({"table": self.table} if rewrite else {})

    def _html(self) -> str:
        labels = {asked.name: asked.label for asked in self.asked}
        taken = {heading.place: labels[name] for name, heading in self.found.by_name.items()}
        shown = [h for h in self.found.columns if h.how is not How.EMPTY][:SHOWN_COLUMNS]
        columns = [
            {"shown": h.typed or h.shown, "told": _told(h, taken.get(h.place, ""), self.unused)}
            for h in shown
        ]
        lines = self.found.lines
        faults = [upper_first(f.sentence) for f in self.faults[:MOST_NAMED]]
        if self.message and not faults:
            faults = [self.message]
        return (
            environment()
            .get_template("preview.html.jinja")
            .render(
                notes=self.notes,
                faults=faults,
                more=max(len(self.faults) - MOST_NAMED, 0),
                columns=columns,
                rows=[(n, [cell_at(cells, h.place) for h in shown]) for n, cells in lines[:SHOWN_ROWS]],
                rest=max(len(lines) - SHOWN_ROWS, 0),
            )
        )


def take_table(field: Field, sheets: Sequence[Sheet], chosen: Mapping[str, str]) -> Taken:
    """A form's table as its field would read it; `Untaken` where no row names its columns."""
    columns = with_codes(field.columns)
    asked = [Asked(c.name, c.label, c.required) for c in columns]
    headings = Headings(((c.name, (c.label,)) for c in columns), chosen=chosen)
    try:
        found = find_table(sheets, headings, field.columns, field.told)
    except AmountError as error:
        raise Untaken(field.name, error, asked) from None
    table, faults, message = Table(()), tuple[Fault, ...](), ""
    try:
        table = read_found(found, field.columns, field.told)
    except TableError as error:
        faults, message = error.faults, str(error)
    except AmountError as error:
        message = str(error)
    shared: Json | None = None
    if practices.asks_for_practices(field):
        shared = {"offer": practices.offered(field, found)}
        if not message and (kept := practices.kept(found, table)):
            shared["practices"] = kept
    what = PRACTICE if PRACTICE in found.by_name else "row"
    rows = len(table.rows) if not message else len(found.lines)
    return Taken(
        found=found,
        asked=asked,
        subject=counted(rows, what if not message else "row"),
        unused="not used",
        totals=table.left_out,
        totals_told="left out as a total" if len(table.left_out) == 1 else "left out as totals",
        notes=[f"{field.told}: the sheet {quoted(found.sheet)} was read."] * bool(found.sheet)
        + [*table.notes],
        faults=faults,
        message=message,
        shared=shared,
    )


def take_cases(calculator: Calculator, sheets: Sequence[Sheet], chosen: Mapping[str, str]) -> Taken:
    """A table of cases as `batch` would read it, before its rows are worked out; `Untaken` as above."""
    asked = [Asked(f.name, f.label, f.must_answer) for f in calculator.fields]
    try:
        found = find_cases(calculator, sheets, chosen)
    except AmountError as error:
        raise Untaken("table", error, asked) from None
    faults = [fault for fault in header_faults(found, ()) if not fault.column]
    place = names_column(found)
    named = [n for n, cells in found.lines if place is not None and is_named_total(cell_at(cells, place))]
    return Taken(
        found=found,
        asked=asked,
        subject=counted(len(found.lines), "row"),
        unused="carried through",
        totals=named,
        totals_told="is a total, and no case" if len(named) == 1 else "are totals, and no cases",
        notes=[*notes_on(calculator, found)],
        faults=faults,
        message=str(TableError("The table", faults)) if faults else "",
        keeps_others=True,
    )


class Untaken(CaseError):
    """No row of a table names its columns, or it cannot be cut into cells; a reader may name the columns."""

    def __init__(self, field: str, error: AmountError, asked: Sequence[Asked]) -> None:
        """Keep the words by the field, and the columns of what may be the headings."""
        super().__init__({field: str(error)})
        self.columns = error.columns if isinstance(error, NoHeader) else []
        self.asked = asked

    def to_page(self) -> dict[str, object]:
        """The errors, with what the page needs to ask which column is which."""
        told = {"columns": columns_told(self.columns, self.asked), "asked": asked_told(self.asked)}
        return super().to_page() | told


def columns_told(
    columns: Sequence[Heading], asked: Sequence[Asked], found: Found | None = None
) -> list[Json]:
    """Each column as data: its place and heading, what it was taken for or is near to, and how sure that is."""
    labels = {each.name: each.label for each in asked}
    taken = {heading.place for heading in found.by_name.values()} if found else set()
    lines = found.lines[:LOOKED_AT] if found else []
    return [
        {
            "column": letter(h.place),
            "heading": h.typed,
            "key": h.key,
            "how": str(h.how),
            "field": h.name if h.place in taken else "",
            "guess": h.name if h.place not in taken else "",
            "label": labels.get(h.name, ""),
            "people": ""
            if h.place in taken
            else told_of_column(key(h.typed), [cell_at(cells, h.place) for _, cells in lines]),
        }
        for h in columns
    ]


def asked_told(asked: Sequence[Asked], found: Found | None = None) -> list[Json]:
    """Each name that a column may have, its label, whether it is needed, and whether a column has it."""
    have = found.by_name if found else {}
    return [
        {"name": a.name, "label": a.label, "required": a.required, "found": a.name in have} for a in asked
    ]


def _told(heading: Heading, label: str, unused: str) -> str:
    """What stands under a heading in the preview, where the heading does not say it."""
    if label:
        return "" if key(label) == key(heading.typed) else f"read as {label}"
    return {How.RESULT: "left out: from an earlier round", How.DROPPED: "left out"}.get(heading.how, unused)
