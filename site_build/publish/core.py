"""The core as it goes into the browser: this project's, with the papers and calculators of the site in place."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from calculators.records.folders import HOME, KINDS, PAPERS, SITE

PACKAGE = "calculators"
ABOUT = ("pyproject.toml", "LICENSE", "README.md")


def core_folder() -> Path:
    """The folder that holds `calculators` and its `pyproject.toml`; for a site elsewhere a copy, put together anew."""
    if SITE == HOME:
        return HOME
    folder = SITE / ".cache" / "core"
    shutil.rmtree(folder, ignore_errors=True)
    ours = HOME / PACKAGE
    shutil.copytree(ours, folder / PACKAGE, ignore=_without(ours / "papers", ours / "kinds"))
    for theirs in (PAPERS, KINDS):
        shutil.copytree(theirs, folder / PACKAGE / theirs.name, ignore=_without(), dirs_exist_ok=True)
    shutil.copyfile(ours / "kinds" / "__init__.py", folder / PACKAGE / "kinds" / "__init__.py")
    for name in ABOUT:
        shutil.copyfile(HOME / name, folder / name)
    return folder


def _without(*folders: Path) -> Callable[[str, list[str]], list[str]]:
    """What `copytree` leaves out: these folders, and compiled Python."""

    def ignore(folder: str, names: list[str]) -> list[str]:
        return [name for name in names if name == "__pycache__" or Path(folder, name) in folders]

    return ignore
