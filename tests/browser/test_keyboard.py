"""Whoever uses the keyboard sees where they are: focus has a mark, and the header never covers it."""

import pytest

from tests.conftest import OpenPage
from tests.support.pages import page_paths

STEPS = 60
# Whether the focused element has a mark, and whether it can be seen. A mark is an outline or shadow of its own,
# or any change of colour or line, in it or in what it holds, that goes away when focus leaves.
FOCUSED = """() => {
    const box = document.activeElement;
    if (!box || box === document.body) return null;
    const look = () => JSON.stringify([box, ...box.querySelectorAll("*")].slice(0, 12).map(e => {
        const s = getComputedStyle(e);
        return [s.outline, s.boxShadow, s.backgroundColor, s.stroke, s.strokeWidth, s.borderColor];
    }));
    const style = getComputedStyle(box);
    let marked = (style.outlineStyle !== "none" && style.outlineWidth !== "0px") || style.boxShadow !== "none";
    const seen = [...box.getClientRects()].some(area =>
        [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5], [0.5, 0.15], [0.5, 0.85]].some(([x, y]) => {
            const top = document.elementFromPoint(area.left + area.width * x, area.top + area.height * y);
            const labels = [...(box.labels || [])];
            return top && (box.contains(top) || top.contains(box) || labels.some(label => label.contains(top)));
        }));
    if (!marked) {
        const focused = look();
        box.blur();
        marked = look() !== focused;
        box.focus();
    }
    return {what: box.outerHTML.slice(0, 140), marked, seen};
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
            unseen.append(str(focused))
    assert stops > 2
    assert not unseen, "\n".join(unseen)


@pytest.mark.parametrize("path", page_paths())
def test_the_first_stop_leads_to_the_content(open_page: OpenPage, path: str) -> None:
    page = open_page(path)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    target = page.evaluate("decodeURIComponent(location.hash.slice(1))")
    assert target, "the first stop is no skip link"
    assert page.evaluate("id => !!document.getElementById(id)?.closest('main, article')", target)
