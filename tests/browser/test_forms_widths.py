"""No control is wider than where it stands, however long what it holds, in any engine."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.conftest import OpenPage
from tests.support import webkit
from tests.support.forms import FAIR_SHARE, fair_share, headline, load_example, send
from tests.support.measures import overflow
from tests.support.pages import calculator_paths

WIDTHS = (320, 447)
# A word too long for a line, and then many, in every control that shows what it was given.
FILL = """() => {
    const long = "W".repeat(90) + " and so on".repeat(40);
    for (const fold of document.querySelectorAll(".calc details")) fold.open = true;
    for (const select of document.querySelectorAll(".calc select")) {
        const option = new Option(long);
        select.prepend(option);
        option.selected = true;
    }
    for (const box of document.querySelectorAll(".calc :is(input[type=text], textarea)")) box.value = long;
    for (const button of document.querySelectorAll(".calc [data-action=preset]")) button.append(long);
}"""
# The controls that reach past the box they stand in, or have what they show reach past themselves.
WIDER = """() => [...document.querySelectorAll(".calc :is(button, input, progress, select, textarea)")]
    .filter(control => control.checkVisibility())
    .filter(control => {
        const [own, around] = [control, control.parentElement].map(e => e.getBoundingClientRect());
        const style = getComputedStyle(control);
        const shut = style.overflowX !== "visible" || style.contain.includes("paint");
        const leaks = control.scrollWidth > control.clientWidth + 1 && !shut;
        return own.left < around.left - 1 || own.right > around.right + 1 || leaks;
    }).map(control => `${control.outerHTML.slice(0, 90)} ${control.scrollWidth} in ${control.clientWidth}`)"""

# Whether the result is there; on a machine that has too much to do, the reader is told so and tries again.
RESULT = """const failed = document.querySelector("[data-failure]:not([hidden]) button");
failed?.click();
return Boolean(document.querySelector(".result .answer__headline"));"""


def shown(page: Page) -> None:
    """With a result, so that what stands beside one is there too."""
    load_example(page)
    send(page)
    headline(page)
    page.evaluate(FILL)


@pytest.mark.parametrize("path", calculator_paths())
def test_no_control_is_wider_than_its_place(open_page: OpenPage, path: str) -> None:
    page = open_page(path)
    shown(page)
    assert page.locator("select").count() > 0
    assert page.locator("select").first.evaluate("select => getComputedStyle(select).contain") == "paint"
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(WIDER) == []
        assert page.evaluate(overflow(width)) == []


def test_amounts_of_twelve_digits_stay_in_the_result_of_a_small_phone(open_page: OpenPage) -> None:
    page = fair_share(open_page, budget="987654321098.76", fair="123456789012.34", width=320)
    send(page)
    headline(page)
    assert page.locator(".figures dd").count() > 0
    assert page.evaluate(overflow(320)) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@webkit.needs_webkit
def test_no_page_scrolls_sideways_in_webkit_after_a_result(origin: str, tmp_path: Path) -> None:
    with webkit.browsing(tmp_path) as browser:
        browser.open(f"{origin}/{FAIR_SHARE}")
        browser.until("return Boolean(customElements.get('calculator-form'))")
        browser.run("document.querySelector('[data-action=preset]').click()")
        browser.run("document.querySelector('calculator-form').submit()")
        browser.until(RESULT)
        browser.run(f"({FILL})()")
        for width in WIDTHS:
            browser.resize(width)
            wide, window = browser.run("return [document.documentElement.scrollWidth, innerWidth]")
            assert wide <= window
