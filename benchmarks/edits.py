"""How long after an edit of the sources it is seen in the browser that `make serve` serves."""

import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.support.forms import FAIR_SHARE
from tests.support.watched import Watched, watched

TIMES = 3
LONGEST = 300_000  # milliseconds
PAGE = "frameworks/hertfordshire/risk/"
SEEN = "words => document.querySelector('article').textContent.includes(words)"


@dataclass(frozen=True)
class Edit:
    """Words of one file that a page shows, between what stands before and after them."""

    what: str
    url: str
    file: str
    before: str
    words: str

    def made(self, project: Watched, page: Page, number: int) -> float:
        """Milliseconds from the edit to its words in the page; then the words are as they were."""
        fresh = f"Edit {number}: {self.words}"
        page.goto(f"{project.origin}/{self.url}", timeout=LONGEST)
        page.wait_for_function(SEEN, arg=self.words, timeout=LONGEST)
        project.settled()
        started = time.perf_counter()
        project.edit(self.file, f"{self.before}{self.words}", f"{self.before}{fresh}")
        page.wait_for_function(SEEN, arg=fresh, polling="raf", timeout=LONGEST)
        took = (time.perf_counter() - started) * 1000
        project.edit(self.file, fresh, self.words)
        page.wait_for_function(f"words => !({SEEN})(words)", arg=fresh, timeout=LONGEST)
        return took


def edits(root: Path) -> list[Edit]:
    """One of each kind, in the copy of the sources at `root`."""
    fields = next((root / "calculators").rglob("fair_share/fields.py")).relative_to(root).as_posix()
    records = "calculators/papers/hertfordshire/ambiguities.toml"
    return [
        Edit("page", PAGE, f"docs/{PAGE.rstrip('/')}.md", "", "If less is achieved than planned"),
        Edit("record", PAGE, records, 'issue = "', "Hertfordshire proposes"),
        Edit("calculator", FAIR_SHARE, fields, 'label="', "Fair-share budget"),
    ]


def measure(browser: Browser) -> dict[str, list[float]]:
    """Make each edit three times, in turns."""
    times: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as scratch, watched(Path(scratch) / "copy") as project:
        page = browser.new_page()
        for number in range(TIMES):
            for edit in edits(project.root):
                times.setdefault(edit.what, []).append(edit.made(project, page, number))
        page.close()
    return times
