"""Workbooks for the tests, as libraries and people make them: values, formats, and parts changed by hand."""

import io
import zipfile
from collections.abc import Callable
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

SHEET = "xl/worksheets/sheet1.xml"


def saved(book: Workbook) -> bytes:
    """The bytes of a workbook's file."""
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def workbook(
    *rows: list[Any],
    formats: dict[str, str] | None = None,
    then: Callable[[Worksheet], None] = lambda sheet: None,
) -> bytes:
    """A workbook of one sheet with these rows, its cells' number formats by place, and what else is done to it."""
    book = Workbook()
    active: Worksheet = book.active
    for row in rows:
        active.append(row)
    for place, number_format in (formats or {}).items():
        active[place].number_format = number_format
    then(active)
    return saved(book)


def changed(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """An archive with each part as `change(name, content)` gives it."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as before,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for name in before.namelist():
            after.writestr(name, change(name, before.read(name)))
    return out.getvalue()


def replaced(data: bytes, part: str, old: str, new: str) -> bytes:
    """An archive with words of one part replaced; the words must be there."""

    def change(name: str, content: bytes) -> bytes:
        if name != part:
            return content
        # Whether an empty element is written as one tag or two depends on the library that is installed.
        alike = content.replace(b"<v />", b"<v></v>").replace(b"<v/>", b"<v></v>").replace(b" />", b"/>")
        assert old.encode() in alike, (part, alike[-2000:])
        return alike.replace(old.encode(), new.encode())

    return changed(data, change)


def archive(**parts: bytes) -> bytes:
    """A ZIP archive of these parts, whose names have `__` for a slash and `_dot_` for a full stop."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, content in parts.items():
            packed.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return out.getvalue()


def encrypted(data: bytes) -> bytes:
    """The archive with every part marked as encrypted, as a packing program with a password marks it."""
    out = bytearray(data)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(signature)
        while place >= 0:
            out[place + offset] |= 1
            place = data.find(signature, place + 4)
    return bytes(out)


def ole(*streams: str) -> bytes:
    """The beginning of an old Office container with these streams in its directory."""
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\x00")
    return header + b"".join(
        name.encode("utf-16-le").ljust(128, b"\x00") for name in ("Root Entry", *streams)
    )
