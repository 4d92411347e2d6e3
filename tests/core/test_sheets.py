"""A workbook's cells and sheets come out as their reader means them, whatever format they are shown in."""

import csv
import io
import json
from datetime import date, datetime, time
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from browser.python.page_tools import sheet
from tests.support.workbooks import SHEET, changed, replaced, saved, workbook


def sheets(data: bytes) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(sheet.reply(data))["sheets"]
    return found


def read(data: bytes) -> list[list[str]]:
    (only,) = sheets(data)
    return list(csv.reader(io.StringIO(only["table"])))


def told(data: bytes) -> str:
    (only,) = sheets(data)
    return " ".join(only["told"])


def text_of(value: Any, number_format: str = "General") -> str:
    data = workbook(["name", "value"], ["Mill", value], formats={"B2": number_format})
    return read(data)[1][1] if len(read(data)[1]) > 1 else ""


ACCOUNTING = '_-"£"* #,##0.00_-;-"£"* #,##0.00_-;_-"£"* "-"??_-;_-@_-'


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        # Decoration.
        (1200000, '"£"#,##0', "1200000"),
        (1200000, "[$£-809]#,##0.00", "1200000"),
        (-1200, '"£"#,##0;[Red]("£"#,##0)', "-1200"),
        (0, ACCOUNTING, "0"),
        (1200000, '#,##0.0,,"m"', "1200000"),
        (17, '0" patients"', "17"),
        (12, '0"%"', "12"),
        (12, r"0\%", "12"),
        (100000, "0.00E+00", "100000"),
        (12, ";;;", "12"),
        (0.25, "# ?/?", "0.25"),
        # What a spreadsheet reckons beyond the penny.
        (1234567.891, ACCOUNTING, "1234567.89"),
        (1234567.895, "#,##0", "1234567.9"),
        (0.1 + 0.2, "General", "0.3"),
        (985.125, "0.0", "985.125"),
        # A percentage.
        (0.005, "0.0%", "0.5%"),
        (0.07, "0%", "7%"),
        (-0.2, "0.00%;-0.00%", "-20%"),
        (1 / 3, "0.00%", "33.3333%"),
        # Codes, and long numbers.
        (123, "00000", "00123"),
        (82001, '"C"00000', "C82001"),
        (4001, r"\Y00000", "Y04001"),
        (201011, '0000"/"00', "2010/11"),
        (12345, "General", "12345"),
        (12345.0, "0", "12345"),
        (4857773456, "General", "4857773456"),
        (1e20, "General", "100000000000000000000"),
        ("1E5", "General", "1E5"),
        ("007", "@", "007"),
        ("C82001", "General", "C82001"),
        # Days and hours.
        (date(2009, 10, 1), "dd/mm/yyyy", "2009-10-01"),
        (datetime(2009, 10, 1), "yyyy-mm-dd hh:mm:ss", "2009-10-01"),
        (datetime(2009, 10, 1, 14, 30), "dd/mm/yyyy", "2009-10-01"),
        (datetime(2009, 10, 1, 14, 30), "dd/mm/yyyy hh:mm", "2009-10-01 14:30:00"),
        (datetime(2010, 11, 1), "mmm-yy", "2010-11-01"),
        (time(9, 30), "hh:mm", "09:30:00"),
        # Words.
        (True, "General", "yes"),
        (False, "General", "no"),
        ("  Mill Lane ", "General", "Mill Lane"),
        ("Practice\nname", "General", "Practice\nname"),
        ("Mill_x000D_Lane", "General", "Mill Lane"),
    ],
)
def test_a_cell_comes_out_as_a_person_would_type_it(value: Any, number_format: str, text: str) -> None:
    assert text_of(value, number_format) == text


def test_a_number_whatever_its_size_is_no_traceback() -> None:
    data = workbook(["name", "value"], ["Mill", 1.5], formats={"B2": ACCOUNTING})
    for written in ("1E+300", "-1E+300", "1E+999", "1E-300"):
        assert read(replaced(data, SHEET, "<v>1.5</v>", f"<v>{written}</v>"))[1][0] == "Mill"


def test_rows_keep_the_numbers_of_the_sheet() -> None:
    rows = read(workbook([], ["a", "b"], [None, None], ["1", "2"]))
    assert [n for n, row in enumerate(rows, 1) if any(row)] == [2, 4]


def test_rows_far_below_are_not_lost() -> None:
    def far_below(active: Worksheet) -> None:
        active["A90000"] = "last"

    assert len(read(workbook(["a"], then=far_below))) == 90_000
    data = workbook(["a"], then=lambda active: active.cell(100_001, 1, "x") and None)
    assert "more than 100,000 rows" in json.loads(sheet.reply(data))["errors"]["file"]


def test_every_visible_sheet_comes_in_order_and_hidden_ones_are_told() -> None:
    book = Workbook()
    book.active.title = "Cover"
    book.active.append(["Budgets of the year"])
    for name, state in (
        ("Old", "hidden"),
        ("Budgets", "visible"),
        ("Keys", "veryHidden"),
        ("Empty", "visible"),
    ):
        made = book.create_sheet(name)
        made.sheet_state = state
        if name != "Empty":
            made.append(["practice", name])
    book.create_chartsheet("Chart")
    found = sheets(saved(book))
    assert [(each["name"], each["table"]) for each in found] == [
        ("Cover", "Budgets of the year\r\n"),
        ("Budgets", "practice,Budgets\r\n"),
    ]
    assert found[1]["told"] == ["Old and Keys are hidden sheets and were passed over."]


def test_a_workbook_whose_only_table_is_hidden_says_so() -> None:
    book = Workbook()
    hidden = book.create_sheet("Budgets")
    hidden.append(["practice"])
    hidden.sheet_state = "hidden"
    assert "Hidden: Budgets. Show" in json.loads(sheet.reply(saved(book)))["errors"]["file"]


def test_hidden_rows_and_columns_are_read_and_told() -> None:
    def hide(active: Worksheet) -> None:
        active.auto_filter.ref = "A1:B5"
        for number in (2, 3, 5):
            active.row_dimensions[number].hidden = True
        active.column_dimensions["B"].hidden = True

    data = workbook(["practice", "budget"], *([name, 1] for name in "ABCD"), then=hide)
    assert [row[0] for row in read(data)] == ["practice", "A", "B", "C", "D"]
    assert "Rows 2 to 3 and 5 are hidden" in told(data)
    assert "column B" in told(data)


def test_a_cell_merged_over_rows_is_read_once_and_told() -> None:
    def merge(active: Worksheet) -> None:
        active.merge_cells("A1:B1")
        active.merge_cells("A3:A4")

    data = workbook(["Budgets"], ["practice", "budget"], ["Mill", 1], [None, 2], then=merge)
    assert read(data)[2:] == [["Mill", "1"], ["", "2"]]
    assert "A3:A4" in told(data)
    assert "A1:B1" not in told(data)


def test_a_formula_without_a_result_is_told_by_sheet_and_cell() -> None:
    def more(active: Worksheet) -> None:
        active.title = "Budgets"
        for number in range(3, 12):
            active[f"B{number}"] = f"=B{number - 1}"

    data = workbook(["practice", "budget", "note"], ["Mill", "=600000*2", "=1000000"], then=more)
    told = json.loads(sheet.reply(data))["errors"]["file"]
    assert "‘Budgets’" in told
    assert "B2, C2, B3, B4, B5 and 6 more" in told
    assert "save it there" in told


def test_the_result_of_a_formula_is_used_an_empty_one_too() -> None:
    data = workbook(["practice", "budget", "note"], ["Mill", "=600000*2", "=1+1"])
    data = replaced(data, SHEET, "<f>600000*2</f><v></v>", "<f>600000*2</f><v>1200000</v>")
    data = replaced(data, SHEET, '<c r="C2"><f>1+1</f><v></v>', '<c r="C2" t="str"><f>1+1</f><v></v>')
    assert read(data)[1] == ["Mill", "1200000"]


def test_a_formula_of_a_hidden_sheet_needs_no_result() -> None:
    book = Workbook()
    book.active.append(["practice"])
    hidden = book.create_sheet("Sums")
    hidden["A1"] = "=1+1"
    hidden.sheet_state = "hidden"
    assert [each["name"] for each in sheets(saved(book))] == ["Sheet"]


def test_a_result_of_0_that_a_library_put_in_place_of_one_is_none() -> None:
    """XlsxWriter writes 0 for every result, and asks the spreadsheet to work out all on opening."""
    data = workbook(["practice", "budget"], ["Mill", "=600000*2"], ["Elm", 0])
    data = replaced(data, SHEET, "<f>600000*2</f><v></v>", "<f>600000*2</f><v>0</v>")
    assert "not in the file: B2. " in json.loads(sheet.reply(data))["errors"]["file"]
    worked_out = replaced(data, "xl/workbook.xml", ' fullCalcOnLoad="1"', "")
    assert read(worked_out)[1:] == [["Mill", "0"], ["Elm", "0"]]


def test_an_error_of_the_spreadsheet_comes_as_it_is_shown() -> None:
    data = workbook(["practice", "budget"], ["Mill", "#REF!"], ["Elm", "#N/A"])
    assert [row[1] for row in read(data)[1:]] == ["#REF!", "#N/A"]


def test_a_text_that_looks_like_a_formula_is_a_text() -> None:
    def as_text(active: Worksheet) -> None:
        for place in ("A2", "A3"):
            active[place].data_type = "s"
            active[place].quotePrefix = True

    data = workbook(["practice"], ["=1+1"], ["'=1+1"], ["'007"], then=as_text)
    assert [row[0] for row in read(data)[1:]] == ["=1+1", "'=1+1", "'007"]


def test_rich_text_is_read_as_its_words() -> None:
    data = workbook(["practice"], ["Mill"])
    rich = "<is><r><t>Mill</t></r><r><rPr><b/></rPr><t xml:space='preserve'> Lane</t></r></is>"
    assert read(replaced(data, SHEET, "<is><t>Mill</t></is>", rich))[1] == ["Mill Lane"]


def test_days_of_the_other_calendar_are_the_same_days() -> None:
    data = workbook(["on"], [39722], formats={"A2": "dd/mm/yyyy"})
    assert read(data)[1] == ["2008-10-01"]
    assert read(replaced(data, "xl/workbook.xml", "<workbookPr/>", '<workbookPr date1904="1"/>'))[1] == [
        "2012-10-02"
    ]


@pytest.mark.parametrize(
    ("codec", "text"),
    [
        ("utf-8", "£1,é"),
        ("utf-8-sig", "£1,é"),
        ("utf-16", "£1,é"),
        ("utf-16-le", "£1,é"),
        ("utf-16-be", "£1,é"),
        ("utf-32", "£1,é"),
        ("cp1252", "£1,é–"),
        ("cp850", "£1,é"),
    ],
)
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_a_text_file_is_read_whatever_wrote_it(codec: str, text: str, end: str) -> None:
    lines = f"practice,budget{end}{text}{end}"
    assert sheets(lines.encode(codec)) == [{"name": "", "table": lines, "told": []}]


def test_a_long_workbook_tells_how_far_it_is() -> None:
    job = sheet.Job(workbook(*(["Mill", n] for n in range(250))))
    steps = []
    while "progress" in (step := json.loads(job.step(50))):
        steps.append(step["progress"])
    assert len(steps) == 5
    assert all(0 < each["done"] <= each["total"] for each in steps)
    assert len(step["sheets"][0]["table"].splitlines()) == 250


def test_what_a_library_does_not_know_of_a_sheet_does_not_matter() -> None:
    """Extensions, rules and styles that only decorate may be of any kind."""
    odd = '<conditionalFormatting sqref="?"><cfRule type="odd"/></conditionalFormatting><dataValidations odd="1"/>'
    data = workbook(["a"], ["1"])
    assert read(replaced(data, SHEET, "<pageMargins", f"{odd}<pageMargins")) == [["a"], ["1"]]


def test_a_prefixed_namespace_is_read_all_the_same() -> None:
    def prefixed(name: str, content: bytes) -> bytes:
        if name != SHEET:
            return content
        plain = content.replace(b"</", b"</x:").replace(b"<", b"<x:").replace(b"<x:/x:", b"</x:")
        return plain.replace(b"<x:?xml", b"<?xml").replace(b"xmlns=", b"xmlns:x=")

    assert read(changed(workbook(["a"], ["1"]), prefixed)) == [["a"], ["1"]]
