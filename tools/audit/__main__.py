"""`python -m tools.audit SITE`: audit a built site; exit 1 where a page is found wanting."""

import sys
import time
from pathlib import Path

from tools.audit.html import complaints, java
from tools.audit.pages import MUST_BE_WHOLE, reports

WHOLE = 100


def check_html(site: Path) -> bool:
    """Print what the Nu HTML checker says, or that there is no Java to run it; whether every page is valid."""
    runtime = java()
    if not runtime:
        print("Nu HTML checker: not run, because it needs Java, which is not here")
        return True
    started = time.perf_counter()
    found = complaints(site, runtime)
    pages = sum(1 for _ in site.rglob("*.html"))
    print(*found, f"Nu HTML checker: {len(found)} complaints on {pages} pages", sep="\n", end="")
    print(f", {time.perf_counter() - started:.0f} s", flush=True)
    return not found


def check_pages(site: Path) -> bool:
    """Print Lighthouse's scores; whether each page has all points where it must have them."""
    started, whole = time.perf_counter(), True
    for report in reports(site):
        scores = ", ".join(f"{name} {score}" for name, score in report.scores.items())
        print(f"Lighthouse, /{report.path}: {scores}")
        if any(report.scores[name] < WHOLE for name in MUST_BE_WHOLE):
            whole = False
            print(*report.faults, sep="\n")
    print(f"Lighthouse: {time.perf_counter() - started:.0f} s", flush=True)
    return whole


def main() -> int:
    """Run both; performance is told and judged by nobody, since it is the machine's as much as the page's."""
    if len(sys.argv) != 2 or not Path(sys.argv[1], "index.html").is_file():
        print("Name the folder of a built site: python -m tools.audit site")
        return 2
    site = Path(sys.argv[1]).resolve()
    return not all([check_html(site), check_pages(site)])


if __name__ == "__main__":
    sys.exit(main())
