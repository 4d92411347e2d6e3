"""A file that cannot be read is told for what it is, and what to do, in our own words."""

import json
import random
import zlib

import pytest

from browser.python.page_tools import foreign, sheet, workbook
from tests.support.workbooks import SHEET, archive, changed, encrypted, ole, replaced
from tests.support.workbooks import workbook as made

GOOD = made(["practice", "budget"], *(["Mill", n] for n in range(200)))


def words(data: bytes) -> str:
    told = json.loads(sheet.reply(data))
    assert set(told["errors"]) == {"file"}
    found: str = told["errors"]["file"]
    return found


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "is empty"),
        (ole("EncryptionInfo", "EncryptedPackage"), "protected with a password"),
        (encrypted(GOOD), "protected with a password"),
        (ole("Workbook"), "old kind (XLS)"),
        (ole("Book"), "old kind (XLS)"),
        (b"\x09\x08\x10\x00\x00\x06\x05\x00", "old kind (XLS)"),
        (ole("WordDocument"), "a Word document"),
        (ole("Catalog"), "must be CSV or XLSX"),
        (archive(mimetype=b"x", content_dot_xml=b"<a/>"), "OpenDocument"),
        (archive(Index__Document_dot_iwa=b"x"), "a Numbers document"),
        (archive(word__document_dot_xml=b"x"), "a Word document"),
        (archive(ppt__presentation_dot_xml=b"x"), "a presentation"),
        (archive(xl__workbook_dot_bin=b"x"), "binary workbook (XLSB)"),
        (archive(budgets_dot_csv=b"a,b"), "a packed archive (ZIP)"),
        (b"%PDF-1.7 ...", "a PDF"),
        (b"\x89PNG\r\n\x1a\n...", "a picture"),
        (b"\xff\xd8\xff\xe0....", "a picture"),
        (b"\x00\x00\x00\x18ftypheic....", "a picture"),
        (b"{\\rtf1 ...", "rich text"),
        (b"<html><table><tr><td>practice</td></tr></table></html>", "a web page"),
        (b"\xef\xbb\xbf\r\n<!DOCTYPE html>\n<html>", "a web page"),
        ("<html><table>".encode("utf-16"), "a web page"),
        (b'<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:'
         b'office:spreadsheet">', "XML spreadsheet"),
        (b"MIME-Version: 1.0\r\n", "a web page"),
        (b"a\x00b", "must be CSV or XLSX"),
        (b"practice,budget\r\nMill\x00Lane,1\r\n", "must be CSV or XLSX"),
        (b"practice\r\n\x81\x8d\r\n", "encoding that cannot be told"),
        (b"\xff\xfea\x00b", "encoding that cannot be told"),
        (b"PK\x03\x04 not a workbook", "damaged"),
        (GOOD[:-60], "damaged"),
        (archive(_Content_Types_=b"<a/>"), "a packed archive"),
        (made(), "a header row"),
        (replaced(GOOD, "xl/worksheets/sheet1.xml", "<sheetData>", "<sheetData><row>"), "damaged"),
        (replaced(GOOD, "xl/worksheets/sheet1.xml", '<row r="3"', '<row r="2"'), "damaged"),
        (replaced(GOOD, "xl/styles.xml", 'fontId="0"', 'fontId="9"'), "damaged"),
        (replaced(GOOD, "xl/workbook.xml", "<sheets>", "<sheets><odd>"), "damaged"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_says_what_it_is(data: bytes, told: str) -> None:
    assert told in words(data)


def test_a_workbook_of_the_strict_kind_says_how_to_save_it() -> None:
    strict = {
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main": b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        b"http://schemas.openxmlformats.org/officeDocument/2006": b"http://purl.oclc.org/ooxml/officeDocument",
    }

    def change(name: str, content: bytes) -> bytes:
        for old, new in strict.items():
            content = content.replace(old, new)
        return content

    assert "Strict Open XML" in words(changed(GOOD, change))


def test_a_workbook_with_entities_of_its_own_is_refused() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "c">]>'
    told = json.loads(sheet.reply(replaced(GOOD, SHEET, "<worksheet", f"{bomb}<worksheet")))
    assert "errors" not in told or "damaged" in told["errors"]["file"]


def test_a_workbook_that_unpacks_to_too_much_is_refused_before_it_is_unpacked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    filler = b" " * (workbook.MOST_BYTES + 1)
    data = changed(GOOD, lambda name, content: content + filler * (name == SHEET))
    assert len(data) < 500_000
    monkeypatch.setattr(workbook, "_opened", lambda *_, **__: pytest.fail("it was opened"))
    told = words(data)
    assert "unpacks to 81 MB" in told
    assert "on its own, as CSV" in told


def test_pictures_in_a_workbook_do_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_BYTES", 100_000)
    data = changed(GOOD, lambda name, content: content)
    assert "sheets" in json.loads(sheet.reply(data))


def test_more_text_than_is_passed_on_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_TEXT", 100)
    assert "more text" in words(GOOD)


def test_a_damaged_stream_is_told_as_damage() -> None:
    """A stream broken anywhere: the library may meet zlib's error, a wrong sum or broken XML."""
    seen = set()
    for seed in range(200):
        broken = bytearray(GOOD)
        place = random.Random(seed).randrange(len(broken))
        for at in range(place, min(place + 12, len(broken))):
            broken[at] ^= 0x5A
        told = json.loads(sheet.reply(bytes(broken)))
        assert set(told) in ({"sheets"}, {"errors"})
        if "errors" in told:
            seen.add(told["errors"]["file"])
    assert foreign.DAMAGED in seen
    ours = (
        foreign.DAMAGED,
        foreign.NOT_READ,
        foreign.PROTECTED,
        "The file is",
        "The file must",
        "The workbook",
        "The sheet",
    )
    assert all(each.startswith(ours) for each in seen)


@pytest.mark.parametrize(
    "error",
    [
        IndexError("list index"),
        RuntimeError("File is encrypted"),
        zlib.error("Error -3"),
        RecursionError(),
        MemoryError(),
    ],
)
def test_what_nobody_foresaw_has_our_own_words(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(workbook, "_opened", fail)
    assert words(GOOD) == foreign.DAMAGED
