"""What the site hands out on paper: each button that prints, what it says, and the pages that a browser makes of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from tests.support.built import built
from tests.support.pages import page_paths
from tests.support.papers import on_paper

# A browser without a printer: the press of the button does all but open the dialogue.
NO_DIALOGUE = "window.print = () => {}"


@dataclass(frozen=True)
class Handout:
    """A page, or the part with this id, and the words of the button that prints it."""

    path: str
    part: str
    words: str

    @property
    def address(self) -> str:
        """Its address below the site's root."""
        return f"{self.path}#{self.part}" if self.part else self.path


def handouts(site: Path, path: str) -> list[Handout]:
    """What the buttons of a page print."""
    found = built(site, path).tree.xpath("//button[@data-print]")
    return [Handout(path, button.get("data-print"), button.text_content()) for button in found]


def paths_of(site: Path, path: str) -> list[str]:
    """A page of `docs` and the pages that its sections have become."""
    written = {*page_paths()} - {path}
    below = [f"{path}{file.parent.name}/" for file in sorted((site / path).glob("*/index.html"))]
    return [path, *(own for own in below if own not in written and path)]


def all_handouts(site: Path) -> Iterator[Handout]:
    """What the whole site hands out."""
    for path in page_paths():
        for own in paths_of(site, path):
            yield from handouts(site, own)


def printed(page: Page, handout: Handout) -> int:
    """How many pages of A4 the open page prints once its button is pressed."""
    page.evaluate(NO_DIALOGUE)
    page.evaluate("document.fonts.ready.then(() => 0)")
    page.locator(f"button[data-print='{handout.part}']").click()
    return on_paper(page)
