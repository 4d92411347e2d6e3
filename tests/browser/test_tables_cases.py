"""A table of cases as people keep it: what was taken is shown first, and no file ends without words."""

import csv
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from playwright.sync_api import Page, expect

from tests.conftest import OpenPage
from tests.support.axe import assert_accessible_in_every_look
from tests.support.forms import ANSWER, FAIR_SHARE
from tests.support.given import cases, choose, drop, held, reading, told
from tests.support.workbooks import encrypted, ole, replaced, saved, workbook

AREA = "case-table"
HEADER = ["practice", "indicative_budget", "fair_share_budget"]
MILL = ["Mill", 1200000, 1000000]


def work(page: Page) -> None:
    page.get_by_role("button", name="Work out the table").click()


def results(page: Page) -> list[dict[str, str]]:
    expect(page.locator(".batch__headline")).to_be_visible(timeout=ANSWER)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download all results as CSV").click()
    with Path(download.value.path()).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def cover_first() -> bytes:
    book = Workbook()
    book.active.title = "Cover"
    for words in ("Budgets", "Draft of May", "Ask the finance team"):
        book.active.append([words])
    sheet = book.create_sheet("Budgets")
    for row in (["Practice budgets 2007/08"], [], HEADER, MILL, ["Elm", 1000000, 1000000]):
        sheet.append(row)
    return saved(book)


def test_the_sheet_with_the_table_is_found_and_named(open_page: OpenPage) -> None:
    page = cases(open_page)
    choose(page, cover_first(), box="#file")
    told(page, "2 rows, 2 columns read, practice carried through", AREA)
    expect(reading(page, AREA)).to_contain_text("The sheet ‘Budgets’ was read, with its headings in row 3")
    assert reading(page, AREA).locator("tbody th").all_inner_texts() == ["4", "5"]
    work(page)
    assert [row["outcome"] for row in results(page)] == ["above-range", "within-range"]


def test_a_dropped_file_is_worked_out(open_page: OpenPage) -> None:
    page = cases(open_page)
    page.locator("#table").focus()
    page.wait_for_function("() => Boolean(document.querySelector('case-table').source)")
    drop(page, workbook(HEADER, MILL), "budgets.xlsx", f"{AREA} form")
    told(page, "1 row, 2 columns read", AREA)
    work(page)
    assert [row["outcome"] for row in results(page)] == ["above-range"]


def test_a_file_that_is_dropped_before_anything_reads_tables_is_worked_out(open_page: OpenPage) -> None:
    page = open_page("about/")
    with held(page, "**/table/source.js") as asked_for:
        page.goto(FAIR_SHARE)
        page.get_by_text("Work out many cases from a table", exact=True).click()
        expect(page.locator("#table")).to_be_visible()
        page.locator("#table").focus()
        asked_for()
        drop(page, workbook(HEADER, MILL), "budgets.xlsx", f"{AREA} form")
    told(page, "1 row, 2 columns read", AREA)
    work(page)
    assert [row["outcome"] for row in results(page)] == ["above-range"]


@pytest.mark.parametrize(
    ("table", "words"),
    [
        (
            'practice,indicative_budget,fair_share_budget,notes\nMill,1.2m,1m,"good\nElm,1m,1m,fine\n',
            "quotation mark",
        ),
        ("practice,budget_one\nMill,1\n", "must have a header row"),
    ],
)
def test_a_table_that_cannot_be_read_is_told_before_it_is_worked_out(
    open_page: OpenPage, table: str, words: str
) -> None:
    page = cases(open_page)
    page.locator("#table").fill(table)
    told(page, words, AREA)
    work(page)
    expect(page.locator(".nhsuk-error-summary").get_by_role("link")).to_contain_text(words, timeout=ANSWER)
    expect(page.locator(".batch")).to_be_hidden()


@pytest.mark.parametrize(
    ("table", "words"),
    [
        (
            "practice,indicative_budget,fair_share_budget,agreed_shift_precent\nMill,1.2m,1m,0.5\n",
            "agreed_shift_percent",
        ),
        ("practice\tIndicative budget (£)\tFair share\nMill\t1.2m\t1m\nElm\t1m\t1m\n", "was read as"),
    ],
)
def test_what_a_heading_was_taken_for_is_told(open_page: OpenPage, table: str, words: str) -> None:
    page = cases(open_page)
    page.locator("#table").fill(table)
    expect(reading(page, AREA)).to_contain_text(words, timeout=ANSWER)
    work(page)
    expect(page.locator(".batch")).to_contain_text(words, timeout=ANSWER)


def test_results_go_back_in_any_number_of_times(open_page: OpenPage) -> None:
    page = cases(open_page, "calculators/freed-up-resources/")
    with page.expect_download() as download:
        page.get_by_role("link", name="the template", exact=True).click()
    given = download.value.path().read_bytes()
    outcomes: list[list[dict[str, str]]] = []
    for _ in range(3):
        choose(page, given, "results.csv", "#file")
        work(page)
        outcomes.append(results(page))
        with page.expect_download() as download:
            page.get_by_role("button", name="Download all results as CSV").click()
        given = download.value.path().read_bytes()
    assert outcomes[0]
    assert outcomes[0] == outcomes[1] == outcomes[2]


def test_what_a_spreadsheet_makes_of_a_year_and_a_day_is_read(open_page: OpenPage) -> None:
    """Excel takes 2010-11 for November 2010, and keeps a day with an hour of its own."""
    page = cases(open_page, "calculators/freed-up-resources/")
    rows: list[list[Any]] = [
        ["case", "document", "freed_up", "financial_year", "submitted_on", "practice_share_percent"],
        ["A", "county-durham-darlington", 100000, 40483, 40087, 0.75],
        ["B", "county-durham-darlington", "100000", "Nov-10", "1-Oct-2009", "75%"],
        ["C", "county-durham-darlington", "100000", "2010/11", "2009-10-01 00:00:00", "75"],
    ]
    formats = {"C2": '"£"#,##0', "D2": "mmm-yy", "E2": "dd/mm/yyyy", "F2": "0%"}
    choose(page, workbook(*rows, formats=formats), box="#file")
    work(page)
    found = results(page)
    assert [row["error"] for row in found] == ["", "", ""]
    assert {row["practice_share"] for row in found} == {"75000.00"}
    assert {row["commit_by"] for row in found} == {"2011-03-31"}


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (ole("EncryptedPackage"), "protected with a password"),
        (encrypted(workbook(HEADER)), "protected with a password"),
        (replaced(workbook(HEADER, MILL), "xl/styles.xml", 'fontId="0"', 'fontId="9"'), "damaged"),
        (workbook(HEADER, ["Mill", "=600000*2", "=1000000"]), "B2 and C2"),
    ],
)
def test_a_file_is_told_for_what_it_is_by_its_field(open_page: OpenPage, data: bytes, words: str) -> None:
    page = cases(open_page)
    choose(page, data, box="#file")
    told(page, words, AREA)
    work(page)
    line = page.locator(".nhsuk-error-summary").get_by_role("link")
    expect(line).to_contain_text(words, timeout=ANSWER)
    line.click()
    expect(page.locator("#file")).to_be_focused()


def test_codes_stay_as_they_look(open_page: OpenPage) -> None:
    page = cases(open_page)
    data = workbook(
        ["code", *HEADER],
        [82001, *MILL],
        ["1E5", *MILL],
        [123, *MILL],
        formats={"A2": '"C"00000', "A4": "00000"},
    )
    choose(page, data, box="#file")
    work(page)
    assert [row["code"] for row in results(page)] == ["C82001", "1E5", "00123"]


def test_axe_finds_nothing_in_what_was_read(open_page: OpenPage) -> None:
    page = cases(open_page, reduced_motion="reduce")
    choose(page, cover_first(), box="#file")
    told(page, "2 rows", AREA)
    assert_accessible_in_every_look(page, "a workbook was read")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
