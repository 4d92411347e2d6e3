"""Every part that a page starts with, and every one that is loaded when first used: a missing one is told in its place.

The parts are listed from the sources, so that a new one that is not tried here fails.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook
from playwright.sync_api import Page, expect

from site_build.bundle.parts import LATER, TOOLS
from site_build.forms.modules import SOURCES, gathered, modules_of
from site_build.publish.libraries import LIBRARIES
from tests.conftest import OpenPage
from tests.support.every import every
from tests.support.forms import ANSWER, FAIR_SHARE, GATEWAY, GUIDED, fill_in, headline, send
from tests.support.traffic import Traffic

STARTING = sorted({*modules_of("form/calculator-form.js"), *modules_of("table/cases.js")})
# What runs beside the page from its start: test_runtime_failures.py tries it.
WORKER = {"runtime/worker.js", "offline/service-worker.js"}
WORDS = re.compile(r"could not be|has not come|Check your connection")


@dataclass(frozen=True)
class Use:
    """How a reader comes to need a part, and where the words stand that it is missing."""

    act: Callable[[Page], None]
    told: str
    page: str = FAIR_SHARE
    again: bool = True
    """Whether the same, done once more, finds a part that is there by then."""


def pressed(name: str) -> Callable[[Page], None]:
    """Press a button of a result."""
    return lambda page: page.get_by_role("button", name=name, exact=True).first.click()


def reached(page: Page) -> None:
    """Come to the form."""
    page.locator("#practices").first.focus()


def chosen(page: Page) -> None:
    """Work out a workbook with a table of cases."""
    book, content = Workbook(), BytesIO()
    for row in (["indicative_budget", "fair_share_budget"], [1200000, 1000000]):
        book.active.append(row)
    book.save(content)
    cases = page.locator(".calc-cases")
    if cases.get_attribute("open") is None:
        cases.locator("summary").first.click()
    page.locator("#file").set_input_files(
        {"name": "cases.xlsx", "mimeType": "", "buffer": content.getvalue()}
    )
    page.get_by_role("button", name="Work out the table").click()


def cases_opened(page: Page) -> None:
    """Open the table of cases."""
    page.locator(".calc-cases > summary").click()


TAKEN, CASES = "[data-take-told]", "[data-part=told]"
PRINTED = Use(pressed("Print this result"), TAKEN)
CHOSEN = Use(chosen, CASES)
TABLE = Use(reached, "[data-told]", GATEWAY, again=False)
USES = {
    "form/guide.js": Use(lambda page: None, "[data-told]", GUIDED, again=False),
    "form/so-far.js": TABLE,
    "form/opening.js": Use(pressed("Save as a file"), ".calc-around__told"),
    "result/around.js": Use(pressed("What would change the result"), "[data-around-told]"),
    "result/notes.js": Use(pressed("Name of the group and date, for the paper"), TAKEN),
    "result/take.js": Use(pressed("CSV"), TAKEN),
    "result/word.js": Use(pressed("Word"), TAKEN),
    "libraries/docx.js": Use(pressed("Word"), TAKEN),
    "runtime/packages.js": PRINTED,
    "segno": PRINTED,
    "page_tools": PRINTED,
    "openpyxl": CHOSEN,
    "et_xmlfile": CHOSEN,
    "table/case-table.js": Use(cases_opened, "case-table + .calc-notice--late", again=False),
    "table/chart.js": CHOSEN,
    "libraries/d3.js": CHOSEN,
    "table/file.js": CHOSEN,
    "table/source.js": TABLE,
    "table/choices.js": TABLE,
    "table/practices.js": TABLE,
    "table/which.js": TABLE,
}


def test_every_part_that_is_loaded_when_used_is_tried() -> None:
    inside = gathered(SOURCES)
    names = (path.relative_to(SOURCES).as_posix() for path in every(SOURCES.rglob("*.js")))
    on_need = {inside.get(name, name) for name in names} - set(STARTING) - WORKER
    libraries = {f"libraries/{name}" for name in LIBRARIES}
    packages = {TOOLS, *LATER}
    assert set(USES) == on_need | libraries | packages


@pytest.mark.parametrize("part", USES)
def test_a_missing_part_is_told_where_it_was_asked_for(
    open_page: OpenPage, traffic: Traffic, part: str
) -> None:
    use = USES[part]
    pattern = f"**/{part}" if part.endswith(".js") else f"**/{part}*"
    page = open_page("about/")
    page.context.route(pattern, lambda route: route.fulfill(status=404, body="gone"))
    if use.page == FAIR_SHARE:
        page.goto(FAIR_SHARE)
        fill_in(page)
        send(page)
        headline(page)
        page.evaluate("() => { window.print = () => {} }")
    else:
        page.goto(use.page)
    use.act(page)
    told = page.locator(use.told).filter(has_text=WORDS)
    expect(told).to_have_count(1, timeout=ANSWER)
    expect(told).to_be_visible()
    page.context.unroute(pattern)
    if use.again:
        use.act(page)
        expect(told).to_have_count(0, timeout=ANSWER)
    traffic.complaints.clear()


def test_a_page_whose_own_scripts_do_not_come_says_so(
    open_page: OpenPage, traffic: Traffic, site: Path
) -> None:
    """Each is tried in a page of its own; they wait side by side."""
    first = open_page("about/")
    pages = {}
    for part in STARTING:
        page = pages[part] = first.context.new_page()
        page.route(f"**/{part}", lambda route: route.abort())
        page.goto(FAIR_SHARE)
    forms = set(modules_of("form/calculator-form.js"))
    for part, page in every(pages.items()):
        if part in forms:
            expect(page.locator("calculator-form > .calc-notice--late")).to_contain_text(
                "Reload the page", timeout=ANSWER
            )
        if part in modules_of("table/cases.js"):
            page.locator(".calc-cases > summary").click()
            words = page.locator("case-table + .calc-notice--late")
            expect(words).to_be_visible(timeout=ANSWER)
            expect(words).to_contain_text("cannot be worked out")
    traffic.complaints.clear()


@pytest.mark.parametrize(
    "script", ["search.js", "search-index.js", "search-words.js", "stemmer.js", "search.json"]
)
def test_a_search_that_does_not_come_says_so(open_page: OpenPage, traffic: Traffic, script: str) -> None:
    page = open_page("about/")
    page.route(f"**/{script}", lambda route: route.abort())
    page.reload()
    for _ in range(2):
        page.get_by_role("button", name="Search").click()
        expect(page.get_by_role("dialog")).to_contain_text("could not be fetched")
        page.get_by_role("button", name="Close").click()
        expect(page.get_by_role("dialog")).to_have_count(0)
    page.unroute(f"**/{script}")
    page.reload()
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_role("dialog").get_by_role("textbox")).to_be_focused()
    traffic.complaints.clear()


def test_opened_from_a_folder_the_site_says_what_does_not_work_there(
    open_page: OpenPage, traffic: Traffic, site: Path
) -> None:
    page = open_page("about/")
    page.goto((site / FAIR_SHARE / "index.html").as_uri())
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_role("dialog")).to_contain_text("Put the site on a web server")
    page.keyboard.press("Escape")
    expect(page.locator("calculator-form > .calc-notice--late")).to_contain_text("Opened from a folder")
    traffic.complaints.clear()
    traffic.requests.clear()
