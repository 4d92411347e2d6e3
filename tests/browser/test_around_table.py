"""A table of cases in the page: pasted or from a file, faults named, stopped, and long without freezing."""

import csv
import io
from pathlib import Path

import pytest
from openpyxl import Workbook
from playwright.sync_api import Locator, Page, expect

from tests.conftest import OpenPage
from tests.support.axe import WIDTHS, assert_accessible, assert_accessible_in_every_look
from tests.support.forms import ANSWER, FAIR_SHARE, tab_to, until_shown
from tests.support.pages import calculator_paths
from tests.support.tables import cases_table

HEADER = "practice,indicative_budget,fair_share_budget\n"
GOOD = f"{HEADER}Mill Lane,1.2m,1m\nRiverside,1m,1m\n"
HOSTILE = "<img src=x onerror=alert(1)>"
MANY = 10_000


def opened(page: Page) -> Page:
    """The page with the part about tables unfolded."""
    page.get_by_text("Work out many cases from a table", exact=True).click()
    expect(page.locator("#table")).to_be_visible()
    return page


def work(page: Page) -> None:
    page.get_by_role("button", name="Work out the table").click()


def headline(page: Page) -> Locator:
    found = page.locator(".batch__headline")
    expect(found).to_be_visible(timeout=ANSWER)
    return found


def downloaded(page: Page) -> list[dict[str, str]]:
    with page.expect_download() as download:
        page.get_by_role("button", name="Download all results as CSV").click()
    assert download.value.suggested_filename == "fair-share-results.csv"
    return list(csv.DictReader(io.StringIO(Path(download.value.path()).read_text(encoding="utf-8-sig"))))


@pytest.mark.parametrize("width", [1280, 390])
def test_a_pasted_table_gives_a_chart_a_table_and_a_file(open_page: OpenPage, width: int) -> None:
    page = opened(open_page(FAIR_SHARE, width=width))
    page.locator("#table").fill(f"{GOOD}{HOSTILE},1m,=1+1\n")
    work(page)
    expect(headline(page)).to_be_focused()
    expect(headline(page)).to_have_text("2 rows worked out, 1 row to put right")
    fault = page.locator("#batch-faults + .table-box tbody tr")
    expect(fault.locator("td").nth(0)).to_have_text("4")
    expect(fault.locator("td").nth(1)).to_have_text(HOSTILE)
    expect(fault.locator("td").nth(2)).to_have_text("fair_share_budget")
    expect(page.locator(".bars rect")).to_have_count(2)
    assert page.locator(".batch img").count() == 0
    rows = downloaded(page)
    assert [row["practice"] for row in rows] == ["Mill Lane", "Riverside", HOSTILE]
    assert [row["outcome"] for row in rows] == ["above-range", "within-range", ""]
    assert rows[2]["fair_share_budget"] == "'=1+1"
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_file_is_read(open_page: OpenPage, tmp_path: Path, kind: str) -> None:
    file = tmp_path / f"cases.{kind}"
    if kind == "csv":
        file.write_bytes(GOOD.replace("1.2m", "£1.2m").encode("cp1252"))
    else:
        book = Workbook()
        for row in (["practice", "Indicative budget for the year", "fair_share_budget"], ["A", 1200000, 1e6]):
            book.active.append(row)
        book.save(file)
    page = opened(open_page(FAIR_SHARE))
    page.locator("#file").set_input_files(file)
    work(page)
    expect(headline(page)).to_contain_text("worked out")
    assert downloaded(page)[0]["outcome"] == "above-range"


@pytest.mark.parametrize(
    ("table", "file", "field", "words"),
    [
        ("", b"", "table", "must have a header row"),
        (HEADER, b"", "table", "at least one row below"),
        ("", b"\x00\x01\x02", "file", "must be CSV or XLSX"),
    ],
)
def test_a_table_that_cannot_be_read_is_told_by_its_field(
    open_page: OpenPage, tmp_path: Path, table: str, file: bytes, field: str, words: str
) -> None:
    page = opened(open_page(FAIR_SHARE))
    page.locator("#table").fill(table)
    if file:
        (tmp_path / "odd.bin").write_bytes(file)
        page.locator("#file").set_input_files(tmp_path / "odd.bin")
    work(page)
    summary = page.locator(".nhsuk-error-summary")
    expect(summary).to_be_focused(timeout=ANSWER)
    expect(summary.get_by_role("link")).to_contain_text(words)
    assert page.title().startswith("Error: ")
    assert_accessible(page, "table refused")
    summary.get_by_role("link").click()
    expect(page.locator(f"#{field}")).to_be_focused()
    expect(page.locator(f"#{field}")).to_have_attribute("aria-invalid", "true")


def test_the_template_starts_a_table_by_keyboard_alone(open_page: OpenPage) -> None:
    page = open_page(FAIR_SHARE, width=390)
    tab_to(page, ".calc-cases > summary")
    page.keyboard.press("Enter")
    link = page.get_by_role("link", name="the template")
    with page.expect_download() as download:
        link.press("Enter")
    template = Path(download.value.path()).read_text(encoding="utf-8-sig")
    tab_to(page, "#table")
    page.keyboard.insert_text(template)
    tab_to(page, "case-table button[type=submit]")
    page.keyboard.press("Enter")
    expect(headline(page)).to_be_focused()
    expect(headline(page)).not_to_contain_text("put right")


def test_ten_thousand_rows_leave_the_page_live(open_page: OpenPage, tmp_path: Path) -> None:
    file = tmp_path / "many.csv"
    file.write_text(cases_table("fair-share", MANY), encoding="utf-8")
    page = opened(open_page(FAIR_SHARE))
    page.locator("#file").set_input_files(file)
    work(page)
    until_shown(page, "[data-part=bar]")
    assert page.locator("[data-part=told]").inner_text() == "Working out 10,000 rows…"
    page.locator("#indicative_budget").fill("1")
    expect(headline(page)).to_have_text("10,000 rows worked out")
    expect(page.locator("#indicative_budget")).to_have_value("1")
    expect(page.locator(".bars")).to_be_visible()
    assert len(downloaded(page)) == MANY


def test_a_long_table_can_be_stopped_and_begun_again(open_page: OpenPage) -> None:
    page = opened(open_page(FAIR_SHARE))
    page.locator("#table").evaluate("(box, text) => { box.value = text }", cases_table("fair-share", MANY))
    work(page)
    until_shown(page, "[data-part=bar]")
    page.get_by_role("button", name="Stop").press("Enter")
    expect(page.locator("[data-part=told]")).to_contain_text("Stopped.")
    expect(page.locator("#table")).to_be_focused()
    expect(page.locator("[data-part=bar]")).to_be_hidden()
    expect(page.locator(".batch")).to_be_hidden()
    page.locator("#table").fill(GOOD)
    work(page)
    expect(headline(page)).to_have_text("2 rows worked out")


@pytest.mark.parametrize("path", calculator_paths())
def test_axe_finds_nothing_for_any_calculator(open_page: OpenPage, path: str) -> None:
    page = opened(open_page(path, reduced_motion="reduce"))
    assert_accessible(page, "empty table")
    page.locator("#table").fill(cases_table(path.split("/")[1], 30) + "x,y\n")
    work(page)
    headline(page)
    expect(page.locator(".bars")).to_be_visible()
    assert_accessible_in_every_look(page, "table worked out")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
