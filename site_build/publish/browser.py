"""Our browser modules as they are published: one by one, without the words and spaces only a developer reads."""

from __future__ import annotations

import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent


def write_modules(sources: Path, target: Path) -> None:
    """Write each module of `sources` to `target`, minified; names that cross modules stay."""
    target.mkdir(parents=True, exist_ok=True)
    command = ["node", str(HERE / "browser_minify.mjs"), str(target), *map(str, sorted(sources.glob("*.js")))]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"The browser modules could not be minified:\n{done.stdout}{done.stderr}")
