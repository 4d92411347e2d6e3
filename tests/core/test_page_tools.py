"""The worker's tools: spreadsheets of every make come out as CSV, and links as QR codes."""

import csv
import io
import json
import zipfile
from datetime import date
from typing import Any

import pytest
from openpyxl import Workbook

from browser.python.page_tools import qr, sheet


def workbook(*rows: list[Any], formats: dict[str, str] | None = None) -> bytes:
    book = Workbook()
    active = book.active
    assert active is not None
    for row in rows:
        active.append(row)
    for place, number_format in (formats or {}).items():
        active[place].number_format = number_format
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(json.loads(sheet.reply(data))["table"])))


def test_cells_come_out_as_a_person_would_type_them() -> None:
    data = workbook(
        ["name", "a", "b", "c", "d", "e"],
        ["£", 1200000, 0.1 + 0.2, 0.005, date(2009, 10, 1), True],
        formats={"D2": "0.0%"},
    )
    assert read(data)[1] == ["£", "1200000", "0.3", "0.5%", "2009-10-01", "yes"]


def test_rows_keep_the_numbers_of_the_sheet() -> None:
    rows = read(workbook([], ["a", "b"], [None, None], ["1", "2"]))
    assert [n for n, row in enumerate(rows, 1) if any(row)] == [2, 4]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_file_is_read_whatever_wrote_it(codec: str) -> None:
    assert read("a,b\r\n£1,2\r\n".encode(codec)) == [["a", "b"], ["£1", "2"]]


@pytest.mark.parametrize(
    "data",
    [b"PK\x03\x04 not a workbook", b"\xd0\xcf\x11\xe0 an old one", b"a\x00b", workbook([]), workbook(["a"])],
)
def test_what_cannot_be_read_is_told(data: bytes) -> None:
    assert set(json.loads(sheet.reply(data))["errors"]) == {"file"}


def test_a_workbook_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet, "MOST_BYTES", 100)
    assert "too much" in json.loads(sheet.reply(workbook(["a"], ["1"])))["errors"]["file"]


def test_a_file_that_only_looks_like_a_workbook_is_told() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("[Content_Types].xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")
    assert "XLSX" in json.loads(sheet.reply(file.getvalue()))["errors"]["file"]


def test_a_link_becomes_an_image_and_a_long_one_words() -> None:
    assert json.loads(qr.reply("https://example.org/#a=1"))["image"].startswith("data:image/svg+xml")
    for length in (1_300, 2_900, 9_000):
        assert "too long" in json.loads(qr.reply("a" * length))["errors"]["qr"]
