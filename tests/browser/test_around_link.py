"""A link that carries a case: made on request, opened, told of changed rules, and never sent anywhere."""

from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from calculators.engine.run import run
from calculators.uses import links
from tests.conftest import OpenPage
from tests.support.forms import (
    FAIR_SHARE,
    answers,
    fair_share,
    headline,
    send,
    stored,
    tab_to,
)
from tests.support.traffic import Traffic

CASE = {"indicative_budget": "1,200,000", "fair_share_budget": "£1m"}
MINE = "calculator-answers/fair-share"


def link() -> str:
    """The fragment of a link to the case, as the core makes it."""
    return links.fragment(CASE, run("fair-share", CASE))


def copied(page: Page) -> str:
    """Press the button; what is in the box."""
    page.get_by_role("button", name="Copy a link").click()
    box = page.locator("#case-link")
    expect(box).to_be_visible(timeout=60_000)
    expect(page.locator("[data-link-told]")).to_contain_text("Your answers are in it")
    return box.input_value()


@pytest.mark.parametrize("width", [1280, 390])
def test_a_link_carries_the_answers_to_another_browser(open_page: OpenPage, width: int) -> None:
    page = fair_share(open_page, width=width)
    send(page)
    words = headline(page).inner_text()
    tab_to(page, "[value=link]")
    expect(page.locator(".calc-around")).to_contain_text("Anybody who has the link can read them")
    page.keyboard.press("Enter")
    box = page.locator("#case-link")
    expect(box).to_be_focused()
    address = box.input_value()
    assert links.read_fragment(address.partition("#")[2]).case.items() >= CASE.items()
    other = open_page(address, width=width)
    assert headline(other).inner_text() == words
    expect(other.locator("#result-heading")).to_be_focused()
    expect(other.locator("[data-notice]")).to_be_hidden()
    assert answers(other).items() >= CASE.items()
    assert "#" not in other.url


def test_the_link_is_that_of_the_answers_as_they_are_now(open_page: OpenPage) -> None:
    page = fair_share(open_page)
    send(page)
    headline(page)
    page.locator("#indicative_budget").fill("999")
    expect(page.locator("[data-stale]")).to_be_visible()
    assert "indicative_budget=999&" in copied(page)


def test_answers_at_fault_are_told_instead_of_linked(open_page: OpenPage) -> None:
    page = fair_share(open_page)
    send(page)
    headline(page)
    page.locator("#indicative_budget").fill("much")
    page.get_by_role("button", name="Copy a link").click()
    expect(page.locator(".nhsuk-error-summary")).to_be_focused()
    expect(page.locator("#case-link")).to_be_hidden()


def test_a_link_from_other_rules_says_what_changed(open_page: OpenPage) -> None:
    old = link().replace("_rules=", "_rules=old").replace("_figure.shift=-12000.00", "_figure.shift=-1.00")
    page = open_page(f"{FAIR_SHARE}#{old}&gone=1")
    headline(page)
    notice = page.locator("[data-notice]")
    expect(notice).to_contain_text("was −£1, is now −£12,000")
    expect(notice).to_contain_text("no longer asks for: gone")
    expect(notice.get_by_role("heading")).to_be_focused()


def test_a_carried_case_only_fills_the_form(open_page: OpenPage, traffic: Traffic) -> None:
    page = open_page(f"{FAIR_SHARE}#{links.carried(CASE)}")
    expect(page.locator("#indicative_budget")).to_have_value("1,200,000")
    expect(page.locator("[data-told]")).to_contain_text("from the link")
    page.wait_for_load_state("networkidle")
    assert not [path for path in traffic.paths() if "/assets/python/" in path]
    expect(page.locator(".result")).to_be_hidden()


def test_a_link_opens_on_the_page_that_is_open_already(open_page: OpenPage) -> None:
    page = open_page(FAIR_SHARE)
    page.evaluate("fragment => { location.hash = fragment; }", link())
    headline(page)


@pytest.mark.parametrize(
    "anchor", ["the-rules-in-words", "p-2-2-4-3", "indicative_budget", "a=b", "=", "%E0%A4%A"]
)
def test_an_anchor_is_no_case(open_page: OpenPage, anchor: str) -> None:
    page = fair_share(open_page)
    kept = stored(page)[MINE]
    page.goto("about/")
    page.goto(f"{FAIR_SHARE}#{anchor}")
    expect(page.locator("[data-told]")).to_contain_text("your last visit")
    assert page.url.endswith(f"#{anchor}")
    assert stored(page) == {MINE: kept}


HOSTILE = "<img src=x onerror=alert(1)>"


def test_a_hostile_fragment_comes_out_as_text(open_page: OpenPage) -> None:
    fragment = (
        f"indicative_budget={quote(HOSTILE)}&fair_share_budget=1&_rules=x&__proto__=1&{quote(HOSTILE)}=1"
    )
    page = open_page(f"{FAIR_SHARE}#{fragment}")
    expect(page.locator("#indicative_budget")).to_have_value(HOSTILE)
    expect(page.locator(".nhsuk-error-summary")).to_be_visible(timeout=60_000)
    assert page.locator("main img[src=x]").count() == 0


def test_a_hostile_link_with_a_result_comes_out_as_text(open_page: OpenPage) -> None:
    hostile = f"&_outcome={quote(HOSTILE)}&_figure.shift={quote(HOSTILE)}&{quote(HOSTILE)}=1"
    page = open_page(f"{FAIR_SHARE}#{links.carried(CASE)}&_rules=x{hostile}")
    headline(page)
    expect(page.locator("[data-notice]")).to_contain_text(f"was {HOSTILE}")
    assert page.locator("main img[src=x]").count() == 0


def test_a_fragment_too_long_to_be_a_case_is_refused_in_words(open_page: OpenPage) -> None:
    page = open_page(FAIR_SHARE)
    page.evaluate("location.hash = `_rules=x&indicative_budget=${'1'.repeat(250001)}`")
    expect(page.locator("[data-failure]")).to_contain_text("Shorten", timeout=60_000)


def test_the_answers_of_a_link_are_never_sent(open_page: OpenPage, traffic: Traffic) -> None:
    page = open_page(f"{FAIR_SHARE}#{link()}")
    headline(page)
    assert not [url for url in traffic.requests if "1200000" in url or "1%2C200" in url or "#" in url]
