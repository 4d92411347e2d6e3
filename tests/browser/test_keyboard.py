"""Whoever uses the keyboard sees where they are: focus has a mark, and the header never covers it."""

import pytest

from tests.conftest import OpenPage
from tests.support.pages import page_paths

STEPS = 60
# What the focused element looks like: whether it has a mark of its own, and whether it can be seen at all.
FOCUSED = """() => {
    const box = document.activeElement;
    if (!box || box === document.body) return null;
    const style = getComputedStyle(box), area = box.getClientRects()[0] || box.getBoundingClientRect();
    const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
    const points = [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5], [0.5, 0.15], [0.5, 0.85]];
    const seen = points.some(([x, y]) => {
        const top = document.elementFromPoint(area.left + area.width * x, area.top + area.height * y);
        const labels = [...(box.labels || [])];
        return top && (box.contains(top) || top.contains(box) || labels.some(label => label.contains(top)));
    });
    return {what: box.outerHTML.slice(0, 140), marked: outlined || style.boxShadow !== "none", seen};
}"""


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("path", page_paths())
def test_focus_is_seen_at_every_step(open_page: OpenPage, path: str, width: int) -> None:
    page = open_page(path, width=width, height=700, reduced_motion="reduce")
    stops = 0
    unseen = []
    for _ in range(STEPS):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused is None:
            break
        stops += 1
        if not (focused["marked"] and focused["seen"]):
            unseen.append(focused)
    assert stops > 2
    assert unseen == []


@pytest.mark.parametrize("path", page_paths())
def test_the_first_stop_leads_to_the_content(open_page: OpenPage, path: str) -> None:
    page = open_page(path)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    target = page.evaluate("decodeURIComponent(location.hash.slice(1))")
    assert target, "the first stop is no skip link"
    assert page.evaluate("id => !!document.getElementById(id)?.closest('main, article')", target)
