"""`python -m tools.pinned`: refuse to write locks from what names no one version, before anything is changed.

A range or a tag would give another tool on another day; an address would be fetched past the lock's hashes.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NODE = ("package.json", "tools/audit/package.json")
VERSION = re.compile(r"\d+\.\d+(\.\d+)*([-.][0-9A-Za-z.-]+)?")
UV = re.compile(r"^UV[ \t]*:?=[ \t]*(.*?)[ \t]*$", re.MULTILINE)


def unpinned(root: Path) -> Iterator[str]:
    """What is wrong, in a sentence each, with what a lock is made from in the folder `root`."""
    for name in NODE:
        held = json.loads((root / name).read_text(encoding="utf-8"))
        for kind in ("dependencies", "devDependencies", "optionalDependencies"):
            for package, version in held.get(kind, {}).items():
                if not VERSION.fullmatch(version):
                    yield f"{name}: {package} has '{version}' for its version. Write one version, such as 1.2.3"
    for package in _asked(tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))):
        if "@" in package or "/" in package:
            yield f"pyproject.toml: {package} is an address. Name the package, and the lock pins it"
    version = UV.search((root / "Makefile").read_text(encoding="utf-8"))
    if not version or not VERSION.fullmatch(version[1]):
        told = f"has '{version[1]}' for its version" if version else "is not named"
        yield f"Makefile: UV, which writes the locks, {told}. Write one version, such as UV := 1.2.3"


def _asked(project: dict[str, dict[str, object]]) -> Iterator[str]:
    """The Python packages asked for."""
    lists = [
        project["project"].get("dependencies", []),
        *project.get("dependency-groups", {}).values(),
        project.get("build-system", {}).get("requires", []),
    ]
    for packages in lists:
        if isinstance(packages, list):
            yield from (one for one in packages if isinstance(one, str))


def main() -> int:
    """Say what is unpinned; 1 where anything is."""
    wrong = list(unpinned(ROOT))
    for words in wrong:
        print(words, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
