"""A reader finds the lines of one body in a large drawing: by keyboard, on a phone, without a script and on paper."""

from playwright.sync_api import Page, expect

from tests.conftest import OpenPage

PATH = "frameworks/county-durham-darlington/accountability/"
QUESTION = "Who do I answer to? Choose a body"
BODY = "PBC Cluster Managers"


def shown(page: Page, what: str) -> list[str]:
    """The lines of the first figure that can be seen, in its drawing (`g`) or its table (`tr`)."""
    found: list[str] = page.locator(f"figure.dg-pick >> nth=0 >> {what}[data-line]").evaluate_all(
        "found => found.filter(e => e.checkVisibility()).map(e => e.dataset.line).sort()"
    )
    return found


def test_a_choice_by_keyboard_leaves_one_bodys_lines_and_says_how_many(open_page: OpenPage) -> None:
    for width in (1280, 390):
        page = open_page(PATH, width=width)
        every = shown(page, "g")
        page.locator("figure.dg-pick summary").first.click()
        choice = page.get_by_label(QUESTION)
        choice.focus()
        page.keyboard.type(BODY)
        expect(choice.locator("option:checked")).to_have_text(BODY)
        own = shown(page, "g")
        assert 0 < len(own) < len(every)
        assert shown(page, "tr") == own
        said = page.locator("figure.dg-pick >> nth=0 >> role=status")
        assert said.inner_text().startswith(f"{len(own)} of {len(every)} lines. ")
        page.emulate_media(media="print")
        assert shown(page, "g") == own
        page.emulate_media(media="screen")
        choice.select_option("")
        assert shown(page, "g") == every
        assert said.inner_text() == ""


def test_the_choice_works_without_a_script(open_page: OpenPage) -> None:
    page = open_page(PATH, width=390, java_script_enabled=False)
    every = page.locator("figure.dg-pick >> nth=0 >> a.dg-card:visible")
    before = every.count()
    page.get_by_label(QUESTION).select_option(label=BODY)
    assert every.first.get_attribute("aria-label") == BODY
    assert 1 < every.count() < before


def test_the_table_of_every_line_keeps_the_parts_that_hold_the_chosen_bodys(open_page: OpenPage) -> None:
    page = open_page(PATH)
    table = page.locator("div.dg-pick")
    parts = table.locator("tbody:visible").count()
    table.get_by_label("Which lines are mine? Choose a body").select_option(label="Company Secretary")
    assert 0 < table.locator("tbody:visible").count() < parts
    assert table.locator("tr[data-line]:visible").count() == 1
