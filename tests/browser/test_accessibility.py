"""axe-core finds nothing on any page, light or dark, wide or narrow; larger text cuts nothing off."""

import pytest
from playwright.sync_api import Browser

from tests import chromium
from tests.conftest import OpenPage
from tests.support.axe import assert_accessible
from tests.support.pages import NOT_FOUND, page_paths

WIDTHS = (1280, 320)
# WCAG 2.2, 1.4.12: nothing may be lost when a reader sets these.
TEXT_SPACING = """* {
    line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
} p { margin-bottom: 2em !important; }"""
ADOPT = """css => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
}"""
# Text that its own box cuts off. A box that scrolls cuts nothing off; hidden text is left out.
CLIPPED = """() => [...document.querySelectorAll("main *, header *, nav *, footer *")].filter(box => {
    const style = getComputedStyle(box);
    const shown = box.checkVisibility({checkOpacity: true, checkVisibilityCSS: true}) && box.clientWidth > 1;
    const cuts = [style.overflowX, style.overflowY].some(o => o === "hidden" || o === "clip");
    const text = [...box.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
    return shown && cuts && text
        && (box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1);
}).map(box => box.outerHTML.slice(0, 160))"""


def overflow(page_width: int) -> str:
    """A script for what reaches beyond the right edge where the page itself is too wide; [] where it is not.

    What a box scrolls or cuts off makes no page wider, so it is left out.
    """
    return f"""() => {{
        const wide = document.documentElement.scrollWidth;
        if (wide <= {page_width}) return [];
        const boxed = e => e.parentElement && e.parentElement !== document.body
            && (getComputedStyle(e.parentElement).overflowX !== "visible" || boxed(e.parentElement));
        return [...document.querySelectorAll("body *")]
            .filter(e => e.getBoundingClientRect().right > {page_width} + 1 && !e.closest("svg *") && !boxed(e))
            .map(e => e.outerHTML.slice(0, 120)).slice(0, 8).concat(wide + " px");
    }}"""


def show(found: list[str]) -> str:
    """The findings, one on a line."""
    return "\n".join(found)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [*page_paths(), NOT_FOUND])
def test_axe_finds_nothing(open_page: OpenPage, path: str, scheme: str) -> None:
    page = open_page(path, scheme=scheme, reduced_motion="reduce")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert_accessible(page, f"at {width} px, {scheme}")


@pytest.mark.parametrize("path", [*page_paths(), NOT_FOUND])
def test_a_narrow_page_does_not_scroll_sideways(open_page: OpenPage, path: str) -> None:
    page = open_page(path, width=320)
    assert not (found := page.evaluate(overflow(320))), show(found)
    page.evaluate(ADOPT, TEXT_SPACING)
    assert not (found := page.evaluate(overflow(320))), show(["with the reader's spacing:", *found])
    assert not (found := page.evaluate(CLIPPED)), show(["cut off with the reader's spacing:", *found])


def test_text_at_twice_its_size_is_not_cut(browser: Browser, origin: str) -> None:
    """The reader's own setting: a browser whose default text is twice as large, on every page."""
    large = browser.browser_type.launch(
        executable_path=chromium.find(), args=[*chromium.FLAGS, "--blink-settings=defaultFontSize=32"]
    )
    page = large.new_page(base_url=f"{origin}/", viewport={"width": 1280, "height": 900})
    cut = {}
    for path in page_paths():
        page.goto(path)
        assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
        cut[path] = page.evaluate(overflow(1280)) + page.evaluate(CLIPPED)
    large.close()
    assert not any(cut.values()), show([f"{path}: {found}" for path, found in cut.items() if found])
