"""Our browser modules as they are published: without the words and spaces only a developer reads."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from site_build.forms import modules
from site_build.forms.modules import gathered
from site_build.kept import ROOT, kept, key_of, key_of_files

MINIFY = Path(__file__).with_name("browser_minify.mjs")


def write_modules(sources: Path, target: Path) -> None:
    """Write each module of `sources` to its place below `target`, minified; names that cross modules stay.

    Those that are `gathered` are written as one.
    """
    names = sorted(path.relative_to(sources).as_posix() for path in sources.rglob("*.js"))
    made_of = (part for name in names for part in (name, (sources / name).read_bytes()))
    key = key_of(key_of_files(MINIFY, Path(modules.__file__), ROOT / "package-lock.json"), *made_of)
    for name, text in kept("modules", key, lambda: _minified(sources, names)).items():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_text(text, encoding="utf-8")


def _minified(sources: Path, names: Sequence[str]) -> dict[str, str]:
    with TemporaryDirectory() as scratch:
        job = {"sources": str(sources), "target": scratch, "modules": names, "gathered": gathered(sources)}
        command = ["node", str(MINIFY), json.dumps(job)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(f"The browser modules could not be minified:\n{done.stdout}{done.stderr}")
        written = sorted(Path(scratch).rglob("*.js"))
        return {path.relative_to(scratch).as_posix(): path.read_text("utf-8") for path in written}
