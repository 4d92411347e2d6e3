"""The keyboard alone, key by key: on one page of each kind, focus goes on, is marked and is never covered."""

import pytest

from tests.conftest import OpenPage
from tests.support import measures
from tests.support.pages import KINDS

STEPS = 60


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("path", KINDS)
def test_focus_is_seen_at_every_step(open_page: OpenPage, path: str, width: int) -> None:
    page = open_page(path, width=width, height=700, reduced_motion="reduce")
    stops = 0
    unseen = []
    for _ in range(STEPS):
        page.keyboard.press("Tab")
        focused = page.evaluate(measures.FOCUSED)
        if focused is None:
            break
        stops += 1
        if not (focused["marked"] and focused["seen"]):
            unseen.append(str(focused))
    assert stops > 2
    assert not unseen, "\n".join(unseen)
