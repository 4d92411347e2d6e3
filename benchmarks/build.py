"""Print how long a warm build takes beside MkDocs with stock Material, on the site and on ten times its pages.

Compared, each a process of its own, in turns, medians:
- stock: `mkdocs build` with the same Markdown, extensions, navigation and macros (without them the pages would not be
  whole), Material as it comes and its search plugin; nothing of ours in templates, style sheets or scripts;
- ours: `python -m site_build`, every step, with nothing changed since the last build.
Ten times the pages are ten copies of `docs/` side by side in a folder made for it.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Any

import yaml

from site_build.build import MKDOCS_ENVIRONMENT, ROOT
from site_build.navigation import Item, navigation

RUNS = 3
TIMES = 10


def main() -> int:
    """Lay both sites out, measure them in turns and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.build", description=__doc__)
    parser.add_argument("--runs", type=int, default=RUNS, help=f"builds of each kind (default: {RUNS})")
    print(report(parser.parse_args().runs))
    return 0


def report(runs: int = RUNS) -> str:
    """The table: stock, ours, the one as a share of the other, and how both grow with the pages."""
    lines = [
        "| Pages | MkDocs, stock Material | This project, warm | Times stock | Aim |",
        "| - | - | - | - | - |",
    ]
    found = {}
    with tempfile.TemporaryDirectory() as scratch:
        for copies in (1, TIMES):
            pages, stock, ours = measured(Path(scratch) / str(copies), copies, runs)
            found[copies] = stock, ours
            lines.append(f"| {pages:,} | {stock:.1f} s | {ours:.1f} s | {ours / stock:.2f} | 1.5 at most |")
    growth = [large / small for small, large in zip(found[1], found[TIMES], strict=True)]
    lines.append(f"| {TIMES} times | {growth[0]:.1f} times | {growth[1]:.1f} times | | 11 at most |")
    return "\n".join(lines)


def measured(folder: Path, copies: int, runs: int) -> tuple[int, float, float]:
    """The number of pages, and the medians of stock and ours in seconds."""
    docs = folder / "docs"
    for copy in range(copies):
        shutil.copytree(ROOT / "docs", docs / prefix(copy), dirs_exist_ok=True)
    shutil.copyfile(Path(__file__).with_name("copies.py"), folder / "copies.py")
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    config |= {"docs_dir": str(docs), "nav": nav_of(config["nav"], docs, copies)}
    config["plugins"] = [{"macros": config["plugins"][0]["macros"] | {"module_name": "copies"}}]
    ours = written(
        folder, "ours", config | {"theme": config["theme"] | {"custom_dir": str(ROOT / "overrides")}}
    )
    keys = ("site_name", "docs_dir", "use_directory_urls", "exclude_docs", "nav", "markdown_extensions")
    plain = {key: config[key] for key in keys}
    stock = written(
        folder, "stock", plain | {"theme": {"name": "material"}, "plugins": ["search", *config["plugins"]]}
    )
    build = ["site_build", "--config", str(ours), "--out", str(folder / "our-site")]
    mkdocs = ["mkdocs", "build", "--quiet", "--clean", "-f", str(stock), "-d", str(folder / "stock-site")]
    # Warm: what our build keeps, and what Python and the file system keep for both.
    run(build)
    run(mkdocs)
    times = [(run(mkdocs), run(build)) for _ in range(runs)]
    pages = len(list(docs.rglob("*.md")))
    return pages, median(stock for stock, _ in times), median(ours for _, ours in times)


def prefix(copy: int) -> str:
    """Where the copy lies: the first is the site itself."""
    return f"copy-{copy}/" if copy else ""


def nav_of(nav: Sequence[Item], docs: Path, copies: int) -> list[Item]:
    """The navigation of the site, and that of each copy below a title of its own."""
    whole = navigation(nav, docs)
    return whole + [{f"Copy {copy}": moved(whole, prefix(copy))} for copy in range(1, copies)]


def moved(items: Sequence[Item], folder: str) -> list[Item]:
    """The same items for the pages in a folder."""

    def move(below: Any) -> Any:
        return folder + below if isinstance(below, str) else moved(below, folder)

    return [
        folder + item if isinstance(item, str) else {title: move(below) for title, below in item.items()}
        for item in items
    ]


def written(folder: Path, name: str, config: dict[str, Any]) -> Path:
    """The configuration as a file."""
    file = folder / f"{name}.yml"
    file.write_text(yaml.safe_dump(config, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return file


def run(module: Sequence[str]) -> float:
    """Seconds that `python -m` takes for this, from start to end."""
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", *module],
        cwd=ROOT,
        env=os.environ | MKDOCS_ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(module)} failed:\n{done.stdout}{done.stderr}")
    return time.perf_counter() - started


if __name__ == "__main__":
    raise SystemExit(main())
