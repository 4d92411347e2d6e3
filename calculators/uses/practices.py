"""One table of practices for every calculator that asks for one: what of a table is kept, and two of them joined.

A practice is known by its code where one is given, else by its name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from calculators.engine.fields import Field
from calculators.values.amounts import tidy
from calculators.values.data import Json
from calculators.values.errors import AmountError
from calculators.values.faults import MOST_NAMED
from calculators.values.formats import counted, first_of, listed, lower_first
from calculators.values.grids import cut, written
from calculators.values.headings import CODE, GONE, PRACTICE, Found, How, cell_at, key, short
from calculators.values.people import told_of_column
from calculators.values.tables import Table, headings_of

MOST = 250_000
"""Characters of a table that is kept: more than any form takes, and little enough for a browser’s store."""

SEPARATOR = ","
"""What stands between the cells of a kept table, as `written` writes it."""

Column = tuple[str, str, int]
"""What tells a column from others: what it is read as, else its plain heading; and which of those alike it is."""

NAMES, CODES = (PRACTICE, "", 1), (CODE, "", 1)

Row = Mapping[Column, str]


def asks_for_practices(field: Field) -> bool:
    """Whether a field is a table with a row for each practice."""
    return any(column.name == PRACTICE for column in field.columns)


def offered(field: Field, found: Found) -> Json:
    """Whether a table has the columns that this field needs (`fits`), in `words`."""
    others = [column for column in field.columns if column.name != PRACTICE]
    lacking = [f"no {lower_first(c.label)}" for c in others if c.required and c.name not in found.by_name]
    if lacking:
        return {"fits": False, "words": f"It has {listed(lacking)}, which this form needs."}
    if has := [short(found.by_name[c.name].typed) for c in others if c.name in found.by_name]:
        which = "the columns needed" if any(c.required for c in others) else "columns asked for"
        return {"fits": True, "words": f"It has {which} here: {first_of(has, MOST_NAMED)}."}
    return {"fits": False, "words": "It has none of the columns that this form asks for."}


def kept(found: Found, table: Table) -> Json | None:
    """What a browser keeps of a table that was read: the `table` as CSV, and how many `practices` it has.

    Its headings are the reader’s own, but a column that the reader has named keeps that name. It has every column that
    holds something, used or not, and of the rows those that were read. Left out are columns that were dropped, and
    those that look as if they told who somebody is. None where no practice is left, or the table has more than `MOST`
    characters.
    """
    practice = found.by_name.get(PRACTICE)
    if practice is None:
        return None
    read = {row.number for row in table.rows}
    lines = [cells for number, cells in found.lines if number in read]
    columns = []
    for heading in found.columns:
        cells = [cell_at(line, heading.place) for line in lines]
        if heading.how not in GONE and not told_of_column(key(heading.typed), cells):
            columns.append((heading.name if heading.how is How.CHOSEN else heading.key, cells))
        elif heading == practice:
            return None
    return _told([name for name, _ in columns], [*zip(*(cells for _, cells in columns), strict=True)])


def join(field: Field, older: str, newer: str) -> Json:
    """Two kept tables as one: `all` their practices, and `words` about it.

    The newer cell holds where both have the column. Where the older has practices of its own, a reader is to choose
    between `all` and `these`, the newer’s practices alone, and the words ask for that. Each of the two is as `kept`
    gives it, with `before`: whether anything of the older is left in it. What cannot be read as a kept table gives
    way to the newer one; `all` is absent where nothing can be kept.
    """
    new, old = _read(field, newer), _read(field, older)
    if new is None:
        return {"words": "This table could not be kept for other calculators."}
    if old is None:
        return {"all": new.told(before=False), "words": ""}
    both = _Joined(old, new)
    everything = both.told(both.rows)
    if everything is None:
        return {
            "words": "This table and the one kept before are too large to be kept as one. That one stays."
        }
    if both.only_old:
        return {"all": everything, "these": both.told(both.these), "words": both.question}
    return {"all": everything, "words": both.words if everything["table"] != old.text else ""}


@dataclass(frozen=True, slots=True)
class _Practices:
    """A kept table, cut into cells: the heading of each column, and the rows."""

    headings: Mapping[Column, str]
    rows: Sequence[Row]

    @property
    def text(self) -> str:
        """The table as CSV."""
        return written([[*self.headings.values()], *([*row.values()] for row in self.rows)])

    def told(self, *, before: bool) -> Json | None:
        """The table as `kept` gives it, and whether anything in it is of an older one."""
        cells = [[row.get(column, "") for column in self.headings] for row in self.rows]
        told = _told([*self.headings.values()], cells)
        return told and told | {"before": before}


def _read(field: Field, text: str) -> _Practices | None:
    """The kept table in a text, or None where that is none."""
    try:
        head, *lines = [cells for _, cells in cut(text, SEPARATOR)]
    except (ValueError, AmountError):
        return None
    found = headings_of(field.columns).read(head, [*enumerate(lines)])
    names = {heading.place: name for name, heading in found.by_name.items()}
    alike: Counter[tuple[str, str]] = Counter()
    columns: dict[Column, int] = {}
    for heading in found.columns:
        name = names.get(heading.place, "")
        what = (name, "" if name else key(heading.typed))
        alike[what] += 1
        columns[(*what, alike[what])] = heading.place
    if NAMES not in columns or not lines:
        return None
    return _Practices(
        headings={column: head[place] for column, place in columns.items()},
        rows=[{column: cell_at(line, place) for column, place in columns.items()} for line in lines],
    )


class _Joined:
    """Two tables side by side: which of their rows are the same practice, and one table of both."""

    def __init__(self, old: _Practices, new: _Practices) -> None:
        self._old, self._new = old, new
        partners = {row: other for other, row in _partners(old.rows, new.rows)}
        matched = {*partners.values()}
        self.rows: list[tuple[int | None, int | None]] = [
            *((row, partners.get(row)) for row in range(len(old.rows))),
            *((None, other) for other in range(len(new.rows)) if other not in matched),
        ]
        self.these = [(row, other) for row, other in self.rows if other is not None]
        self.only_old = [old.rows[row] for row, other in self.rows if row is not None and other is None]
        self._only_new = [new.rows[other] for row, other in self.rows if row is None and other is not None]

    def told(self, rows: Sequence[tuple[int | None, int | None]]) -> Json | None:
        """These rows of both, the newer cell where both have the column."""
        stays = [self._stays(row, other) for row, other in rows]
        joined = _Practices(
            headings={**self._old.headings, **self._new.headings},
            rows=[
                {**older, **(self._new.rows[other] if other is not None else {})}
                for older, (_, other) in zip(stays, rows, strict=True)
            ],
        )
        return joined.told(before=any(cell.strip() for older in stays for cell in older.values()))

    @property
    def words(self) -> str:
        """What became of the two, where every practice of the older is in the newer."""
        parts = ["Joined with the one kept before."]
        if self._only_new:
            parts.append(f"New: {_named(self._only_new)}.")
        said = [column for column in self._new.headings if column not in {NAMES, CODES}]
        if held := [short(self._new.headings[column]) for column in said if self._differs(column)]:
            parts.append(f"Where they differ, this table holds: {first_of(held, MOST_NAMED)}.")
        return " ".join(parts)

    @property
    def question(self) -> str:
        """What a reader has to know to choose which practices are kept."""
        before = counted(len(self._old.rows), "practice")
        parts = [f"For other calculators this browser keeps another table, of {before}."]
        parts.append(f"Only there: {_named(self.only_old)}.")
        if self._only_new:
            parts.append(f"Only here: {_named(self._only_new)}.")
        return " ".join([*parts, "The other stays as it is until you choose."])

    def _stays(self, row: int | None, other: int | None) -> Row:
        """What the older has of a row, and the newer has not."""
        cells = self._old.rows[row] if row is not None else {}
        taken = self._new.headings if other is not None else {}
        return {column: cell for column, cell in cells.items() if column not in taken}

    def _differs(self, column: Column) -> bool:
        same = [(self._old.rows[row], self._new.rows[other]) for row, other in self.these if row is not None]
        return any(column in there and there[column].strip() != here[column].strip() for there, here in same)


def _partners(old: Sequence[Row], new: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """Which row of the newer is which of the older: by code where both have one, else by a name like no other."""
    codes, names = _plain(old, CODES), _plain(old, NAMES)
    by_code = {code: row for row, code in enumerate(codes) if code}
    new_codes, new_names = _plain(new, CODES), _plain(new, NAMES)
    coded = {other: by_code[code] for other, code in enumerate(new_codes) if code in by_code}
    yield from coded.items()
    there, here = Counter(names), Counter(new_names)
    by_name = {name: row for row, name in enumerate(names) if there[name] == 1 and row not in coded.values()}
    for other, (code, name) in enumerate(zip(new_codes, new_names, strict=True)):
        if name in by_name and here[name] == 1 and other not in coded and not (code and codes[by_name[name]]):
            yield other, by_name[name]


def _plain(rows: Sequence[Row], column: Column) -> list[str]:
    """What stands in a column, whatever its case and spaces."""
    return [tidy(row.get(column, "")).casefold() for row in rows]


def _named(rows: Sequence[Row]) -> str:
    return first_of([short(row[NAMES].strip()) for row in rows], MOST_NAMED)


def _told(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> Json | None:
    """A table as it is kept: a column that holds nothing is none."""
    places = [n for n in range(len(headings)) if any(cells[n].strip() for cells in rows)]
    text = written([[headings[n] for n in places], *([cells[n] for n in places] for cells in rows)])
    return {"table": text, "practices": len(rows)} if len(text) <= MOST else None
