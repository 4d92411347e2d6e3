"""The sheets of an XLSX workbook that a reader sees, as CSV text with the spreadsheet’s own row numbers."""

from __future__ import annotations

import csv
import io
import re
import warnings
import zipfile
from collections.abc import Generator, Iterator
from typing import IO, TYPE_CHECKING, Any
from xml.etree.ElementTree import iterparse

from openpyxl.cell.read_only import ReadOnlyCell
from openpyxl.reader.excel import ExcelReader
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._reader import COL_TAG, FORMULA_TAG, MERGE_TAG, ROW_TAG, VALUE_TAG, WorkSheetParser

from .cells import shown
from .foreign import DAMAGED, NOT_READ

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from openpyxl import Workbook
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

MOST_BYTES = 80_000_000
"""What the parts that are read may hold once unpacked: a table of 100,000 rows holds less."""

MOST_ROWS = 100_000
MOST_TEXT = 10_000_000
"""Characters of all sheets together: what a page and its worker pass on."""

MOST_NAMED = 5
ALONE = "Save the sheet with the table on its own, as CSV, and choose that"
STRICT = "purl.oclc.org/ooxml"
AS_STRICT = (
    "The file is a workbook of the kind “Strict Open XML”. "
    "Open it in a spreadsheet, save it as “Excel Workbook (XLSX)”, and choose that"
)
RECALCULATED = re.compile(rb"<(?:\w+:)?calcPr\b[^>]*\bfullCalcOnLoad=[\"'](?:1|true)[\"']")
UNPACKED = (".xml", ".rels")

Progress = tuple[int, int]
Sheet = dict[str, Any]


def sheets(data: bytes) -> Generator[Progress, None, list[Sheet]]:
    """Yield after each row how far it is, and return every visible sheet that holds something.

    Each is `{"name", "table", "told"}`; `told` says in a sentence each what a reader should know of the reading.
    `ValueError` with words where the workbook cannot be read.
    """
    try:
        return (yield from _sheets(data))
    except ValueError as error:
        # Only our own words go on to the reader; a library's have another message to stand behind.
        raise error if isinstance(error, Told) else Told(DAMAGED) from error
    except Exception as error:  # A damaged part may break the library anywhere.
        raise Told(DAMAGED) from error


class Told(ValueError):
    """What is wrong with a workbook, in words for the reader."""


def _sheets(data: bytes) -> Generator[Progress, None, list[Sheet]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {
            part.filename: part.file_size for part in archive.infolist() if part.filename.endswith(UNPACKED)
        }
        unpacked = sum(parts.values())
        if unpacked > MOST_BYTES:
            raise Told(
                f"The workbook unpacks to {_megabytes(unpacked)} MB, and at most {_megabytes(MOST_BYTES)} MB "
                f"can be read here. {ALONE}"
            )
        about = archive.read("xl/workbook.xml") if "xl/workbook.xml" in parts else b""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = _opened(data)
            if not book.worksheets:
                raise Told(AS_STRICT if STRICT.encode() in about else NOT_READ)
            return (yield from _visible(book, archive, recalculated=bool(RECALCULATED.search(about))))


def _opened(data: bytes) -> Workbook:
    reader = _Reader(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    reader.read()
    return reader.wb


def _visible(
    book: Workbook, archive: zipfile.ZipFile, *, recalculated: bool
) -> Generator[Progress, None, list[Sheet]]:
    seen = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    hidden = [sheet.title for sheet in book.worksheets if sheet.sheet_state != "visible"]
    total = sum(archive.getinfo(sheet._worksheet_path).file_size for sheet in seen)
    found: list[Sheet] = []
    before = text = 0
    for sheet in seen:
        with archive.open(sheet._worksheet_path) as source:
            rows = _Rows(source, sheet, recalculated=recalculated)
            written = _written(rows, MOST_TEXT - text, sheet.title)
            while True:
                try:
                    next(written)
                except StopIteration as done:
                    table = done.value
                    break
                yield before + source.tell(), total
        if rows.without_result:
            raise Told(
                f"The sheet ‘{sheet.title}’ has formulas whose results are not in the file: "
                f"{_some(rows.without_result)}. Open the file in a spreadsheet, save it there, and choose it again"
            )
        before += archive.getinfo(sheet._worksheet_path).file_size
        text += len(table)
        if table:
            found.append({"name": sheet.title, "table": table, "told": list(rows.told())})
    if not found:
        unseen = f" Hidden: {_some(hidden)}. Show the one with the table, and save the file" if hidden else ""
        raise Told(f"The file must have a sheet with a header row and at least one row below it.{unseen}")
    if hidden:
        passed = "is a hidden sheet and was" if len(hidden) == 1 else "are hidden sheets and were"
        for sheet in found:
            sheet["told"].append(f"{_some(hidden)} {passed} passed over.")
    return found


class _Reader(ExcelReader):  # type: ignore[misc] # the library has no types
    """The library’s reader, without the parts that hold no table: what is wrong in them does not matter."""

    def read_chartsheet(self, sheet: object, rel: object) -> None:
        """Pass over a sheet that is a chart."""

    def read_properties(self) -> None:
        """Pass over who made the file, and when."""

    def read_custom(self) -> None:
        """Pass over properties that a firm has added."""

    def read_theme(self) -> None:
        """Pass over fonts and colours."""


class _Rows(WorkSheetParser):  # type: ignore[misc] # the library has no types
    """The rows of one sheet as texts by column.

    The library’s own sheet for reading tells neither which cells are formulas without a result nor which rows are
    hidden; its parser, one step below, can.
    """

    def __init__(self, source: IO[bytes], sheet: ReadOnlyWorksheet, *, recalculated: bool) -> None:
        book = sheet.parent
        super().__init__(
            source,
            sheet._shared_strings,
            data_only=True,
            epoch=book.epoch,
            date_formats=book._date_formats,
            timedelta_formats=book._timedelta_formats,
        )
        self._recalculated = recalculated
        self._formats: dict[int, str] = {}
        self._sheet = sheet
        self.without_result: list[str] = []
        self._merged: list[str] = []
        self._hidden_rows: list[int] = []

    def rows(self) -> Iterator[tuple[int, dict[int, str]]]:
        """Each row there is, by its number, with its filled cells by their column’s number."""
        for _, element in iterparse(self.source):
            if element.tag == ROW_TAG:
                number, cells = self.parse_row(element)
                texts = {cell["column"]: cell["text"] for cell in cells if cell["text"]}
                if texts and element.get("hidden") in {"1", "true"}:
                    self._hidden_rows.append(number)
                element.clear()
                self.row_dimensions.clear()
                yield number, texts
            elif element.tag == COL_TAG:
                self.parse_column_dimensions(element)
            elif element.tag == MERGE_TAG:
                self._merged = [ref for cell in element if (ref := cell.get("ref"))]

    def parse_cell(self, element: Element) -> dict[str, Any]:
        """The library’s cell with its `text`; a formula without a result is noted."""
        cell: dict[str, Any] = super().parse_cell(element)
        cell["text"] = shown(cell["value"], self._format(cell["style_id"]))
        if element.find(FORMULA_TAG) is not None and self._lacks_result(element, cell["value"]):
            self.without_result.append(f"{get_column_letter(cell['column'])}{cell['row']}")
        return cell

    def told(self) -> Iterator[str]:
        """What a reader should know who does not see these rows and columns, or sees a cell over several rows."""
        if self._hidden_rows:
            one = len(self._hidden_rows) == 1
            rows = f"Row {self._hidden_rows[0]} is" if one else f"Rows {_some(_runs(self._hidden_rows))} are"
            yield f"{rows} hidden in the spreadsheet and {'was' if one else 'were'} read all the same."
        columns = [
            name for name, about in self.column_dimensions.items() if about.get("hidden") in {"1", "true"}
        ]
        if columns:
            yield f"Hidden in the spreadsheet and read all the same: column {_some(columns)}."
        tall = [ref for ref in self._merged if len({*re.findall(r"\d+", ref)}) > 1]
        if tall:
            yield (
                f"Merged over several rows: {_some(tall)}. "
                "What stands there was read in the first of these rows, and the others are blank."
            )

    def _lacks_result(self, element: Element, value: object) -> bool:
        # A library that writes 0 for every result asks for all to be worked out on opening.
        if self._recalculated and value == 0 and not isinstance(value, bool):
            return True
        # An empty text is a result, such as that of =IF(A1="","",A1).
        return value is None and not (element.get("t") == "str" and element.find(VALUE_TAG) is not None)

    def _format(self, style: int) -> str:
        if style not in self._formats:
            self._formats[style] = ReadOnlyCell(self._sheet, 1, 1, None, style_id=style).number_format
        return self._formats[style]


def _written(rows: _Rows, room: int, name: str) -> Generator[None, None, str]:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    last = 0
    for number, texts in rows.rows():
        yield
        if not texts:
            continue
        if number <= last:
            raise Told(DAMAGED)
        if number > MOST_ROWS:
            raise Told(
                f"The sheet ‘{name}’ has more than {MOST_ROWS:,} rows. Save the rows that are needed on their own"
            )
        # Rows keep their numbers, so that a message names the one the reader sees.
        out.write("\r\n" * (number - last - 1))
        writer.writerow([texts.get(column, "") for column in range(1, max(texts) + 1)])
        last = number
        if out.tell() > room:
            raise Told(f"The workbook holds more text than can be read here. {ALONE}")
    return out.getvalue()


def _megabytes(size: int) -> str:
    return f"{-(-size // 1_000_000):,}"


def _runs(numbers: list[int]) -> list[str]:
    """Rows as `4 to 9` where they follow one another."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1] = [runs[-1][0], number]
        else:
            runs.append([number])
    return [" to ".join(map(str, run)) for run in runs]


def _some(names: list[str]) -> str:
    """The first names, and how many more there are."""
    more = len(names) - MOST_NAMED
    named = names[:MOST_NAMED] + ([f"{more} more"] if more > 0 else [])
    return " and ".join(filter(None, (", ".join(named[:-1]), named[-1])))
