"""Our browser modules as they are published: one by one, without the words and spaces only a developer reads."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent


SOURCES = HERE.parent / "browser"
IMPORTED = re.compile(r'^(?:import|export)\b[^"();]*"(\.[^"]+)";', re.MULTILINE)


def modules_of(element: str) -> list[str]:
    """The modules that the page of an element needs at once: its own below `browser/`, and all that they import.

    Named in the page, they are fetched together and not one round after another.
    """
    found = [SOURCES / element]
    for module in found:
        for address in IMPORTED.findall(module.read_text(encoding="utf-8")):
            imported = (module.parent / address).resolve()
            if imported not in found:
                found.append(imported)
    return [module.relative_to(SOURCES).as_posix() for module in found]


def write_modules(sources: Path, target: Path) -> None:
    """Write each module of `sources` to its place below `target`, minified; names that cross modules stay."""
    names = [str(path.relative_to(sources)) for path in sorted(sources.rglob("*.js"))]
    command = ["node", str(HERE / "browser_minify.mjs"), str(sources), str(target), *names]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"The browser modules could not be minified:\n{done.stdout}{done.stderr}")
