"""A table inside a form, pasted or from a file: what the core reads of it is shown before it is sent."""

import pytest
from playwright.sync_api import expect

from tests.conftest import OpenPage
from tests.support.axe import assert_accessible, assert_accessible_in_every_look
from tests.support.forms import ANSWER, answers, error_summary, headline, send, stored
from tests.support.given import SAVINGS, choose, drop, held, reading, savings, told
from tests.support.tables_of_practices import GOOD, TOTAL
from tests.support.workbooks import encrypted, ole, replaced, workbook

HOSTILE = "<img src=x onerror=alert(1)>"


@pytest.mark.parametrize("width", [1280, 390])
def test_a_pasted_table_is_shown_as_it_is_read(open_page: OpenPage, width: int) -> None:
    page = savings(open_page, width=width)
    page.locator("#practices").fill(f"{GOOD}Total\t1500000\t1380000\n{HOSTILE}\t1\t1\n")
    told(page, "3 practices, 3 columns read, row 4 left out as a total")
    shown = reading(page)
    assert shown.locator("thead th").all_inner_texts() == ["Row", "practice", "budget", "spend"]
    expect(shown.locator("tbody th")).to_have_text(["2", "3", "4", "5"])
    expect(shown).to_contain_text(HOSTILE)
    assert shown.locator("img").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.locator("#practices").fill("")
    expect(shown.locator("[data-read-table]")).to_be_empty()
    expect(shown.locator("[data-told-of-table]")).to_be_empty()


def test_a_total_is_left_out_and_told(open_page: OpenPage) -> None:
    page = savings(open_page)
    page.locator("#practices").fill(TOTAL)
    told(page, "row 4 left out as a total")
    send(page)
    expect(headline(page)).to_contain_text("£84,000")
    expect(page.locator(".result")).to_contain_text("row 4 (Total) was left out as a total")


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ('practice,budget,spend\n"Mill,1000000,900000\nElm,1,1\n', "Row 2 has a quotation mark that is not closed"),
        ("practice,budget,spend\nMill,lots,1\nElm,1,-5\n", "Row 2 (Mill), column ‘budget’"),
        ("practice,budget,spend\nMill,lots,1\nElm,1,-5\n", "Row 3 (Elm), column ‘spend’"),
        ("practice,budgte,spend\nMill,1,1\n", "budgte"),
    ],
)  # fmt: skip
def test_all_faults_are_shown_before_anything_is_sent(open_page: OpenPage, table: str, words: str) -> None:
    page = savings(open_page)
    page.locator("#practices").fill(table)
    expect(reading(page)).to_contain_text(words, timeout=ANSWER, ignore_case=True)
    send(page)
    assert words.lower() in error_summary(page).inner_text().lower()


def test_each_fault_of_a_table_is_a_line_of_the_summary_and_of_the_message_beside_it(
    open_page: OpenPage,
) -> None:
    page = savings(open_page, width=390)
    rows = "".join(f"P{n},lots,{n}\n" for n in range(12))
    page.locator("#practices").fill(f"practice,budget,spend\n{rows}")
    send(page)
    lines = error_summary(page).get_by_role("link")
    told = lines.all_inner_texts()
    assert len(told) == 11
    assert told[0].startswith(
        "The table of practices: row 2 (P0), column ‘budget’ must be an amount of money"
    )
    assert told[1].startswith("Row 3 (P1), column ‘budget’ must be")
    assert told[-1] == "There are 2 more to put right"
    assert page.locator("#practices-error .calc-fault").all_inner_texts() == told
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    lines.nth(3).click()
    expect(page.locator("#practices")).to_be_focused()
    assert_accessible(page)


@pytest.mark.parametrize(
    "table",
    [
        "practice\tbudget\tspend\t\nMill\t1000000\t900000\t\n",
        "\tpractice\tbudget\tspend\n\tMill\t1000000\t900000\n",
        '"Practice\nname"\tbudget\tspend\nMill\t1000000\t900000\n',
        "Budgets of the year\n\npractice;budget;spend\nMill;1000000;900000\n",
        "sep=;\r\npractice;budget;spend\rMill;1000000;900000\r",
    ],
)
def test_a_table_as_people_paste_it_is_read(open_page: OpenPage, table: str) -> None:
    page = savings(open_page)
    page.locator("#practices").evaluate(
        "(box, text) => { box.focus(); box.value = text; box.dispatchEvent(new Event('input', { bubbles: true })); }",
        table,
    )
    told(page, "1 practice, 3 columns read")


def test_a_workbook_goes_into_the_box_with_the_columns_that_are_read(open_page: OpenPage) -> None:
    page = savings(open_page)
    data = workbook(
        ["Budgets 2007/08"],
        [],
        ["Practice name", "Budget (£)", "Spend", "List size", "NHS number"],
        ["Mill", 1000000, 900000, 5000, 4857773456],
        ["Elm", 500000, 480000, 3000, 4857773456],
        formats={"B4": '"£"#,##0.00'},
        then=lambda sheet: sheet.row_dimensions.__getitem__(5).__setattr__("hidden", True),
    )
    choose(page, data)
    told(page, "2 practices, 3 columns read, List size and NHS number not used")
    expect(reading(page)).to_contain_text("the sheet ‘Sheet’ was read")
    expect(reading(page)).to_contain_text("Row 5 is hidden in the spreadsheet")
    box = page.locator("#practices").input_value()
    assert box.split() == ["practice,budget,spend", "Mill,1000000,900000", "Elm,500000,480000"]
    assert "4857773456" not in str(stored(page))
    send(page)
    expect(headline(page)).to_contain_text("£84,000")
    assert answers(page)["practices"] == box


def test_a_dropped_file_is_read(open_page: OpenPage) -> None:
    page = savings(open_page)
    drop(page, GOOD.encode("utf-16"), "table.txt", "[data-field=practices]")
    told(page, "2 practices, 3 columns read")
    assert "Mill,1000000,900000" in page.locator("#practices").input_value()


def test_a_file_that_is_dropped_before_anything_reads_tables_is_read(open_page: OpenPage) -> None:
    page = open_page("about/")
    with held(page, "**/table/source.js") as asked_for:
        page.goto(SAVINGS)
        page.get_by_role("radio", name="Hertfordshire").check()
        asked_for()
        drop(page, GOOD.encode(), "table.csv", "[data-field=practices]")
    told(page, "2 practices, 3 columns read")
    assert "Mill,1000000,900000" in page.locator("#practices").input_value()
    expect(page.locator("#case-file-error")).to_be_hidden()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (ole("EncryptedPackage"), "protected with a password"),
        (encrypted(workbook(["practice"])), "protected with a password"),
        (ole("Workbook"), "old kind (XLS)"),
        (b"%PDF-1.7", "a PDF"),
        (b"<html><table>", "a web page"),
        (b"\x00\x01\x02", "must be CSV or XLSX"),
        (workbook(["practice", "budget"], ["Mill", "=600000*2"]), "B2"),
        (replaced(workbook(["practice"]), "xl/styles.xml", 'fontId="0"', 'fontId="9"'), "damaged"),
        (workbook(["practice"], ["Mill"])[:-40], "damaged"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_beside_it(open_page: OpenPage, data: bytes, words: str) -> None:
    page = savings(open_page)
    page.locator("#practices").fill(GOOD)
    told(page, "2 practices")
    choose(page, data)
    told(page, words)
    expect(page.locator("#practices")).to_have_value(GOOD)
    choose(page, GOOD.encode(), "right.csv")
    told(page, "2 practices")


def test_errors_of_the_spreadsheet_are_told_by_row_and_column(open_page: OpenPage) -> None:
    page = savings(open_page)
    choose(page, workbook(["practice", "budget", "spend"], ["Mill", "#REF!", 1], ["Elm", 1, "#N/A"]))
    expect(reading(page)).to_contain_text("Row 2 (Mill), column ‘budget’", timeout=ANSWER)
    expect(reading(page)).to_contain_text("Row 3 (Elm), column ‘spend’")


def test_a_table_that_comes_back_is_read_once_the_reader_reaches_for_it(open_page: OpenPage) -> None:
    page = savings(open_page)
    page.locator("#practices").fill(GOOD)
    told(page, "2 practices")
    page.reload()
    expect(page.locator("#practices")).to_have_value(GOOD)
    expect(reading(page).locator("[data-told-of-table]")).to_be_empty()
    assert (
        page.evaluate(
            "performance.getEntriesByType('resource').filter((e) => e.name.includes('pyodide')).length"
        )
        == 0
    )
    page.locator("#practices").focus()
    told(page, "2 practices")


def test_an_example_is_read_too(open_page: OpenPage) -> None:
    page = savings(open_page)
    page.get_by_text("Load an example", exact=True).click()
    page.locator('[data-action=preset][data-case*="practices"]').first.click()
    told(page, "practices, 3 columns read")


def test_a_file_that_never_comes_can_be_stopped(open_page: OpenPage) -> None:
    page = savings(open_page)
    page.locator("#practices").fill(GOOD)
    told(page, "2 practices")
    page.evaluate("() => { File.prototype.arrayBuffer = () => new Promise(() => {}); }")
    choose(page, b"a,b")
    page.get_by_role("button", name="Stop reading").press("Enter")
    told(page, "Stopped.")
    expect(page.locator("#practices-file")).to_be_focused()
    expect(page.locator("#practices")).to_have_value(GOOD)


def test_a_long_workbook_can_be_stopped_while_it_is_read(open_page: OpenPage) -> None:
    page = savings(open_page)
    page.locator("#practices").focus()
    many = workbook(["practice", "budget", "spend"], *([f"P{n}", n, n] for n in range(20_000)))
    choose(page, many)
    expect(page.locator("[data-field=practices] [data-read-bar]")).to_be_visible(timeout=ANSWER)
    page.get_by_role("button", name="Stop reading").click()
    told(page, "Stopped.")
    choose(page, GOOD.encode(), "right.csv")
    told(page, "2 practices")


def test_the_template_of_a_table_is_read_back(open_page: OpenPage) -> None:
    page = savings(open_page)
    with page.expect_download() as download:
        page.get_by_role("link", name="the template of this table").click()
    assert download.value.suggested_filename == "freed-up-resources-practices-template.csv"
    text = download.value.path().read_text(encoding="utf-8-sig")
    choose(page, text.encode("utf-8-sig"), "template.csv")
    expect(reading(page)).to_contain_text("at least one row", timeout=ANSWER)
    choose(page, (text + "Elm,500000,480000\r\n").encode("utf-8-sig"), "template.csv")
    told(page, "1 practice, 3 columns read")


def test_axe_finds_nothing_whatever_was_read(open_page: OpenPage) -> None:
    page = savings(open_page, reduced_motion="reduce")
    page.locator("#practices").fill(TOTAL)
    told(page, "row 4 left out")
    assert_accessible_in_every_look(page, "a table was read")
    choose(page, b"%PDF-1.7")
    told(page, "a PDF")
    assert_accessible(page, "a file was refused")
    page.locator("#practices").fill("Surgery,Allocation,Cost to date,NHS number\nMill,1,1,4857773456\n")
    expect(page.get_by_text("Which of your columns is this?")).to_be_visible(timeout=ANSWER)
    assert_accessible_in_every_look(page, "columns are asked for")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
