"""With JavaScript off a page still says all it has to say, and no form pretends to work."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import OpenPage, UnlessKept
from tests.support.pages import calculator_paths, page_paths

# The first heading, and the pictures and tables that cannot be seen and are not folded either: a closed <details> opens
# without a script.
LOOK = """() => {
    const seen = e => !!e?.checkVisibility({visibilityProperty: true}) && e.getBoundingClientRect().height > 0;
    return {
        headings: document.querySelectorAll("h1").length,
        shown: seen(document.querySelector("main h1")),
        hidden: [...document.querySelectorAll("main svg[role=img], main table")]
            .filter(e => !seen(e) && !e.closest("details:not([open])"))
            .map(e => e.outerHTML.slice(0, 120)),
    };
}"""


@pytest.fixture(scope="module")
def plain(browser: Browser, origin: str) -> Iterator[Page]:
    """One page without scripts, which a test takes to the address that it looks at."""
    context = browser.new_context(base_url=f"{origin}/", java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", page_paths())
def test_the_page_is_whole(path: str, unless_kept: UnlessKept, request: pytest.FixtureRequest) -> None:
    """What scripts show is shown without them, too; only controls may be missing."""
    unless_kept(path)
    page: Page = request.getfixturevalue("plain")
    page.goto(path)
    assert page.evaluate(LOOK) == {"headings": 1, "shown": True, "hidden": []}


@pytest.mark.parametrize("path", calculator_paths())
def test_a_calculator_shows_rules_and_examples_and_no_dead_button(open_page: OpenPage, path: str) -> None:
    page = open_page(path, java_script_enabled=False)
    form = page.locator("calculator-form")
    assert form.count() == 1
    for button in form.locator("button, input[type=submit]").all():
        assert not button.is_visible(), "a button that does nothing without JavaScript"
    assert page.locator("main .result").count() >= 1, "no worked example on the page"
    words = page.locator("main noscript").first
    assert words.is_visible()
    assert "JavaScript" in words.inner_text(), "no word on why the form does not answer"
