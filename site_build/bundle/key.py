"""What the bundle and its parts depend on, as one short hash each: the same sources give the same, kept and used again.

Three kinds of file lie in the core. Modules and templates are compiled. Records are packed as they are read. Worked
cases are for the tests and the built pages; of each calculator one goes with the bundle, for Python to begin with.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path

from site_build.kept import ROOT

HERE = "site_build/bundle"
COMPILED = {".py", ".jinja"}
PACKAGES = (
    *("hatchling", "jinja2", "markupsafe", "openpyxl", "et-xmlfile", "segno"),
    *("pyodide-build", "wheel"),
)
METADATA = ("pyproject.toml", "LICENSE")
"""What else of the project goes into the core's wheel."""


def digest(content: bytes) -> str:
    """The first twelve hexadecimal digits of the content's SHA-256: enough to tell two versions apart."""
    return hashlib.sha256(content).hexdigest()[:12]


def bytecode_key() -> str:
    """The hash of what decides how one source is compiled: the runtime, and the code that does it."""
    return _hash([_runtime()], ROOT, [ROOT / HERE / "inside.py"])


def compiled_key(root: Path) -> str:
    """The hash of all that is compiled: modules and templates of the core, the packages, and this code."""
    ours = _hash([_runtime(), *_packages()], ROOT, _builder())
    return _hash([ours], root, (path for path in _core(root) if path.suffix in COMPILED))


def bundle_key(root: Path, form: str) -> str:
    """The hash of all that a bundle of this form holds: what is compiled, the records, cases and the wheel's facts."""
    held = (path for path in _core(root) if path.suffix not in COMPILED)
    return _hash([form, compiled_key(root)], root, [*held, *(root / name for name in METADATA)])


def is_case(path: Path) -> bool:
    """Whether the file holds worked cases."""
    return path.suffix == ".toml" and path.name.startswith("cases")


def _runtime() -> str:
    package = ROOT / "node_modules" / "pyodide" / "package.json"
    return f"pyodide {json.loads(package.read_text(encoding='utf-8'))['version']}"


def _packages() -> Iterator[str]:
    return (f"{name} {version(name)}" for name in PACKAGES)


def _builder() -> Iterator[Path]:
    yield from (ROOT / HERE).glob("*.*")
    yield from (ROOT / "browser" / "python" / "page_tools").glob("*.py")


def _core(root: Path) -> Iterator[Path]:
    for path in (root / "calculators").rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path


def _hash(facts: Iterable[str], base: Path, files: Iterable[Path]) -> str:
    """The hash of the facts and of the files, by their place below `base` and by their content."""
    lines = [
        f"{path.relative_to(base).as_posix()} {hashlib.sha256(path.read_bytes()).hexdigest()}"
        for path in sorted(files)
    ]
    return hashlib.sha256("\n".join([*facts, *lines]).encode()).hexdigest()[:16]
