"""Sheets of cells as text, in and out: separators, line ends, marks, and cells that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice

from calculators.values.errors import AmountError

SEPARATORS = ("\t", ",", ";")
TOP, SAMPLE = 10, 32
"""Within how many lines the headings stand, and how many show which separator fits."""

_SEPARATOR_LINE = re.compile(r'"?sep=([^\r\n])"?[,;\t]*(?:\r\n|\r|\n|$)', re.IGNORECASE)
_STARTS_FORMULA = frozenset("=+-@")
APART = "\x1f"
"""What stands before each of the cells that are looked at together, as one text."""

_BEGINS_ODDLY = re.compile(rf"{APART}[^\w{APART}]")
_NUMBER = re.compile(r"[+-]\d[\d,]*(?:\.\d+)?", re.ASCII)

Line = tuple[int, list[str]]
"""A line's number as a spreadsheet counts (the first is 1, empty ones counted) and its cells."""

Fit = Callable[[list[str]], int]
"""How well a line's cells serve as headings."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as it comes: CSV text, and its name; a text that came without a workbook has none."""

    name: str
    text: str


def sheets_of(payload: Mapping[str, object]) -> list[Sheet]:
    """The table in a page's question: `{"table": text}`, or a workbook's visible sheets in their order.

    Those come as `{"sheets": [{"name": …, "table": CSV text}, …]}`.
    """
    given = payload.get("sheets")
    if not isinstance(given, list):
        return [Sheet("", str(payload.get("table", "")))]
    return [Sheet(str(s.get("name", "")), str(s.get("table", ""))) for s in given if isinstance(s, dict)]


class GridError(AmountError):
    """A text cannot be cut into cells; the message names the row."""

    def __init__(self, row: int, words: str) -> None:
        """Keep the row and what is wrong with it."""
        super().__init__(f"Row {row} {words}")
        self.row, self.words = row, words


def separated(text: str, fit: Fit) -> tuple[str, str]:
    """The text without marks at its head, and the separator that fits.

    That is the one under which a line near the top serves best as headings; then one that cuts that line at all; then
    that under which most lines are as wide as that one, and then the widest.
    """
    body = text.lstrip("\ufeff")
    # A spreadsheet reads such a line as a sign and does not count it.
    sign = _SEPARATOR_LINE.match(body)
    body = body[sign.end() :] if sign else body
    candidates = dict.fromkeys([*SEPARATORS, sign[1]] if sign and sign[1] not in '"\0' else SEPARATORS)

    def fits(separator: str) -> tuple[int, bool, int, int]:
        lines = [cells for _, cells in sample(body, separator)]
        # Above headings that name nothing there may be a title, which is one cell.
        best = max(lines[:TOP], key=lambda cells: (fit(cells), len(cells)), default=[])
        even = sum(len(cells) == len(best) for cells in lines)
        return fit(best), len(best) > 1, even, len(best)

    return body, max(candidates, key=fits)


def sample(body: str, separator: str) -> list[Line]:
    """The first lines that hold something, up to one that cannot be cut."""
    found: list[Line] = []
    with suppress(GridError):
        found.extend(islice(cut(body, separator), SAMPLE))
    return found


def cut(body: str, separator: str) -> Iterator[Line]:
    """The lines that hold something, one by one; `GridError` naming the row whose quotation mark is left open."""
    # Universal line ends, as they stand: a cell may hold any of them.
    reader = csv.reader(io.StringIO(body, newline=""), delimiter=separator, strict=True)
    defused_cells = "'" in body
    number, ended = 0, 0
    while True:
        number += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise GridError(number, _unsure(reader.line_num - ended, str(error))) from None
        ended = reader.line_num
        held = [_as_it_was(cell) for cell in cells] if defused_cells else cells
        if any(held) and any(cell.strip() for cell in held):
            yield number, held


def _unsure(lines: int, reason: str) -> str:
    """What is wrong with a row that takes so many lines; on one line the library's reason tells what."""
    if lines <= 1 and "field limit" in reason:
        return "has a cell that is too long. Shorten it"
    if lines <= 1 and "expected after" in reason:
        return "has a cell that goes on after its closing quotation mark. Take its quotation marks out"
    return "has a quotation mark that is not closed. Close it, or take it out"


def written(rows: Iterable[Sequence[str]]) -> str:
    """The rows as CSV after RFC 4180, with each cell defused."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(map(defused_row, rows))
    return out.getvalue()


def in_their_rows(lines: Iterable[Line]) -> Iterator[list[str]]:
    """The cells of the lines with empty ones between them, so that each keeps its number."""
    at = 1
    for number, cells in lines:
        yield from ([] for _ in range(at, number))
        yield cells
        at = number + 1


def defused_row(cells: Sequence[str]) -> Sequence[str]:
    """The cells, each defused. Nearly every row has none that needs it, which one look at all of them shows."""
    return [*map(defused, cells)] if _BEGINS_ODDLY.search(together(cells)) else cells


def together(cells: Iterable[str]) -> str:
    """The cells as one text: one look at it shows that none is of a rare kind."""
    return f"{APART}{APART.join(cells)}"


def defused(cell: str) -> str:
    """The cell, quoted with an apostrophe where a spreadsheet would run it; numbers keep their sign."""
    return f"'{cell}" if cell and not cell[0].isalnum() and _would_run(cell.lstrip("'")) else cell


def _as_it_was(cell: str) -> str:
    """The cell before it was defused."""
    return cell[1:] if cell[:1] == "'" and _would_run(cell.lstrip("'")) else cell


def _would_run(cell: str) -> bool:
    """Whether a cell begins as a formula does, in any shape of the sign and after any space or hidden character."""
    if not cell or cell[0].isalnum():
        return False
    if cell[0] in "\t\r\n":
        return True
    for character in cell:
        plain = unicodedata.normalize("NFKC", character)
        if plain.strip() and unicodedata.category(character)[0] != "C":
            return plain[0] in _STARTS_FORMULA and not _NUMBER.fullmatch(cell)
    return False
