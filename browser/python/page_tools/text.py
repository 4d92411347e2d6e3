"""The text of a file that is no workbook, whatever program and system wrote it."""

from __future__ import annotations

import codecs
import re

from .foreign import NOT_READ, refuse_markup

UNREADABLE = (
    "The file is text in an encoding that cannot be told. "
    "Open it in a spreadsheet, save it as XLSX or as CSV in UTF-8, and choose that"
)
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
LOOKED_AT = 4000
POUND_OF_DOS = re.compile(rb"\x9c ?\d")
"""How “CSV (MS-DOS)” writes an amount: there the byte is a pound sign, and on Windows a French ligature."""


def decoded(data: bytes) -> str:
    """The file as text; `ValueError` with words where it is none, or is a web page."""
    text = _decoded(data)
    if "\x00" in text:
        raise ValueError(NOT_READ)
    refuse_markup(text)
    return text


def _decoded(data: bytes) -> str:
    encodings = [
        next((name for mark, name in MARKS if data.startswith(mark)), _unmarked_utf16(data) or "utf-8")
    ]
    if encodings == ["utf-8"]:
        encodings.append("cp850" if POUND_OF_DOS.search(data) else "cp1252")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ValueError(UNREADABLE)


def _unmarked_utf16(data: bytes) -> str:
    """The byte order of UTF-16 without its mark, told by where the empty halves of plain letters lie; else nothing."""
    if len(data) % 2:
        return ""
    first, second = data[:LOOKED_AT:2], data[1:LOOKED_AT:2]
    for empty, filled, name in ((second, first, "utf-16-le"), (first, second, "utf-16-be")):
        if not filled.count(0) and 2 * empty.count(0) > len(empty):
            return name
    return ""
