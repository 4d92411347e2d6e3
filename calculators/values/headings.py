"""Which row of which sheet holds the headings, and what each heading stands for: one place for every table."""

from __future__ import annotations

import re
from collections import Counter, defaultdict, deque
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice

from calculators.values import amounts
from calculators.values.errors import AmountError
from calculators.values.formats import first_of, quoted
from calculators.values.grids import SEPARATORS, TOP, GridError, Line, Sheet, cut, sample, separated, together
from calculators.values.spelling import Spellings

PRACTICE, CODE = "practice", "code"
ALIASES = {PRACTICE: ("practice name", "name", "surgery"), CODE: ("practice code", "ods code")}
"""What else people write above the column with this name."""

NAMES = frozenset({PRACTICE, *ALIASES[PRACTICE]})
"""Headings of a column that says whose row it is."""

FIRST, LAST = "outcome", "error"
"""The headings between which a table of results has what was worked out."""

CONDITION = "Condition"
"""What the heading of a condition begins with among what was worked out."""

DROP = "drop"
"""What a reader chooses for a column that is to be left out altogether."""

SHORTEST_BEGINNING = 4
LOOKED_AT = 16_384
"""How many characters are looked at for headings that an open quotation mark hides."""

MOST_LIKENED = 256
"""How many headings are likened to names: more than a person's table has, and few enough to take no time."""

MOST_CELLS, LONGEST_CELL = 6, 40
"""How much of a row a message repeats."""

_BRACKETS = re.compile(r" ?[(\[]([^()\[\]]*)[)\]]$")
_UNIT = re.compile(r" ?(?:in )?(?:£|%|gbp|pounds|per ?cent|yes/no|y/n)")
_SCALE = re.compile(
    r" ?(?:in )?(?:£|gbp)? ?(?:'?0?00s?'?|k|m|mn|bn|p|pence|thousands?|millions?)(?: of)?(?: £| pounds| gbp)?"
)
_TAIL = re.compile(
    r" (?:in )?(?:£|%|£ ?'?000s?|£ ?(?:k|m|mn|bn)|(?:in )(?:thousands|millions|pence|pounds))$"
)
_YEAR = re.compile(r" (?:(?:for|in|of) )?(?:fy ?)?\d{2,4}(?:[/ ]\d{2,4})?$")


class How(StrEnum):
    """How sure it is what a heading stands for."""

    NAME = "name"
    LABEL = "label"
    UNIT = "unit"
    """Its name or label, with a unit behind it."""

    ALIAS = "alias"
    """Something else that people write above such a column."""

    BEGINS = "begins"
    """It begins as one label alone does, or has more behind a name or label, such as a year."""

    CHOSEN = "chosen"
    NEAR = "near"
    SCALED = "scaled"
    """Its name or label, in thousands or another scale: its amounts are not what they look like."""

    RESULT = "result"
    """Worked out by the calculator in an earlier round."""

    DROPPED = "dropped"
    OTHER = "other"
    EMPTY = "empty"
    """A column at an edge without a heading, and with nothing in it."""


SURE = frozenset({How.NAME, How.LABEL, How.UNIT, How.CHOSEN})
BY_SURENESS = (SURE, frozenset({How.ALIAS}), frozenset({How.BEGINS}))
TAKEN = SURE.union(*BY_SURENESS)
GONE = frozenset({How.RESULT, How.DROPPED, How.EMPTY})
"""Columns of which nothing is carried on."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A column's place (the first is 0), its heading as typed, and the name it stands for or is near to."""

    place: int
    typed: str
    how: How
    name: str = ""

    @property
    def taken(self) -> bool:
        """Whether the column is read as what it stands for."""
        return self.how in TAKEN

    @property
    def shown(self) -> str:
        """The heading in a message; a column without one has its letter."""
        return quoted(short(self.typed)) if self.typed else self.key

    @property
    def key(self) -> str:
        """What a reader's choice about the column is kept under."""
        return self.typed or f"column {letter(self.place)}"


@dataclass(frozen=True, slots=True)
class Found:
    """The headings of a table, in which row of which sheet they stand, and the lines below."""

    sheet: str
    row: int
    columns: list[Heading]
    lines: list[Line]
    width: int
    """How many columns there are up to the last that has a heading of the reader's own."""

    twice: tuple[tuple[Heading, Heading], ...] = ()
    """Headings that stand for the same."""

    by_name: Mapping[str, Heading] = field(default_factory=dict)
    """The column that is read for each name."""

    def surplus(self, cells: list[str]) -> list[str]:
        """What a line has to the right of the last heading, up to the last that is not blank."""
        if len(cells) <= self.width:
            return []
        ours = {heading.place for heading in self.columns[self.width :] if heading.how is How.RESULT}
        beyond = [cell for place, cell in enumerate(cells[self.width :], self.width) if place not in ours]
        while beyond and not beyond[-1].strip():
            beyond.pop()
        return beyond


class NoHeader(AmountError):
    """No row has headings that can be used; `columns` are those that a reader may want to name by hand."""

    def __init__(self, words: str, columns: Sequence[Heading] = ()) -> None:
        """Keep the words and the columns."""
        super().__init__(words)
        self.columns = list(columns)


class Headings:
    """What headings may stand for: names with their labels; `results` are the figures of the calculator."""

    def __init__(
        self,
        asked: Iterable[tuple[str, Iterable[str]]],
        results: Iterable[str] = (),
        chosen: Mapping[str, str] | None = None,
        tables: Iterable[str] = (),
    ) -> None:
        """Keep names and labels; `chosen` is what a reader decided: by heading a name, none (not used) or `DROP`.

        `tables` are the names of which each cell holds a table of its own.
        """
        asked = [(name, [label for label in labels if label]) for name, labels in asked]
        self.names = {key(name): name for name, _ in asked}
        self._all = frozenset(name for name, _ in asked)
        self.tables = frozenset(tables)
        self._results = frozenset(map(key, results))
        self._chosen = {plain(heading): name for heading, name in (chosen or {}).items()}
        labelled = [(key(label), name) for name, labels in asked for label in labels]
        aliases = [(alias, name) for name, _ in asked for alias in ALIASES.get(name, ())]
        self._labels, self._aliases = _alone(labelled), _alone(aliases)
        self._beginnings = _alone((start, name) for label, name in labelled for start in _beginnings(label))
        self._begun = _alone(
            (start, name) for told, name in self.names.items() for start in _beginnings(told)
        )
        self._spellings = Spellings([*self.names.items(), *labelled, *aliases])
        self._longest = 2 * max((len(text) for text in (*self.names, *self._labels)), default=0)
        self._known: dict[str, tuple[How, str]] = {}

    def count(self, cells: list[str]) -> int:
        """How many names a line's cells stand for."""
        meant = (self._meant(cell) for cell in cells if cell and len(cell) <= self._longest)
        return len({name for how, name in meant if how in TAKEN})

    def near(self, cells: list[str]) -> int:
        """How many names a line's cells are near to."""
        short_ones = islice((cell for cell in cells if cell and len(cell) <= self._longest), MOST_LIKENED)
        return len({*map(self.likely, short_ones)} - {""})

    def likely(self, text: str) -> str:
        """The name that a text stands for, or is near to; an empty text where there is none."""
        _, name = self._meant(text)
        return name or self._spellings.near(key(text)) or self._begun.get(key(text), "")

    def read(self, cells: list[str], lines: list[Line], sheet: str = "", row: int = 1) -> Found:
        """What each of the cells stands for, as headings of the lines."""
        named = [place for place, cell in enumerate(cells) if cell.strip()]
        first, last = (named[0], named[-1]) if named else (0, -1)
        ours = _results(cells, self._results)
        width = 1 + max((place for place in named if place not in ours), default=-1)
        columns = []
        for place, cell in enumerate(cells[: last + 1]):
            typed = plain(cell)
            if place in ours:
                columns.append(Heading(place, typed, How.RESULT))
            elif place >= width:
                continue
            elif place < first and not any(has_something(line, place) for _, line in lines):
                columns.append(Heading(place, "", How.EMPTY))
            else:
                known = cell if typed else f"column {letter(place)}"
                columns.append(Heading(place, typed, *self._meant(known)))
        by_name, twice = _chosen_ones(columns)
        taken = {column.place for column in by_name.values()} | {other.place for _, other in twice}
        again = [c for c in columns if c.how in {How.OTHER, How.ALIAS, How.BEGINS} and c.place not in taken]
        second = {c.place: self._second(c, liken=n < MOST_LIKENED) for n, c in enumerate(again)}
        columns = [Heading(c.place, c.typed, *second[c.place]) if c.place in second else c for c in columns]
        return Found(sheet, row, columns, lines, width, tuple(twice), by_name)

    def _second(self, column: Heading, *, liken: bool) -> tuple[How, str]:
        """What a heading is that stands for nothing, or for what another stands for better."""
        if liken and column.how is How.OTHER and column.typed and plain(column.typed) not in self._chosen:
            told = key(column.typed)
            if told not in self._results | {FIRST, LAST} | NAMES and (near := self._spellings.near(told)):
                return How.NEAR, near
        return How.OTHER, ""

    def _meant(self, cell: str) -> tuple[How, str]:
        if cell not in self._known:
            self._known[cell] = self._look_up(cell)
        return self._known[cell]

    def _look_up(self, cell: str) -> tuple[How, str]:
        if (chosen := self._chosen.get(plain(cell))) is not None:
            if chosen == DROP:
                return How.DROPPED, ""
            return (How.CHOSEN, chosen) if chosen in self._all else (How.OTHER, "")
        told = key(cell)
        if not told or len(told) > self._longest:
            return How.OTHER, ""
        if name := self.names.get(told):
            return How.NAME, name
        if name := self._labels.get(told):
            return How.LABEL, name
        if name := self._aliases.get(told):
            return How.ALIAS, name
        if told in self._results or told in NAMES:
            return How.OTHER, ""
        bare, how = _without_unit(told)
        if name := self._aliases.get(bare):
            return How.ALIAS, name
        if name := self.names.get(bare) or self._labels.get(bare):
            return how, name
        bare = _YEAR.sub("", bare)
        name = self.names.get(bare) or self._labels.get(bare)
        if not name and len(bare) >= SHORTEST_BEGINNING:
            name = self._beginnings.get(bare)
        if name:
            return (How.SCALED if how is How.SCALED else How.BEGINS), name
        return How.OTHER, ""


def find(sheets: Sequence[Sheet], headings: Headings, told: str, wanted: Sequence[str]) -> Found:
    """The row with most names, of the first ten of each sheet; `NoHeader` where none names any.

    `told` begins the message, and `wanted` are the names that it tells. `GridError` where a quotation mark is open.
    """
    cutting = [(sheet, *separated(sheet.text, headings.count)) for sheet in sheets]
    tops = [(n, line) for n, (_, *how) in enumerate(cutting) for line in sample(*how)[:TOP]]
    # One word of a title may well be near to a name.
    for fit, least in ((headings.count, 1), (headings.near, min(2, len(headings.names)))):
        best = max(tops, key=lambda top: fit(top[1][1]), default=None)
        if best and fit(best[1][1]) >= least:
            n, (row, cells) = best
            sheet, *how = cutting[n]
            lines = [line for line in cut(*how) if line[0] > row]
            found = headings.read(cells, lines, sheet.name, row)
            _check_none_swallowed(found, len(cells), how[1], headings.tables)
            return found
    for _, body, separator in cutting:
        _check_marks(body, separator, headings)
    raise _no_header(
        sheets, tops, headings, f"{told} must have a header row that names {first_of([*wanted], MOST_CELLS)}"
    )


def _check_marks(body: str, separator: str, headings: Headings) -> None:
    """`GridError` where a quotation mark is left open near the top: then that is what hides the headings.

    It hides the separator, too: so each is tried under which a line would name something without its marks.
    """
    lines = body[:LOOKED_AT].splitlines()[:TOP]
    hidden = (s for s in SEPARATORS if any(headings.count(_unmarked(line.split(s))) for line in lines))
    for each in (separator, *hidden):
        deque(islice(cut(body, each), TOP), maxlen=0)


def _unmarked(cells: list[str]) -> list[str]:
    return [cell.strip(' "') for cell in cells]


def _check_none_swallowed(found: Found, width: int, separator: str, tables: Collection[str]) -> None:
    """`GridError` where a cell of several lines holds what would be a row: two stray quotation marks make it one.

    A cell that holds a table of its own, as one of `tables` does, has such lines by right.
    """
    by_right = {heading.place for name, heading in found.by_name.items() if name in tables}
    for number, cells in found.lines:
        if not _holds_lines(together(cells)):
            continue
        for place, cell in enumerate(cells):
            if not _holds_lines(cell) or place in by_right:
                continue
            for line in cell.splitlines():
                inner = line.split(separator)
                if len(inner) == width > 1 and any(
                    _is_answer(inner[heading.place]) for heading in found.by_name.values()
                ):
                    raise GridError(
                        number,
                        "has a quotation mark that is closed rows further down, so that they are lost in one cell. "
                        "Take it out, or close it in its row",
                    )


def _holds_lines(text: str) -> bool:
    return "\n" in text or "\r" in text


def _is_answer(text: str) -> bool:
    """Whether a text is an amount, or yes or no."""
    for read in (amounts.read_money, amounts.read_percent, amounts.read_yes_no):
        with suppress(AmountError):
            read(text)
            return True
    return False


def _no_header(
    sheets: Sequence[Sheet], tops: list[tuple[int, Line]], headings: Headings, words: str
) -> NoHeader:
    if not tops:
        return NoHeader(words)
    n, (row, cells) = tops[0]
    where = f" of the sheet {quoted(short(sheets[n].name))}" if sheets[n].name else ""
    held = [quoted(short(plain(cell))) for cell in cells if cell.strip()]
    words += f". Row {row}{where}, the first with anything in it, holds {first_of(held, MOST_CELLS)}"
    wide = next((cells for _, (_, cells) in tops if sum(map(bool, cells)) > 1), cells)
    return NoHeader(words, headings.read(wide, []).columns)


def key(text: str) -> str:
    """A heading without what does not tell columns apart: case, underscores, hyphens, odd spaces."""
    bare = amounts.tidy(text).lower().replace("_", " ").replace("-", " ").replace("’", "'")
    return " ".join(bare.split()).strip(" :*?\ufeff")


def plain(text: str) -> str:
    """A heading as typed, on one line."""
    return " ".join(text.split())


def short(text: str) -> str:
    """As much of a reader's text as a message repeats."""
    return text if len(text) <= LONGEST_CELL else f"{text[: LONGEST_CELL - 1]}…"


def letter(place: int) -> str:
    """The letters by which a spreadsheet knows the column at a place: A, B, … Z, AA."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def cell_at(cells: list[str], place: int) -> str:
    """What a line has at a place; nothing where it ends before that."""
    return cells[place] if place < len(cells) else ""


def has_something(cells: list[str], place: int) -> bool:
    """Whether a line has more than blanks at a place."""
    return bool(cell_at(cells, place).strip())


def _alone(found: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The texts that stand for one name alone."""
    names: defaultdict[str, set[str]] = defaultdict(set)
    for text, name in found:
        names[text].add(name)
    return {text: min(alone) for text, alone in names.items() if text and len(alone) == 1}


def _beginnings(label: str) -> Iterable[str]:
    words = label.split()
    return (" ".join(words[:n]) for n in range(1, len(words)))


def _without_unit(told: str) -> tuple[str, How]:
    """The heading without a unit, and how sure it then is."""
    how, bare = How.BEGINS, told
    if match := _BRACKETS.search(told):
        unit, bare = match[1].strip(), told[: match.start()]
    elif match := _TAIL.search(told):
        unit, bare = match[0].strip(), told[: match.start()]
    else:
        return bare, how
    if _UNIT.fullmatch(unit):
        how = How.UNIT
    elif _SCALE.fullmatch(unit):
        how = How.SCALED
    return bare.strip(" :*?"), how


def _results(cells: list[str], figures: frozenset[str]) -> set[int]:
    """The places of columns that are results of an earlier round: neighbours, from the outcome to the error."""
    found: set[int] = set()
    start: int | None = None
    for place, cell in enumerate(cells):
        told = key(cell)
        if told == FIRST:
            start = place
        elif start is not None and told == LAST:
            found |= {*range(start, place + 1)}
            start = None
        elif told not in figures and not told.startswith(CONDITION.lower()):
            start = None
    return found


def _chosen_ones(columns: list[Heading]) -> tuple[dict[str, Heading], list[tuple[Heading, Heading]]]:
    """The column that is read for each name, the surest; and those between which nothing decides."""
    by_name: dict[str, Heading] = {}
    twice: list[tuple[Heading, Heading]] = []
    for wanted in BY_SURENESS:
        before = Counter(by_name)
        for column in columns:
            if column.how not in wanted or column.name in before:
                continue
            if column.name in by_name:
                twice.append((by_name[column.name], column))
            else:
                by_name[column.name] = column
    return dict(sorted(by_name.items(), key=lambda found: found[1].place)), twice
