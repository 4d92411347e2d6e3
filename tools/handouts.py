"""Count how many pages each handout of the built site takes, and note that where the build reads it.

`.venv/bin/python -m tools.handouts`, after `make site`, whenever the test of the handouts finds another number.
"""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from site_build.finish.handouts import COUNTED
from site_build.serve import serving
from tests import chromium
from tests.support.handouts import all_handouts, printed

HEAD = """\
# How many pages of A4 each handout takes, as Chromium prints it; after a `#` stands a part that is printed alone.
# Written by `python -m tools.handouts`. A test prints them again.

[pages]
"""


def main(site: Path) -> None:
    """Print every handout of the site and write down its pages."""
    counts: dict[str, int] = {}
    with serving(site) as origin, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=[*chromium.FLAGS])
        page = browser.new_page()
        for handout in all_handouts(site):
            page.goto(f"{origin}/{handout.path}")
            counts[handout.address] = printed(page, handout)
        browser.close()
    lines = [f'"{address}" = {count}\n' for address, count in sorted(counts.items())]
    COUNTED.write_text(HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "site").resolve())
