"""Print how long a warm build takes beside MkDocs with stock Material, on the site and on ten times its pages.

Compared, each a process of its own, in turns, medians:
- stock: `mkdocs build` with the same Markdown, extensions, navigation and macros (without them the pages would not be
  whole), Material as it comes and its search plugin; nothing of ours in templates, style sheets or scripts;
- ours: `python -m site_build`, every step, with nothing changed since the last build.
Ten times the pages are ten copies of `docs/` side by side in a folder made for it.
"""

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

import yaml

from calculators.records.folders import HOME
from site_build.build import BESIDE_PAGES, MKDOCS_ENVIRONMENT
from site_build.navigation import Item, navigation

RUNS = 3
TIMES = 10


def main() -> int:
    """Lay both sites out, measure them in turns and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.build", description=__doc__)
    parser.add_argument("--runs", type=int, default=RUNS, help=f"builds of each kind (default: {RUNS})")
    print(report(parser.parse_args().runs))
    return 0


class Took(NamedTuple):
    """Seconds from start to end, and seconds of the processor, on which nothing else that runs here weighs."""

    passed: float
    worked: float


HEAD = ("Pages", "MkDocs, stock Material", "This project, warm", "Times stock", "Aim")


def report(runs: int = RUNS) -> str:
    """The table: stock, ours, the one as a multiple of the other, and how both grow with the pages."""
    found = {}
    with tempfile.TemporaryDirectory() as scratch:
        for copies in (1, TIMES):
            found[copies] = measured(Path(scratch) / str(copies), copies, runs)
    rows = [HEAD, tuple("-" * len(HEAD))]
    for pages, stock, ours in found.values():
        for mine, theirs, kind in zip(ours, stock, ("", ", processor"), strict=True):
            times = f"{mine / theirs:.2f}"
            rows.append((f"{pages:,}{kind}", f"{theirs:.1f} s", f"{mine:.1f} s", times, "1.5 at most"))
    (_, stock, ours), (_, more_stock, more_ours) = found.values()
    for kind, of in (("", 0), (", processor", 1)):
        growth = (f"{more_stock[of] / stock[of]:.1f} times", f"{more_ours[of] / ours[of]:.1f} times")
        rows.append((f"{TIMES} times the pages{kind}", *growth, "", "11 times at most"))
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def measured(folder: Path, copies: int, runs: int) -> tuple[int, Took, Took]:
    """The number of pages, and the medians of stock and ours."""
    docs = folder / "docs"
    for copy in range(copies):
        shutil.copytree(HOME / "docs", docs / prefix(copy), dirs_exist_ok=True)
        if copy:
            # A copied page looks beside it for the files that later steps write beside the site's own.
            for _, step in BESIDE_PAGES:
                step(docs / prefix(copy))
    stock, ours = configured(folder, docs, copies)
    build = ["site_build", "--config", str(ours), "--out", str(folder / "our-site")]
    mkdocs = ["mkdocs", "build", "--quiet", "--clean", "-f", str(stock), "-d", str(folder / "stock-site")]
    run(build)  # From here on it is warm.
    times = [(run(mkdocs), run(build)) for _ in range(runs)]
    theirs, mine = ([pair[side] for pair in times] for side in (0, 1))
    return len(list(docs.rglob("*.md"))), middle(theirs), middle(mine)


def middle(times: Sequence[Took]) -> Took:
    """The medians."""
    return Took(median(took.passed for took in times), median(took.worked for took in times))


def configured(folder: Path, docs: Path, copies: int) -> tuple[Path, Path]:
    """Settings for the stock build and for ours, of the same pages with the same macros."""
    shutil.copyfile(Path(__file__).with_name("copies.py"), folder / "copies.py")
    config = yaml.safe_load((HOME / "mkdocs.yml").read_text(encoding="utf-8"))
    macros = {"macros": config["plugins"][0]["macros"] | {"module_name": "copies"}}
    config |= {"docs_dir": str(docs), "nav": nav_of(config["nav"], docs, copies), "plugins": [macros]}
    config["theme"] |= {"custom_dir": str(HOME / "overrides")}
    shared = ("site_name", "docs_dir", "use_directory_urls", "exclude_docs", "nav", "markdown_extensions")
    stock = {key: config[key] for key in shared}
    stock |= {"theme": {"name": "material"}, "plugins": ["search", macros]}
    return written(folder, "stock", stock), written(folder, "ours", config)


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


def run(module: Sequence[str]) -> Took:
    """What `python -m` takes for this, with all the processes that it starts."""
    started, worked = time.perf_counter(), worked_so_far()
    done = subprocess.run(
        [sys.executable, "-m", *module],
        cwd=HOME,
        env=os.environ | MKDOCS_ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(module)} failed:\n{done.stdout}{done.stderr}")
    return Took(time.perf_counter() - started, worked_so_far() - worked)


def worked_so_far() -> float:
    """Seconds of the processor that ended processes have used."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    raise SystemExit(main())
