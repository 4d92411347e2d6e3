"""Answers survive a reload and Back, stay in this browser, and are forgotten on request."""

import json

import pytest
from playwright.sync_api import expect

from tests.conftest import OpenPage
from tests.support.forms import FAIR_SHARE, GATEWAY, answers, fair_share, headline, send, stored


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
    assert page.evaluate("Object.values(sessionStorage).join()").count("1,200,000") == 0


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
