"""Larger text cuts nothing off, on any page."""

from playwright.sync_api import Browser

from tests import chromium
from tests.support import measures
from tests.support.pages import page_paths


def test_text_at_twice_its_size_is_not_cut(browser: Browser, origin: str) -> None:
    """The reader's own setting: a browser whose default text is twice as large."""
    large = browser.browser_type.launch(
        executable_path=chromium.find(), args=[*chromium.FLAGS, "--blink-settings=defaultFontSize=32"]
    )
    page = large.new_page(base_url=f"{origin}/", viewport={"width": 1280, "height": 900})
    cut = {}
    for path in page_paths():
        page.goto(path)
        assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
        cut[path] = page.evaluate(measures.overflow(1280)) + page.evaluate(measures.CLIPPED)
    large.close()
    assert not any(cut.values()), measures.show([f"{path}: {found}" for path, found in cut.items() if found])
