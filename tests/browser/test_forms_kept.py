"""Answers survive a reload and Back, stay in this browser, and are forgotten on request."""

import json

import pytest
from playwright.sync_api import expect

from tests.conftest import OpenPage
from tests.support.forms import FAIR_SHARE, GATEWAY, answers, by_hand, fair_share, headline, send, stored
from tests.support.pages import ROOT

KEPT = json.loads((ROOT / "tests/data/earlier/kept.json").read_text(encoding="utf-8"))


def test_a_reload_keeps_the_answers(open_page: OpenPage) -> None:
    page = fair_share(open_page)
    page.get_by_role("radio", name="The indicative budget").check()
    before = answers(page)
    page.reload()
    expect(page.locator("#indicative_budget")).to_have_value("1,200,000")
    assert answers(page) == before
    expect(page.locator("[data-told]")).to_contain_text("back in the form")


def test_back_keeps_the_answers(open_page: OpenPage) -> None:
    page = open_page(GATEWAY)
    page.get_by_role("radio", name="Level 3").check()
    page.locator("#practices").fill("12")
    page.goto("about/")
    page.go_back()
    expect(page.locator("#practices")).to_have_value("12")
    assert answers(page) == {"applying_for": "3", "practices": "12"}


def test_forget_clears_the_form_the_result_and_the_browser(open_page: OpenPage) -> None:
    page = fair_share(open_page)
    send(page)
    headline(page)
    assert stored(page)
    page.get_by_role("button", name="Forget my answers").click()
    assert stored(page) == {}
    expect(page.locator("#indicative_budget")).to_have_value("")
    expect(page.locator(".result")).to_be_hidden()
    assert "1,200,000" not in page.locator("calculator-form").inner_text()
    page.reload()
    expect(page.locator("#indicative_budget")).to_have_value("")
    expect(page.locator("[data-told]")).to_be_empty()


def test_a_form_left_as_it_was_keeps_nothing(open_page: OpenPage) -> None:
    page = open_page(FAIR_SHARE)
    page.locator("#indicative_budget").fill("1")
    assert stored(page)
    page.locator("#indicative_budget").fill("")
    assert stored(page) == {}


def test_nothing_is_kept_anywhere_else(open_page: OpenPage) -> None:
    page = fair_share(open_page)
    send(page)
    headline(page)
    assert page.evaluate("document.cookie") == ""
    assert "?" not in page.url
    assert "#" not in page.url
    assert page.evaluate("Object.keys(sessionStorage)") == ["calculator-answers/fair-share"]
    page.get_by_role("button", name="Forget my answers").click()
    assert page.evaluate("[...Object.keys(sessionStorage), ...Object.keys(localStorage)]") == []


@pytest.mark.parametrize("key", sorted(KEPT))
def test_what_earlier_versions_kept_is_found_again(open_page: OpenPage, key: str) -> None:
    page = open_page(FAIR_SHARE)
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, json.dumps(KEPT[key])])
    page.reload()
    if key.startswith("calculator-work"):
        (aside, _), (name, case) = KEPT[key]
        page.locator("details:has([data-work-list]) > summary").click()
        expect(page.get_by_role("button", name=aside, exact=True)).to_be_visible()
        page.get_by_role("button", name=name, exact=True).click()
        assert answers(page) == case
    elif key.startswith("calculator-answers"):
        expect(page.locator("[data-told]")).to_contain_text("back in the form")
        assert answers(page) == KEPT[key]
    else:
        page.evaluate("fragment => { location.hash = fragment; }", by_hand(KEPT[key]))
        expect(page.locator("[data-told]")).to_contain_text("The answers from the link")
        page.get_by_role("button", name="Load an example").or_(
            page.get_by_text("Load an example")
        ).first.click()
        page.locator("[data-action=preset]").first.click()
        assert "calculator-work/fair-share" not in stored(page)


def test_forget_all_leaves_nothing_of_any_calculator(open_page: OpenPage) -> None:
    page = open_page(GATEWAY)
    page.locator("#practices").fill("12")
    page.goto(FAIR_SHARE)
    page.locator("#indicative_budget").fill("1")
    page.locator("#work-name").fill("A")
    page.keyboard.press("Enter")
    page.evaluate("localStorage.setItem('calculator-practices/all', '1')")
    page.evaluate("localStorage.setItem('of another site below the same origin', '1')")
    page.get_by_role("button", name="Forget my answers").click()
    assert set(stored(page)) == {
        "calculator-answers/gateway",
        "calculator-since/gateway",
        "calculator-work/fair-share",
    }
    page.get_by_role("button", name="Forget all that is kept").click()
    assert stored(page) == {}
    assert page.evaluate("Object.keys(localStorage)") == ["of another site below the same origin"]
    expect(page.locator("[data-told]")).to_contain_text("Nothing is kept")
    page.goto(GATEWAY)
    expect(page.locator("#practices")).to_have_value("")


def test_a_browser_whose_storage_is_full_says_so_and_the_tab_still_keeps_the_answers(
    open_page: OpenPage,
) -> None:
    page = open_page(FAIR_SHARE)
    page.evaluate("""() => {
        for (let size = 4_000_000; size > 0; size = Math.floor(size / 2)) {
            for (let n = 0; ; n += 1) {
                try { localStorage.setItem(`full ${size} ${n}`, "x".repeat(size)); } catch { break; }
            }
        }
    }""")
    page.locator("#indicative_budget").fill("1,200,000")
    expect(page.locator("[data-told]")).to_contain_text("storage is full, or turned off. Save them as a file")
    page.locator("#fair_share_budget").fill("9")
    page.reload()
    expect(page.locator("#fair_share_budget")).to_have_value("9")
    expect(page.locator("[data-told]")).not_to_contain_text("another tab")


def test_a_browser_that_refuses_storage_says_so_and_the_form_works(open_page: OpenPage) -> None:
    page = open_page()
    page.add_init_script("""for (const name of ["localStorage", "sessionStorage"]) {
        Object.defineProperty(window, name, { get() { throw new DOMException("refused", "SecurityError"); } });
    }""")
    page.goto(FAIR_SHARE)
    page.locator("#indicative_budget").fill("1,200,000")
    expect(page.locator("[data-told]")).to_contain_text("storage is full, or turned off")
    page.locator("#fair_share_budget").fill("1m")
    send(page)
    headline(page)
    page.get_by_role("button", name="Forget my answers").click()
    expect(page.locator("#indicative_budget")).to_have_value("")


@pytest.mark.parametrize(
    "found",
    [
        "not JSON",
        "[1, 2]",
        "null",
        json.dumps(
            {"indicative_budget": {"a": 1}, "unknown": "x", "__proto__": "y", "fair_share_budget": "<b>9</b>"}
        ),
    ],
)
def test_whatever_is_stored_the_form_stands(open_page: OpenPage, found: str) -> None:
    page = open_page(FAIR_SHARE)
    page.evaluate("text => localStorage.setItem('calculator-answers/fair-share', text)", found)
    page.reload()
    expect(page.locator("#indicative_budget")).to_have_value("")
    typed = page.locator("#fair_share_budget").input_value()
    assert typed in {"", "<b>9</b>"}
    assert page.locator("calculator-form b").count() == 0
