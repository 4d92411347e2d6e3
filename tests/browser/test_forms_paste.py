"""A table pasted from a spreadsheet is shown as rows and columns before it is sent, and read by the core."""

from playwright.sync_api import Page, expect

from tests.conftest import OpenPage
from tests.support.forms import GATEWAY, error_summary, headline, send


def opened(open_page: OpenPage) -> Page:
    """The gateway with its first questions answered and the table's section open."""
    page = open_page(GATEWAY)
    page.get_by_role("radio", name="Level 2").check()
    page.locator("#practices").fill("2")
    page.locator("[data-group=table] summary").first.click()
    return page


def test_a_pasted_table_is_shown_as_rows_and_columns(open_page: OpenPage) -> None:
    page = opened(open_page)
    page.locator("#practice_data").fill('practice\taccess_des\n"Elm\nHouse"\tyes\nOak ""Tree""\tno\n')
    preview = page.locator("[data-pasted]")
    expect(preview.locator("p").first).to_have_text("2 rows and 2 columns.")
    assert preview.locator("th").all_inner_texts() == ["practice", "access_des"]
    assert preview.locator("tbody tr").count() == 2
    expect(preview.locator("td").first).to_have_text("Elm House")
    expect(preview).not_to_contain_text("Not a heading")
    page.locator("#practice_data").fill("")
    expect(preview).to_be_empty()


def test_an_unknown_heading_is_pointed_out_at_once(open_page: OpenPage) -> None:
    page = opened(open_page)
    page.locator("#practice_data").fill("practice,Access DES?\nElm,yes\nOak,no")
    expect(page.locator("[data-pasted] p").nth(1)).to_have_text(
        "Not a heading that this table has: Access DES?."
    )
    send(page)
    line = error_summary(page).get_by_role("link").inner_text()
    assert "row 1" in line
    assert "Access DES?" in line


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
    assert "1 of 2" in page.locator(".result").inner_text()
