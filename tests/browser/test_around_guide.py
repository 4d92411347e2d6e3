"""The guided path: one question a screen, back and forth, a summary of the answers, and the whole without scripts."""

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import OpenPage
from tests.support.forms import GUIDED, answers, headline, load_example, tab_to

FIRST = "How much say does the group want"


def shown(page: Page) -> str:
    """The question on the screen."""
    fields = page.locator("[data-field]:visible")
    expect(fields).to_have_count(1)
    return fields.locator("legend, label").first.inner_text()


def press(page: Page, name: str) -> None:
    """Reach a button by Tab and press Enter."""
    tab_to(page, {"Continue": "[type=submit]", "Back": "[data-action=back]"}.get(name, name))
    page.keyboard.press("Enter")


def to_summary(page: Page) -> None:
    """Answer the first question and go on to the summary, by keyboard."""
    tab_to(page, "#decision_rights")
    page.keyboard.press("Space")
    while page.get_by_role("button", name="Continue").is_visible():
        press(page, "Continue")
    expect(page.get_by_role("heading", name="Check your answers")).to_be_focused()


@pytest.mark.parametrize("width", [1280, 390])
def test_the_whole_path_by_keyboard(open_page: OpenPage, width: int) -> None:
    page = open_page(GUIDED, width=width)
    expect(page.locator("#guide-count")).to_have_text("Question 1 of 14")
    assert shown(page).startswith(FIRST)
    tab_to(page, "#decision_rights")
    page.keyboard.press("ArrowDown")
    press(page, "Continue")
    expect(page.locator("#guide-count")).to_have_text("Question 2 of 14")
    assert page.evaluate("document.activeElement.localName") == "legend"
    second = shown(page)
    press(page, "Continue")
    assert shown(page) != second
    press(page, "Back")
    assert shown(page) == second
    while page.get_by_role("button", name="Continue").is_visible():
        press(page, "Continue")
    expect(page.get_by_role("heading", name="Check your answers")).to_be_focused()
    rows = page.locator(".calc-review__row")
    expect(rows).to_have_count(14)
    expect(rows.first).to_contain_text("Decisions shared with NHS England")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    press(page, "Continue")
    expect(headline(page)).to_contain_text("Joint commissioning")


def test_a_question_that_must_be_answered_is_asked_for(open_page: OpenPage) -> None:
    page = open_page(GUIDED)
    press(page, "Continue")
    expect(page.locator(".nhsuk-error-summary")).to_be_focused()
    assert page.title().startswith("Error: ")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#decision_rights")).to_be_focused()
    page.keyboard.press("Space")
    press(page, "Continue")
    expect(page.locator("#guide-count")).to_have_text("Question 2 of 14")
    assert not page.title().startswith("Error: ")


def test_an_answer_is_changed_from_the_summary_and_from_the_result(open_page: OpenPage) -> None:
    page = open_page(GUIDED)
    to_summary(page)
    page.get_by_role("link", name="Change Does it want a local incentive scheme?").click()
    assert shown(page) == "Does it want a local incentive scheme?"
    page.locator("[data-field=incentive_scheme] input").nth(1).check()
    press(page, "Continue")
    expect(page.get_by_role("heading", name="Check your answers")).to_be_focused()
    press(page, "Continue")
    headline(page)
    page.evaluate("for (const fold of document.querySelectorAll('.result details')) fold.open = true")
    page.locator(".result a[href='#decision_rights']").click()
    assert shown(page).startswith(FIRST)


def test_browser_back_and_a_reload_lose_nothing(open_page: OpenPage) -> None:
    page = open_page(GUIDED)
    page.locator("#decision_rights").check()
    for _ in range(3):
        page.get_by_role("button", name="Continue").click()
    expect(page.locator("#guide-count")).to_have_text("Question 4 of 14")
    page.go_back()
    expect(page.locator("#guide-count")).to_have_text("Question 3 of 14")
    page.go_forward()
    expect(page.locator("#guide-count")).to_have_text("Question 4 of 14")
    page.reload()
    expect(page.locator("#guide-count")).to_have_text("Question 4 of 14")
    page.get_by_role("button", name="Back").click()
    expect(page.locator("#guide-count")).to_have_text("Question 3 of 14")
    assert answers(page)["decision_rights"] == "influence"


def test_an_example_goes_to_the_summary_and_start_again_to_the_first_question(open_page: OpenPage) -> None:
    page = open_page(GUIDED)
    load_example(page, 1)
    expect(page.get_by_role("heading", name="Check your answers")).to_be_focused()
    page.get_by_role("button", name="Start again").click()
    assert shown(page).startswith(FIRST)
    expect(page.locator("#decision_rights")).to_be_focused()


def test_the_answer_ends_in_a_checklist_that_prints(open_page: OpenPage) -> None:
    page = open_page(GUIDED)
    load_example(page, 1)
    page.get_by_role("button", name="Work it out").click()
    headline(page)
    heading = page.get_by_role("heading", name="Checklist to take away")
    expect(heading).to_be_visible()
    page.emulate_media(media="print")
    expect(heading).to_be_visible()
    expect(page.locator(".result .checks__all--take .check")).to_have_count(3)
    expect(page.locator(".calc-guide, .calc-review").first).to_be_hidden()


def test_without_javascript_the_whole_form_stands(open_page: OpenPage) -> None:
    page = open_page(GUIDED, java_script_enabled=False)
    expect(page.locator("[data-field]:visible")).to_have_count(14)
    expect(page.locator("[data-guide], [data-review]").first).to_be_hidden()
