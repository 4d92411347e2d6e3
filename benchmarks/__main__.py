"""Print how this project starts and answers beside stock Pyodide, measured in turns in the same run."""

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from playwright.sync_api import sync_playwright

from benchmarks import edits, folders
from benchmarks.measure import ROWS, Figures, visit
from benchmarks.page import longest_task
from benchmarks.server import Host, brotli
from site_build.build import build_site
from site_build.writing.site import BROWSER
from tests import chromium

Row = tuple[str, str, str, str, str]


def main() -> int:
    """Measure in turns, so that what else the machine does weighs on both, and print the medians."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--visits", type=int, default=5, help="first visits of each (default: 5)")
    visits = parser.parse_args().visits
    ours, stock = Figures(), Figures()
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        site = Path(scratch) / "site"
        build_site(site)
        served = (Host(folders.ours(Path(scratch) / "ours")), Host(folders.stock(Path(scratch) / "stock")))
        browser = playwright.chromium.launch(
            executable_path=chromium.find(), args=list(chromium.FLAGS), chromium_sandbox=False
        )
        with served[0].serving() as first, served[1].serving() as second:
            for _ in range(visits):
                visit(browser, first, ours)
                visit(browser, second, stock)
        pages = [longest_task(browser, site) for _ in range(visits)]
        print(f"Chromium {browser.version}, {visits} visits of each in turns, medians; loopback, brotli.\n")
        edited = [(what, took, "", "", aim) for what, took, aim in edits.rows(browser)]
        browser.close()
        lines = [*rows(ours, stock), *of_the_page(pages, site), *edited]
    print(table(lines))
    return 0


def rows(ours: Figures, stock: Figures) -> list[Row]:
    """Every measure with its aim."""
    found = [
        compared("First visit, time to first result", ours.first, stock.first, "a third at most"),
        compared("Later visit, time to first result", ours.later, stock.later, "a sixth at most"),
        compared("First visit, bytes", ours.sizes, stock.sizes, "70% at most", unit="kB", by=1000),
    ]
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
