"""What a file is by its first bytes, whatever its name says, and what to do with one that is no table to read."""

from __future__ import annotations

import io
import re
import zipfile

ZIP, OLE = b"PK", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SAVE = "Open it in a spreadsheet, save it as XLSX, and choose that"
COPY = "Copy its table into a spreadsheet, save that as XLSX, and choose it"
UNPACK = "Unpack it, and choose the CSV or XLSX inside"
NOT_READ = f"The file must be CSV or XLSX. {SAVE}"
EMPTY = "The file is empty. Choose the file that holds the table"
PROTECTED = (
    "The file is protected with a password. "
    "Open it in a spreadsheet, save a copy without the password, and choose that"
)
DAMAGED = f"The workbook is damaged, and not all of it can be read. {SAVE}"

STARTS: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF", "a PDF", COPY),
    (b"\x89PNG", "a picture", "Type its table into a spreadsheet, save that as XLSX, and choose it"),
    (b"\xff\xd8\xff", "a picture", "Type its table into a spreadsheet, save that as XLSX, and choose it"),
    (b"GIF8", "a picture", "Type its table into a spreadsheet, save that as XLSX, and choose it"),
    (b"{\\rtf", "a document in rich text (RTF)", COPY),
    (b"\x1f\x8b", "a packed archive", UNPACK),
    (b"7z\xbc\xaf", "a packed archive", UNPACK),
    (b"Rar!", "a packed archive", UNPACK),
    (b"\x00\x01\x00\x00Standard", "an Access database", "Export the table from it as XLSX, and choose that"),
    (b"MIME-Version:", "a web page saved as one file", SAVE),
    *((bytes((9, version)), "an Excel workbook of the old kind (XLS)", SAVE) for version in (0, 2, 4, 8)),
)
PICTURES_WITHIN = (b"ftypheic", b"ftypmif1", b"WEBPVP8", b"II*\x00", b"MM\x00*")

OLE_PARTS = (
    ("Workbook", "an Excel workbook of the old kind (XLS)", SAVE),
    ("Book", "an Excel workbook of the old kind (XLS)", SAVE),
    ("WordDocument", "a Word document", COPY),
    ("PowerPoint Document", "a presentation", COPY),
)
"""What an old Office file holds, by the name of its main part; names are in UTF-16 in its directory."""

ZIP_PARTS = (
    ("xl/workbook.bin", "a binary workbook (XLSB)", SAVE),
    ("word/document.xml", "a Word document", COPY),
    ("ppt/presentation.xml", "a presentation", COPY),
    ("Index/Document.iwa", "a Numbers document", "In Numbers, export it to Excel (XLSX), and choose that"),
    ("Index.zip", "a Numbers document", "In Numbers, export it to Excel (XLSX), and choose that"),
    ("content.xml", "an OpenDocument file, such as LibreOffice saves (ODS)", SAVE),
)
MARKUP = re.compile(
    rb"\s*(?:<!--.*?-->\s*)*<(!doctype html|html|head|body|table|meta)\b", re.IGNORECASE | re.DOTALL
)


def refuse_foreign(data: bytes) -> None:
    """`ValueError` with words for what is neither a workbook nor text."""
    if not data:
        raise ValueError(EMPTY)
    if data.startswith(OLE):
        _refuse_ole(data)
    if data.startswith(ZIP):
        return _refuse_archive(data)
    for start, what, todo in STARTS:
        if data.startswith(start):
            raise _foreign(what, todo)
    if any(mark in data[:16] for mark in PICTURES_WITHIN):
        raise _foreign("a picture", "Type its table into a spreadsheet, save that as XLSX, and choose it")
    return None


def refuse_markup(text: str) -> None:
    """`ValueError` with words for a text that is a web page or an XML spreadsheet, as some programs call XLS."""
    start = text[:4000].lstrip("\ufeff").encode("utf-8", "replace")
    if b"urn:schemas-microsoft-com:office:spreadsheet" in start:
        raise _foreign("an XML spreadsheet of 2003", SAVE)
    if MARKUP.match(start) or (start.lstrip().startswith(b"<?xml") and b"<html" in start.lower()):
        raise _foreign("a web page, whatever its name says", SAVE)


def _refuse_ole(data: bytes) -> None:
    if _utf16("EncryptedPackage") in data:
        raise ValueError(PROTECTED)
    for part, what, todo in OLE_PARTS:
        if _utf16(part) in data:
            raise _foreign(what, todo)
    raise ValueError(NOT_READ)


def _refuse_archive(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {part.filename: part for part in archive.infolist()}
    except Exception as error:  # A damaged directory may be wrong in any way.
        raise ValueError(DAMAGED) from error
    if any(part.flag_bits & 1 for part in parts.values()) or "EncryptedPackage" in parts:
        raise ValueError(PROTECTED)
    for name, what, todo in ZIP_PARTS:
        if name in parts:
            raise _foreign(what, todo)
    if "[Content_Types].xml" not in parts:
        raise _foreign("a packed archive (ZIP)", UNPACK)


def _utf16(name: str) -> bytes:
    return name.encode("utf-16-le")


def _foreign(what: str, todo: str) -> ValueError:
    return ValueError(f"The file is {what}. {todo}")
