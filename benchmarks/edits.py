"""How long after an edit of the sources it is seen in the browser that `make serve` serves.

`python -m benchmarks.edits` measures this alone. Each edit is made once the whole site has followed the last one.
"""

import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright

from tests import chromium
from tests.support.forms import FAIR_SHARE
from tests.support.watched import Watched, watched

TIMES = 3
LONGEST = 300_000  # milliseconds
PAGE = "frameworks/hertfordshire/risk/"
AIMS = {"page": 2000, "record": 5000, "calculator": 5000}  # milliseconds
SEEN = "words => document.querySelector('article')?.textContent.includes(words)"


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
        page.wait_for_function(SEEN, arg=self.words, timeout=LONGEST)
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


def rows(browser: Browser) -> list[tuple[str, str, str]]:
    """Each kind of edit, the median of its times, and its aim."""
    return [
        (f"Edited {what}, seen in the browser after", f"{median(took):,.0f} ms", f"{AIMS[what]:,} ms at most")
        for what, took in measure(browser).items()
    ]


def main() -> int:
    """Measure and print."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.find(), args=list(chromium.FLAGS), chromium_sandbox=False
        )
        for row in rows(browser):
            print(" | ".join(row))
        browser.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
