"""Every page, opened once: light to load, private, whole for the keyboard, and free of what axe-core finds.

One visit serves all the checks of a page, for opening it costs more than looking at it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.support import measures
from tests.support.axe import assert_accessible_in_every_look
from tests.support.pages import NOT_FOUND, page_paths
from tests.support.traffic import Traffic
from tests.support.weight import weights

PAGE = 150_000
RUNTIME = "/assets/python/"
WIDE = {"width": 1280, "height": 900}


@dataclass(frozen=True)
class Visit:
    """A page as a reader with an empty cache finds it, and what it asked for and complained of."""

    path: str
    page: Page
    traffic: Traffic


@pytest.fixture(scope="module", params=[*page_paths(), NOT_FOUND])
def opened(request: pytest.FixtureRequest, browser: Browser, origin: str) -> Iterator[Visit]:
    """One visit in a fresh profile for all the checks of a page; what loads late is made to load."""
    traffic = Traffic(origin)
    context = browser.new_context(base_url=f"{origin}/", viewport=WIDE, reduced_motion="reduce")  # type: ignore[arg-type]
    traffic.watch(context)
    page = context.new_page()
    page.goto(request.param)
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.wait_for_load_state("networkidle")
    yield Visit(request.param, page, traffic)
    context.close()


@pytest.fixture
def visit(opened: Visit) -> Iterator[Visit]:
    """The visit at its beginning: the top of the page, 1280 px, light, nothing focused."""
    page = opened.page
    page.set_viewport_size(WIDE)  # type: ignore[arg-type]
    page.emulate_media(color_scheme="light")
    page.evaluate(measures.RESET)
    yield opened
    opened.traffic.assert_clean()


def test_a_page_is_light(visit: Visit, site: Path) -> None:
    loaded = weights(site, visit.traffic)
    assert sum(loaded.values()) <= PAGE, loaded


def test_a_page_keeps_nothing_and_leaves_the_runtime_alone(visit: Visit) -> None:
    assert visit.traffic.requests
    visit.page.keyboard.press("Tab")
    assert visit.page.evaluate("document.cookie") == ""
    assert [url for url in visit.traffic.paths() if RUNTIME in url] == []


def test_the_first_stop_leads_to_the_content(visit: Visit) -> None:
    visit.page.keyboard.press("Tab")
    visit.page.keyboard.press("Enter")
    target = visit.page.evaluate("decodeURIComponent(location.hash.slice(1))")
    assert target, "the first stop is no skip link"
    assert visit.page.evaluate("id => !!document.getElementById(id)?.closest('main, article')", target)


@pytest.mark.parametrize("width", [1280, 390])
def test_whatever_can_be_focused_shows_it_and_is_not_covered(visit: Visit, width: int) -> None:
    visit.page.set_viewport_size({"width": width, "height": 700})
    # A key first: the browser shows a script's focus only to those who use the keyboard.
    visit.page.keyboard.press("Tab")
    found = visit.page.evaluate(measures.FOCUS)
    assert found["stops"] > 2
    assert not found["unseen"], "\n".join(found["unseen"])


def test_axe_finds_nothing(visit: Visit) -> None:
    assert_accessible_in_every_look(visit.page)


def test_a_narrow_page_does_not_scroll_sideways(visit: Visit) -> None:
    page = visit.page
    page.set_viewport_size({"width": 320, "height": 900})
    assert not (found := page.evaluate(measures.overflow(320))), measures.show(found)
    page.evaluate(measures.ADOPT, measures.TEXT_SPACING)
    found = page.evaluate(measures.overflow(320)) + page.evaluate(measures.CLIPPED)
    assert not found, measures.show(["with the reader's spacing:", *found])
