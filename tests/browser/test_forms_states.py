"""Every state of a form: accessible in both schemes and at both widths, wide enough, printed on two pages."""

import re
from typing import Protocol

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import OpenPage
from tests.support import measures
from tests.support.axe import WIDTHS, assert_accessible_in_every_look
from tests.support.forms import ANSWER, GATEWAY, error_summary, headline, load_example, send
from tests.support.pages import calculator_paths

TWO_PAGES = 2


class State(Protocol):
    """Brings a page into the state that its name tells."""

    __name__: str

    def __call__(self, page: Page, path: str) -> None: ...


def empty(page: Page, path: str) -> None:
    """As it opens."""
    expect(page.locator("calculator-form form")).to_be_visible()


def opened(page: Page, path: str) -> None:
    """With all that folds unfolded, and an example filled in."""
    load_example(page)
    page.evaluate("for (const fold of document.querySelectorAll('main details')) fold.open = true")


UNFOLD = "for (const fold of document.querySelectorAll('form details')) fold.open = true"
BOXES = "form input[type=text]:visible, form textarea:visible"


def one_error(page: Page, path: str) -> None:
    """An example with one answer spoilt: words for a figure, or a question of choices left open."""
    load_example(page)
    page.evaluate(UNFOLD)
    boxes = page.locator("form input[type=text]:visible")
    if page.locator("[data-guided]").count():
        page.locator("[data-review] a").first.click()
    if boxes.count():
        boxes.last.fill("a few")
    else:
        page.locator("[data-action=clear]:visible").first.click()
    send(page)
    expect(error_summary(page).get_by_role("link")).to_have_count(1)


def all_errors(page: Page, path: str) -> None:
    """Words in every box, and every question of choices left open: Python adds to what is missing when it is there."""
    page.evaluate(UNFOLD)
    boxes = page.locator(BOXES).all()
    for box in boxes:
        box.fill("a few")
    send(page)
    told = error_summary(page).get_by_role("link")
    expect(told.nth(min(2, max(0, len(boxes) - 1)))).to_be_visible(timeout=ANSWER)


def result(page: Page, path: str) -> None:
    load_example(page)
    send(page)
    headline(page)
    page.evaluate("for (const fold of document.querySelectorAll('.result details')) fold.open = true")


STATES = [empty, opened, one_error, all_errors, result]


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("path", calculator_paths())
def test_axe_finds_nothing_in_any_state(open_page: OpenPage, path: str, state: State) -> None:
    page = open_page(path, reduced_motion="reduce")
    state(page, path)
    assert_accessible_in_every_look(page, state.__name__)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("path", calculator_paths())
def test_controls_are_large_enough_to_touch(open_page: OpenPage, path: str) -> None:
    page = open_page(path, width=390)
    opened(page, path)
    assert page.evaluate(measures.SMALL) == []


@pytest.mark.parametrize("path", calculator_paths())
def test_the_form_follows_the_patterns(open_page: OpenPage, path: str) -> None:
    page = open_page(path)
    form = page.locator("calculator-form form")
    assert form.get_attribute("novalidate") is not None
    for unwanted in ("[required]", "[type=number]", "[placeholder]", "[disabled]", "[pattern]"):
        assert form.locator(unwanted).count() == 0, unwanted
    for box in form.locator("input[type=text], textarea").all():
        name = box.get_attribute("name")
        assert box.get_attribute("id") == name
        assert form.locator(f"label[for='{name}']").count() == 1


@pytest.mark.parametrize("path", calculator_paths())
def test_a_result_prints_on_two_pages(open_page: OpenPage, path: str) -> None:
    page = open_page(path)
    result(page, path)
    printed = page.pdf(format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) <= TWO_PAGES
    page.emulate_media(media="print")
    for part in (".answer__headline", ".working__step", ".answers__row"):
        expect(page.locator(f".result {part}").first).to_be_visible()
    expect(page.locator("calculator-form form")).to_be_hidden()


def test_the_longest_result_prints_on_two_pages(open_page: OpenPage) -> None:
    """The gateway to the highest level, with a no to every question and a nought for every count."""
    page = open_page(GATEWAY)
    page.get_by_role("radio", name="Level 3").check()
    page.evaluate(UNFOLD)
    for box in page.locator("form input[type=text]:visible").all():
        box.fill("0")
    for total, number in {
        "practices": "14",
        "area_practices": "30",
        "membership": "20",
        "population": "90000",
    }.items():
        page.locator(f"#{total}").fill(number)
    for no in page.locator("form input[type=radio][value=no]:visible").all():
        no.check()
    send(page)
    headline(page)
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) <= TWO_PAGES


@pytest.mark.parametrize("path", calculator_paths())
def test_an_empty_form_prints_whole(open_page: OpenPage, path: str) -> None:
    """Without JavaScript too: every question is on the paper, and no button is."""
    for javascript in (True, False):
        page = open_page(path, java_script_enabled=javascript)
        page.emulate_media(media="print")
        shown = page.locator("calculator-form [data-field]")
        hidden = [field for field in shown.all() if not field.is_visible()]
        asked = [field for field in hidden if not field.get_attribute("data-show-if")]
        assert asked == []
        for button in page.locator("calculator-form button").all():
            assert not button.is_visible()
