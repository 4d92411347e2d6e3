"""A table from a file: the CSV text of an XLSX workbook's first sheet with something in it, or of a CSV file."""

from __future__ import annotations

import codecs
import csv
import io
import json
import zipfile
from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl.cell import Cell

WORKBOOK, OLD_WORKBOOK = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
MOST_BYTES = 200_000_000
"""What a workbook may hold once unpacked."""

MOST_ROWS = 100_000
NOT_READ = "The file must be CSV or XLSX. Open it in a spreadsheet, save it as XLSX, and choose that"
TOO_LARGE = "The workbook holds too much. Save the sheet with the cases on its own, as CSV"
EMPTY = "The file must have a sheet with a header row and at least one row below it"


def reply(data: bytes | memoryview) -> str:
    """`{"table"}` with the CSV text, or `{"errors"}` with words about the file."""
    try:
        return json.dumps({"table": read(bytes(data))})
    except ValueError as error:
        return json.dumps({"errors": {"file": str(error)}})


def read(data: bytes) -> str:
    """The file as CSV text; `ValueError` with words where it is none that can be read."""
    if data.startswith(WORKBOOK):
        return _workbook(data)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    if data.startswith(OLD_WORKBOOK) or b"\x00" in data[:1000]:
        raise ValueError(NOT_READ)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _workbook(data: bytes) -> str:
    # Imported here: a CSV file does without the package.
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            size = sum(part.file_size for part in parts.infolist())
        if size > MOST_BYTES:
            raise ValueError(TOO_LARGE)
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        for sheet in book.worksheets:
            # What a file says of its own size may be wrong, and long runs of empty rows are common.
            sheet.reset_dimensions()
            if table := _sheet(sheet.iter_rows()):
                return table
    except (OSError, KeyError, TypeError, AttributeError, SyntaxError, zipfile.BadZipFile) as error:
        raise ValueError(NOT_READ) from error
    raise ValueError(EMPTY)


def _sheet(rows: Iterable[Iterable[Cell]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    blank, written = 0, 0
    for number, row in enumerate(rows, 1):
        cells = [_text(cell) for cell in row]
        if not any(cells):
            # Rows keep their numbers, so that a message names the one the reader sees.
            blank += 1
            if number > MOST_ROWS:
                break
            continue
        if number > MOST_ROWS:
            raise ValueError(TOO_LARGE)
        writer.writerows([[""]] * blank)
        writer.writerow(cells)
        blank, written = 0, written + 1
    return out.getvalue() if written > 1 else ""


def _text(cell: Cell) -> str:
    """What a cell holds as a person would type it: a percentage with its sign, a day without its hour."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        # Spreadsheets keep fifteen digits; what comes after them is noise.
        if "%" in str(cell.number_format):
            return f"{value * 100:.13g}%"
        return f"{value:.15g}"
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value).strip()
