"""Tables given to a page as readers give them: pasted, chosen and dropped."""

import base64
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from playwright.sync_api import Locator, Page, Route, expect

from tests.conftest import OpenPage
from tests.support.forms import ANSWER, FAIR_SHARE

SAVINGS = "calculators/freed-up-resources/"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DROP = """(area, [name, type, data]) => {
    const bytes = Uint8Array.from(atob(data), (c) => c.charCodeAt(0));
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([bytes], name, { type }));
    const how = { bubbles: true, cancelable: true, dataTransfer };
    for (const kind of ["dragover", "drop"]) area.dispatchEvent(new DragEvent(kind, how));
}"""


def savings(open_page: OpenPage, **more: object) -> Page:
    """The savings page with the table of practices asked for."""
    page = open_page(SAVINGS, **more)
    page.get_by_role("radio", name="Hertfordshire").check()
    expect(page.locator("#practices")).to_be_visible()
    return page


def cases(open_page: OpenPage, path: str = FAIR_SHARE, **more: object) -> Page:
    """A calculator's page with the part about tables of cases unfolded."""
    page = open_page(path, **more)
    page.get_by_text("Work out many cases from a table", exact=True).click()
    expect(page.locator("#table")).to_be_visible()
    return page


def reading(page: Page, area: str = "[data-field=practices]") -> Locator:
    """What is shown of a table below where it is given."""
    return page.locator(f"{area} [data-reading]")


def told(page: Page, words: str, area: str = "[data-field=practices]") -> None:
    """Wait until the line about a table says these words."""
    expect(reading(page, area).get_by_role("status")).to_contain_text(words, timeout=ANSWER)


def choose(page: Page, data: bytes, name: str = "budgets.xlsx", box: str = "#practices-file") -> None:
    """Choose a file of these bytes."""
    page.locator(box).set_input_files({"name": name, "mimeType": XLSX, "buffer": data})


def drop(page: Page, data: bytes, name: str, area: str) -> None:
    """Drop a file of these bytes."""
    page.locator(area).evaluate(DROP, [name, XLSX, base64.b64encode(data).decode()])


@contextmanager
def held(page: Page, pattern: str) -> Iterator[Callable[[], None]]:
    """Let a file arrive only at the end; what is given waits until the page has asked for it."""
    waiting: list[Route] = []
    page.context.route(pattern, lambda route: waiting.append(route))

    def asked_for() -> None:
        for _ in range(ANSWER // 20):
            if waiting:
                return
            page.wait_for_timeout(20)
        raise AssertionError(f"nothing asked for {pattern}")

    yield asked_for
    page.context.unroute(pattern)  # which lets go what waits
