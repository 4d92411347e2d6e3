"""What would change the result, and two cases side by side, by keyboard and on a phone."""

import json

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.conftest import OpenPage
from tests.support.forms import (
    FAIR_SHARE,
    GATEWAY,
    fair_share,
    headline,
    load_example,
    send,
    tab_to,
    until_shown,
)
from tests.support.pages import calculator_paths

HOSTILE = "<img src=x onerror=alert(1)>"


def worked_out(open_page: OpenPage, width: int = 1280) -> Page:
    """The fair-share page with a result."""
    page = fair_share(open_page, width=width)
    send(page)
    headline(page)
    return page


def more(page: Page) -> Locator:
    """What is shown below the result, once it is there."""
    found = page.locator("[data-more] h2")
    expect(found).to_be_focused(timeout=60_000)
    return page.locator("[data-more]")


@pytest.mark.parametrize("width", [1280, 390])
def test_what_would_change_the_result_is_found_by_keyboard(open_page: OpenPage, width: int) -> None:
    page = worked_out(open_page, width)
    tab_to(page, "[value=nearest]")
    page.keyboard.press("Enter")
    expect(more(page)).to_contain_text("Within the range")
    expect(page.locator("[data-around-told]")).to_have_text("What would change the result")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("path", calculator_paths())
def test_every_calculator_looks_for_other_answers(open_page: OpenPage, path: str) -> None:
    page = open_page(path)
    load_example(page)
    send(page)
    headline(page)
    page.locator("[value=nearest]").click()
    expect(more(page).get_by_role("heading", level=2)).to_have_text("What would change the result")
    expect(page.locator("[data-around] progress")).to_be_hidden()


@pytest.mark.parametrize("width", [1280, 390])
def test_a_result_stands_beside_an_example_by_keyboard(open_page: OpenPage, width: int) -> None:
    page = worked_out(open_page, width)
    tab_to(page, "#compare-with")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    name = page.locator("#compare-with option:checked").inner_text()
    expect(more(page)).to_contain_text(f"This result beside “{name}”")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    box = page.locator("[data-more] .table-box")
    assert box.evaluate("box => box.scrollWidth <= box.clientWidth")


def test_a_result_stands_beside_saved_work_with_a_hostile_name(open_page: OpenPage) -> None:
    page = worked_out(open_page)
    page.locator("#work-name").fill(HOSTILE)
    page.keyboard.press("Enter")
    page.locator("#indicative_budget").fill("1000000")
    page.locator("#compare-with").select_option(label=HOSTILE)
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(more(page)).to_contain_text(f"“{HOSTILE}”")
    expect(more(page)).to_contain_text("Above the range")
    assert page.locator("main img[src=x]").count() == 0


def test_saved_work_that_cannot_be_worked_out_is_told(open_page: OpenPage) -> None:
    page = worked_out(open_page)
    pieces = [
        ["Half", {"indicative_budget": "1"}],
        ["Odd", {"BAD NAME": "1"}],
        ["Huge", {"x": "1" * 300_000}],
    ]
    page.evaluate("text => localStorage.setItem('calculator-work/fair-share', text)", json.dumps(pieces))
    page.reload()
    send(page)
    headline(page)
    for name, words in (
        ("Half", "“Half” cannot be worked out"),
        ("Odd", "“Odd” cannot be worked out"),
        ("Huge", "more here than the calculator takes"),
    ):
        page.locator("#compare-with").select_option(label=name)
        page.get_by_role("button", name="Compare", exact=True).click()
        expect(page.locator("[data-around-told]")).to_contain_text(words)
    expect(page.locator("[data-more]")).to_be_hidden()


def test_saved_work_with_answers_that_are_not_asked_for_is_compared_without_them(open_page: OpenPage) -> None:
    page = worked_out(open_page)
    kept = [["Long ago", {"indicative_budget": "1", "fair_share_budget": "1", "Gone By": "1"}]]
    page.evaluate("text => localStorage.setItem('calculator-work/fair-share', text)", json.dumps(kept))
    page.reload()
    send(page)
    headline(page)
    page.locator("#compare-with").select_option(label="Long ago")
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(more(page)).to_contain_text("“Long ago” also holds what this calculator does not ask for")
    expect(more(page)).to_contain_text("left out here: Gone By")


def test_a_new_result_takes_away_what_stood_beside_the_old(open_page: OpenPage) -> None:
    page = worked_out(open_page)
    page.locator("[value=nearest]").click()
    more(page)
    page.locator("#indicative_budget").fill("900000")
    send(page)
    expect(page.locator("[data-more]")).to_be_hidden()


def test_a_long_search_tells_how_far_it_is(open_page: OpenPage) -> None:
    page = open_page(GATEWAY)
    load_example(page)
    send(page)
    headline(page)
    page.locator("[value=nearest]").click()
    until_shown(page, "[data-around] progress")
    more(page)


def test_nothing_is_offered_without_a_result(open_page: OpenPage) -> None:
    page = open_page(FAIR_SHARE)
    expect(page.locator("[data-around]")).to_be_hidden()
    page = worked_out(open_page)
    expect(page.locator("[data-around]")).to_be_visible()
    page.get_by_role("button", name="Start again").click()
    expect(page.locator("[data-around]")).to_be_hidden()
