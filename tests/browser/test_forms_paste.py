"""A table pasted from a spreadsheet is shown as rows and columns before it is sent, and read by the core."""

from playwright.sync_api import Page, expect

from tests.conftest import OpenPage
from tests.support.forms import ANSWER, GATEWAY, error_summary, headline, send
from tests.support.given import reading, told

AREA = "[data-field=practice_data]"


def opened(open_page: OpenPage) -> Page:
    """The gateway with its first questions answered and the table's section open."""
    page = open_page(GATEWAY)
    page.get_by_role("radio", name="Level 2").check()
    page.locator("#practices").fill("2")
    page.locator("[data-group=table] summary").first.click()
    return page


def test_a_pasted_table_is_shown_as_rows_and_columns(open_page: OpenPage) -> None:
    page = opened(open_page)
    page.locator("#practice_data").fill('practice\taccess_des\n"Elm\nHouse"\tyes\n"Oak ""Tree"""\tno\n')
    told(page, "2 practices, 2 columns read", AREA)
    shown = reading(page, AREA)
    assert shown.locator("thead th").all_inner_texts() == ["Row", "practice", "access_des"]
    assert shown.locator("tbody tr").count() == 2
    expect(shown.locator("td").first).to_have_text("Elm House")
    page.locator("#practice_data").fill("")
    expect(shown.locator("[data-read-table]")).to_be_empty()


def test_a_heading_that_nearly_fits_is_pointed_out_at_once(open_page: OpenPage) -> None:
    page = opened(open_page)
    page.locator("#practice_data").fill("practice,acces_des,List size\nElm,yes,5000\nOak,no,4000")
    shown = reading(page, AREA)
    expect(shown).to_contain_text(
        "‘acces_des’ is not read: its heading is nearly ‘access_des’", timeout=ANSWER
    )
    expect(shown).to_contain_text("List size not used")
    send(page)
    line = error_summary(page).get_by_role("link").inner_text()
    assert "row 1" in line
    assert "acces_des" in line


def test_a_bad_cell_is_named_by_row_and_column(open_page: OpenPage) -> None:
    page = opened(open_page)
    page.locator("#practice_data").fill("practice,access_des\nElm,yes\nOak,perhaps")
    send(page)
    line = error_summary(page).get_by_role("link").inner_text()
    assert "row 3" in line
    assert "access_des" in line


def test_a_pasted_table_is_counted(open_page: OpenPage) -> None:
    page = opened(open_page)
    page.locator("#practice_data").fill("practice,access_des\nElm,yes\nOak,no")
    send(page)
    headline(page)
    expect(page.locator(".result")).to_contain_text("1 of 2")
