"""Larger text cuts nothing off, on any page."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests import chromium
from tests.conftest import UnlessKept
from tests.support import measures
from tests.support.pages import page_paths


@pytest.fixture(scope="module")
def large(browser: Browser, origin: str) -> Iterator[Page]:
    """A page in a browser whose default text is twice as large: the reader's own setting."""
    launched = browser.browser_type.launch(
        executable_path=chromium.find(), args=[*chromium.FLAGS, "--blink-settings=defaultFontSize=32"]
    )
    yield launched.new_page(base_url=f"{origin}/", viewport={"width": 1280, "height": 900})
    launched.close()


@pytest.mark.parametrize("path", page_paths())
def test_text_at_twice_its_size_is_not_cut(
    path: str, unless_kept: UnlessKept, request: pytest.FixtureRequest
) -> None:
    unless_kept(path)
    page: Page = request.getfixturevalue("large")
    page.goto(path)
    page.evaluate("document.fonts.ready.then(() => 0)")
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
    cut = page.evaluate(measures.overflow(1280)) + page.evaluate(measures.CLIPPED)
    assert not cut, measures.show(cut)
