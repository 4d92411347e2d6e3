"""What a bundle depends on, as one short hash: the same sources give the same bundle, kept and used again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

BUILDERS = (
    *("hatchling", "jinja2", "markupsafe", "openpyxl", "et-xmlfile", "segno"),
    *("pyodide-build", "pyodide-lock", "wheel"),
)


def digest(content: bytes) -> str:
    """The first twelve hexadecimal digits of the content's SHA-256: enough to tell two versions apart."""
    return hashlib.sha256(content).hexdigest()[:12]


def source_key(root: Path, home: Path, *, plain: bool) -> str:
    """The hash of everything that goes into a bundle: the core, the packages' versions and this code."""
    total = hashlib.sha256()
    pyodide = json.loads((home / "node_modules" / "pyodide" / "package.json").read_text(encoding="utf-8"))
    facts = [f"pyodide {pyodide['version']}", f"plain {plain}", *(f"{p} {version(p)}" for p in BUILDERS)]
    total.update("\n".join(facts).encode())
    for path in _sources(root, home):
        total.update(f"\n{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()}".encode())
        total.update(str(path.parent.relative_to(root if path.is_relative_to(root) else home)).encode())
    return total.hexdigest()[:16]


def _sources(root: Path, home: Path) -> Iterator[Path]:
    yield root / "pyproject.toml"
    yield from sorted((home / "site_build" / "bundle").glob("*.*"))
    yield from sorted((home / "browser" / "python" / "page_tools").glob("*.py"))
    for path in sorted((root / "calculators").rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path
