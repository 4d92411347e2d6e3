"""Every page, opened once: short, light to load, private, whole for the keyboard, free of what axe-core finds.

One visit serves all the checks of a page, for opening it costs more than looking at it. A check that passed on a page
is not run again while page, styles, scripts, fonts and checks are the same: see `tests/support/kept.py`.
"""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import UnlessKept
from tests.support import measures
from tests.support.axe import assert_accessible_in_every_look
from tests.support.built import built, of_class, own_pages
from tests.support.pages import NOT_FOUND, OWN_KINDS, calculator_paths, file_of, page_paths
from tests.support.traffic import Traffic
from tests.support.weight import weights

PAGE = 150_000
PHONE = {"width": 390, "height": 844}
# A page's length in screens of a phone, its folds closed; its elements; and its own bytes, compressed.
SCREENS, ELEMENTS, BYTES = 8, 3_000, 100_000
FORM_ELEMENTS = 5_000
LONGER = 12
# What may be longer, and why.
TABLES = dict.fromkeys(
    (
        "compare/budgets/",
        "compare/conflicts-of-interest/",
        "compare/incentives/",
        "compare/information-and-support/",
        "compare/patients-and-public/",
        "compare/performance-and-disputes/",
        "compare/plans-and-cases/",
        "compare/procurement/",
        "compare/who-decides/",
    ),
    "a table of what each paper says of each aspect, which a phone stacks",
) | {
    "frameworks/county-durham-darlington/accountability/support/": "a table of lines, which a phone stacks",
    "frameworks/health-reform-2006/accountability/support/": "a table of lines, which a phone stacks",
    "frameworks/health-reform-2006/accountability/responsibilities/": "a table of decisions, which a phone stacks",
    "frameworks/hertfordshire/accountability/responsibilities/": "a table of decisions, which a phone stacks",
    "calculators/freed-up-resources/": "a form with a table of practices, rules and worked examples",
    "calculators/gateway/": "a form that asks about each criterion of three levels",
}
RUNTIME = "/assets/python/"
WIDE = {"width": 1280, "height": 900}
# The smallest letters of a drawing in pixels, at each width: those on an arrow, which a table beside it says in full.
WIDTHS, SMALLEST = (390, 768, 1280), 12


@dataclass(frozen=True)
class Visit:
    """A page as a reader with an empty cache finds it, and what it asked for and complained of."""

    path: str
    page: Page
    traffic: Traffic


class Visitor:
    """Visits one page at a time, each in a fresh profile; what loads late is made to load."""

    def __init__(self, browser: Browser, origin: str) -> None:
        """No page is open yet."""
        self.browser, self.origin = browser, origin
        self._open: Visit | None = None

    def at(self, path: str) -> Visit:
        """The page's one visit at its beginning: the top of the page, 1280 px, light, nothing focused."""
        if self._open is None or self._open.path != path:
            self.leave()
            self._open = self._begin(path)
        self._open.page.set_viewport_size(WIDE)  # type: ignore[arg-type]
        self._open.page.emulate_media(color_scheme="light")
        self._open.page.evaluate(measures.RESET)
        return self._open

    def leave(self) -> None:
        """End the visit where there is one."""
        if self._open:
            self._open.page.context.close()

    def _begin(self, path: str) -> Visit:
        traffic = Traffic(self.origin)
        context = self.browser.new_context(
            base_url=f"{self.origin}/",
            viewport=WIDE,  # type: ignore[arg-type]
            reduced_motion="reduce",
        )
        traffic.watch(context)
        page = context.new_page()
        page.goto(path)
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        page.wait_for_load_state("networkidle")
        page.evaluate("document.fonts.ready.then(() => 0)")
        return Visit(path, page, traffic)


@pytest.fixture(scope="module")
def visitor(browser: Browser, origin: str) -> Iterator[Visitor]:
    """Who visits the pages whose checks have to run."""
    one = Visitor(browser, origin)
    yield one
    one.leave()


@pytest.fixture(scope="module", params=[*page_paths(), *OWN_KINDS, NOT_FOUND])
def path(request: pytest.FixtureRequest) -> str:
    """Each page in turn, with all its checks one after another."""
    return str(request.param)


@pytest.fixture
def visit(path: str, unless_kept: UnlessKept, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """The page's visit for one check; the check is left out where it has passed on just this page."""
    unless_kept(path)
    found: Visit = request.getfixturevalue("visitor").at(path)
    yield found
    found.traffic.assert_clean()


def test_a_page_is_light(visit: Visit, site: Path) -> None:
    loaded = weights(site, visit.traffic)
    assert 0 < sum(loaded.values()) <= PAGE, loaded


def test_a_page_and_those_that_its_sections_became_are_short(visit: Visit, site: Path) -> None:
    phone = visit.page.context.new_page()
    phone.set_viewport_size(PHONE)  # type: ignore[arg-type]
    found = []
    for path in (visit.path, *own_pages(site, visit.path)):
        phone.goto(path)
        phone.evaluate("document.fonts.ready.then(() => 0)")
        height, elements = phone.evaluate(measures.LENGTH)
        screens, weight = height / PHONE["height"], len(gzip.compress((site / file_of(path)).read_bytes()))
        most = FORM_ELEMENTS if path in calculator_paths() else ELEMENTS
        if screens > (LONGER if path in TABLES else SCREENS) or elements > most or weight > BYTES:
            found.append(f"{path}: {screens:.1f} screens, {elements} elements, {weight} bytes")
    phone.close()
    assert not found, "\n".join(found)


def test_each_page_that_may_be_longer_is_there(site: Path) -> None:
    assert [path for path in TABLES if not (site / file_of(path)).is_file()] == []


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


def test_the_words_of_a_drawing_fit_their_boxes_and_can_be_read(visit: Visit, site: Path) -> None:
    """Every drawing of the page, the folded ones too; that there are any is tested elsewhere."""
    drawings = len(built(site, visit.path).tree.xpath(f"//figure[{of_class('dg')}]"))
    if not drawings:
        return
    for width in WIDTHS:
        visit.page.set_viewport_size({"width": width, "height": 900})
        found = visit.page.evaluate(measures.DRAWINGS)
        assert found["drawings"] == drawings
        assert not found["faults"], measures.show(found["faults"])
        assert found["smallest"] >= SMALLEST, f"the smallest letters at {width} px"
        assert found["wide"] <= width
