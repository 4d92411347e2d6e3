"""Print how this project starts and answers beside stock Pyodide, measured in turns in the same run."""

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from playwright.sync_api import sync_playwright

from benchmarks import edits, folders, launch
from benchmarks.measure import ROWS, VISITS, Figures, reader
from benchmarks.page import longest_task
from benchmarks.server import FAR, Host, brotli
from site_build.build import build_site
from site_build.writing.site import BROWSER

ORDER = ("First", "Second", "Third")
AIMS = ("two fifths at most", "a quarter at most", "a fifth at most")
assert len(ORDER) == len(AIMS) == VISITS
SLOW = "10 Mbit/s and 60 ms"
Row = tuple[str, str, str, str, str]


def main() -> int:
    """Measure in turns, so that what else the machine does weighs on both, and print the medians."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--readers", type=int, default=5, help="readers of each (default: 5)")
    readers = parser.parse_args().readers
    ours, stock, ours_far, stock_far = (Figures() for _ in range(4))
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        site = Path(scratch) / "site"
        build_site(site)
        served = (Host(folders.ours(Path(scratch) / "ours")), Host(folders.stock(Path(scratch) / "stock")))
        with served[0].serving() as first, served[1].serving() as second:
            for _ in range(readers):
                reader(playwright.chromium, first, ours)
                reader(playwright.chromium, second, stock)
                reader(playwright.chromium, first, ours_far, FAR)
                reader(playwright.chromium, second, stock_far, FAR)
        browser = playwright.chromium.launch(**launch.OPTIONS)
        pages = [longest_task(browser, site) for _ in range(readers)]
        print(f"Chromium {browser.version}, {readers} readers of each in turns, medians; loopback, brotli.\n")
        edited = [(what, took, "", "", aim) for what, took, aim in edits.rows(browser)]
        browser.close()
        lines = [*visits(ours, stock), *visits(ours_far, stock_far, f", {SLOW}")]
        lines += [*rows(ours, stock), *of_the_page(pages, site), *edited]
    print(table(lines))
    return 0


def visits(ours: Figures, stock: Figures, where: str = "") -> list[Row]:
    """Each visit of a reader with its aim, by time; and by bytes the first."""
    found = [
        compared(f"{ORDER[number]} visit, first result{where}", mine, theirs, AIMS[number])
        for number, (mine, theirs) in enumerate(zip(ours.times, stock.times, strict=True))
    ]
    if not where:
        first = ours.sizes[0], stock.sizes[0]
        found.append(compared("First visit, bytes", *first, "70% at most", unit="kB", by=1000))
    return found


def rows(ours: Figures, stock: Figures) -> list[Row]:
    """Every other measure with its aim."""
    found = []
    for name, times in ours.cases.items():
        found.append(compared(f"A {name} case, worker running", times, stock.cases[name], "20 ms at most"))
    for name, times in ours.tables.items():
        found.append((f"{ROWS:,} rows, {name}", f"{median(times):,.0f} ms", "", "", "2,000 ms at most"))
    mine, theirs = (held_up(figures.longest) for figures in (ours, stock))
    found.append(("Longest task of the page, starting", mine, theirs, "", "under 50 ms"))
    return found


def of_the_page(tasks: list[float], site: Path) -> list[Row]:
    """What only the site itself can show, with no stock to set beside it."""
    modules = (path for path in (site / BROWSER).rglob("*.js") if path.parent.name != "libraries")
    scripts = sum(len(brotli(module)) for module in modules)
    return [
        (f"Longest task of the page, {ROWS:,} rows", held_up(tasks), "", "", "under 50 ms"),
        ("Own JavaScript, all of it", f"{scripts / 1000:.1f} kB", "", "", "20 kB at most"),
    ]


def held_up(tasks: Sequence[float]) -> str:
    """The median visit's longest task; those below 50 ms a browser does not tell."""
    longest = median(tasks)
    return f"{longest:.0f} ms" if longest else "under 50 ms"


def compared(
    name: str, ours: Sequence[float], stock: Sequence[float], aim: str, *, unit: str = "ms", by: int = 1
) -> Row:
    """One measure: both medians and the one as a share of the other."""
    mine, theirs = median(ours) / by, median(stock) / by
    digits = 1 if mine < 100 else 0
    return name, f"{mine:,.{digits}f} {unit}", f"{theirs:,.{digits}f} {unit}", f"{mine / theirs:.0%}", aim


def table(lines: list[Row]) -> str:
    """The rows as a Markdown table."""
    head: list[Row] = [("Measure", "This project", "Stock Pyodide", "Share", "Aim")]
    widths = [max(len(row[column]) for row in head + lines) for column in range(5)]
    drawn = [
        " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in head + lines
    ]
    return "\n".join(
        f"| {line} |" for line in [drawn[0], " | ".join("-" * width for width in widths), *drawn[1:]]
    )


if __name__ == "__main__":
    raise SystemExit(main())
