"""Every state around a calculator: accessible in both schemes and at both widths, with targets of a size to touch."""

from types import FunctionType as State

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import OpenPage
from tests.support import measures
from tests.support.axe import assert_accessible_in_every_look
from tests.support.forms import FAIR_SHARE, GUIDED, by_hand, headline, load_example, send


def result(page: Page) -> None:
    """An example worked out."""
    load_example(page)
    send(page)
    headline(page)


def saved(page: Page) -> None:
    """Work saved and its list open; then a name left out."""
    page.locator("#work-name").fill("A long name for a piece of work that has to wrap on a phone <b>")
    page.keyboard.press("Enter")
    page.locator("details:has([data-work-list]) > summary").click()
    page.locator("#work-name").fill("")
    page.keyboard.press("Enter")
    expect(page.locator("#work-name-error")).to_be_visible()


def found(page: Page) -> None:
    result(page)
    page.locator("[value=nearest]").click()
    expect(page.locator("[data-more] h2")).to_be_visible(timeout=60_000)
    page.evaluate("for (const fold of document.querySelectorAll('[data-more] details')) fold.open = true")


def compared(page: Page) -> None:
    result(page)
    page.locator("#compare-with").select_option(index=1)
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(page.locator("[data-more] table")).to_be_visible(timeout=60_000)


def linked(page: Page) -> None:
    result(page)
    page.get_by_role("button", name="Copy a link").click()
    expect(page.locator("#case-link")).to_be_visible()


def noticed(page: Page) -> None:
    """A link of other rules has been opened."""
    case = {"indicative_budget": "5", "fair_share_budget": "5", "decision_rights": "shared", "gone": "1"}
    fragment = by_hand(case | {"_rules": "0000000000", "_outcome": "old"})
    page.evaluate("fragment => { location.hash = fragment; }", fragment)
    expect(page.locator("[data-notice]")).to_contain_text("could not be checked", timeout=60_000)


def broken(page: Page) -> None:
    """A link that is not whole has been opened; and a file that is none."""
    page.evaluate("() => { location.hash = '_link=1&fair_share_budget=5&decision_rights=shared&gone=1'; }")
    expect(page.locator("[data-notice] dl")).to_be_visible(timeout=60_000)
    page.locator("#case-file").set_input_files({"name": "a", "mimeType": "text/plain", "buffer": b"a"})
    expect(page.locator("#case-file-error")).to_be_visible(timeout=60_000)


def asked(page: Page) -> None:
    """A question on the guided path, or the form."""
    if page.locator("[data-guided]").count():
        page.locator("#decision_rights").check()
        send(page)
    expect(page.locator("[data-field]:visible").first).to_be_visible()


@pytest.mark.parametrize("state", [asked, saved, found, compared, linked, noticed, broken])
@pytest.mark.parametrize("path", [FAIR_SHARE, GUIDED])
def test_axe_finds_nothing_around_a_calculator(open_page: OpenPage, path: str, state: State) -> None:
    page = open_page(path, reduced_motion="reduce")
    state(page)
    assert_accessible_in_every_look(page, state.__name__)
    for width in (1280, 390, 320):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(measures.SMALL) == []
