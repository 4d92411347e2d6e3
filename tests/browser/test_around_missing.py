"""A part that is loaded when first used and cannot be had: words beside what was pressed, and no dead button."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import OpenPage
from tests.support.forms import ANSWER, FAIR_SHARE, GUIDED, fair_share, headline, send
from tests.support.traffic import Traffic

WORDS = re.compile(r"Check your connection, then try again")
NO_WORKER = (
    "window.Worker = undefined",
    "window.Worker = class { constructor() { throw new Error('no'); } }",
)


@pytest.fixture
def worked_out(open_page: OpenPage, traffic: Traffic) -> Page:
    """The fair-share page with a result; what the browser says of files that fail is expected."""
    page = fair_share(open_page)
    page.context.on("close", lambda _: traffic.complaints.clear())
    send(page)
    headline(page)
    page.evaluate("() => { window.print = () => { window.printed = true } }")
    return page


@pytest.fixture(autouse=True)
def _complaints_expected(open_page: OpenPage, traffic: Traffic) -> object:
    yield
    traffic.complaints.clear()


@pytest.mark.parametrize(
    ("button", "told"),
    [
        ("What would change the result", "[data-around-told]"),
        ("Compare", "[data-around-told]"),
        ("Copy a link to these answers", "[data-link-told]"),
        ("Print this result", "[data-take-told]"),
        ("Word", "[data-take-told]"),
        ("CSV", "[data-take-told]"),
        ("JSON", "[data-take-told]"),
    ],
)
def test_every_button_beside_a_result_says_what_is_missing(worked_out: Page, button: str, told: str) -> None:
    page = worked_out
    page.route("**/result/*.js", lambda route: route.abort())
    page.get_by_role("button", name=button, exact=True).click()
    expect(page.locator(told)).to_have_text(WORDS)
    page.unroute("**/result/*.js")
    page.get_by_role("button", name=button, exact=True).click()
    expect(page.locator(told)).not_to_have_text(WORDS, timeout=ANSWER)


def test_a_missing_library_of_documents_is_told(worked_out: Page) -> None:
    page = worked_out
    page.route("**/libraries/docx.js", lambda route: route.fulfill(status=404, body="gone"))
    page.get_by_role("button", name="Word", exact=True).click()
    expect(page.locator("[data-take-told]")).to_have_text(WORDS)
    page.unroute("**/libraries/docx.js")
    with page.expect_download():
        page.get_by_role("button", name="Word", exact=True).click()


def test_a_missing_chart_is_told_and_the_table_stands(worked_out: Page) -> None:
    page = worked_out
    page.route("**/libraries/d3.js", lambda route: route.abort())
    page.get_by_text("Work out many cases from a table", exact=True).click()
    page.locator("#table").fill("indicative_budget,fair_share_budget\n1.2m,1m\n")
    page.get_by_role("button", name="Work out the table").click()
    expect(page.locator("[data-part=told]")).to_contain_text("The chart could not be fetched", timeout=ANSWER)
    expect(page.locator(".batch__headline")).to_have_text("1 row worked out")


def test_a_missing_package_is_told_and_python_goes_on(worked_out: Page) -> None:
    """No second worker has to start: what was running answers the next question."""
    page = worked_out
    page.route("**/segno*", lambda route: route.abort())
    page.get_by_role("button", name="Print this result").click()
    expect(page.locator("[data-take-told]")).to_have_text(WORDS)
    page.unroute("**/segno*")
    page.route("**/*.wasm", lambda route: route.abort())
    with page.expect_download():
        page.get_by_role("button", name="CSV", exact=True).click()
    page.get_by_role("button", name="Print this result").click()
    expect(page.locator("[data-take-told]")).to_be_empty(timeout=ANSWER)
    expect(page.locator("[data-qr-told]")).to_contain_text("holds a link")


def test_without_its_guide_the_whole_form_stands(open_page: OpenPage) -> None:
    page = open_page("about/")
    page.context.route("**/form/guide.js", lambda route: route.abort())
    page.goto(GUIDED)
    expect(page.locator("[data-told]")).to_contain_text("all at once")
    expect(page.locator("[data-field]:visible").nth(5)).to_be_visible()
    page.locator("#decision_rights").check()
    send(page)
    headline(page)


@pytest.mark.parametrize("script", NO_WORKER)
def test_a_browser_without_workers_is_told_so(open_page: OpenPage, script: str) -> None:
    page = open_page(FAIR_SHARE)
    page.evaluate(f"() => {{ {script}; }}")
    page.locator("#indicative_budget").fill("1")
    page.locator("#fair_share_budget").fill("1")
    for _ in range(2):
        send(page)
        expect(page.locator("[data-failure]")).to_contain_text("does not let the calculator run")
        expect(page.locator("[data-status]")).to_contain_text("does not let the calculator run")
    expect(page.locator(".result")).not_to_have_attribute("aria-busy", "true")
    page.get_by_text("Work out many cases from a table", exact=True).click()
    page.locator("#table").fill("indicative_budget,fair_share_budget\n1.2m,1m\n")
    page.get_by_role("button", name="Work out the table").click()
    expect(page.locator("[data-part=told]")).to_contain_text("does not let the calculator run")
    expect(page.locator("[data-part=stop]")).to_be_hidden()
