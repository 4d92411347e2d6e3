"""Our own small lock: what Pyodide's package loader needs to know of our three wheels, with their SHA-256."""

from __future__ import annotations

import logging
import zipfile
from pathlib import Path

from pyodide_lock import PyodideLockSpec
from pyodide_lock.utils import add_wheels_to_spec


def write_lock(folder: Path, wheels: list[Path], stock: Path) -> Path:
    """Write `folder`/pyodide-lock.json naming `wheels` and nothing else; `stock` tells the runtime's ABI.

    pyodide-lock makes the entries as `pyodide lockfile add-wheels` does, and raises `RuntimeError` for a
    wheel that this runtime cannot load and for a dependency that no wheel meets.
    """
    empty = PyodideLockSpec(info=PyodideLockSpec.from_json(stock).info, packages={})
    # It warns of wheels that hold no .py file; what they import is named below.
    logging.getLogger("pyodide_lock.utils").setLevel(logging.ERROR)
    spec = add_wheels_to_spec(empty, wheels, base_path=folder)
    for wheel in wheels:
        (package,) = (p for p in spec.packages.values() if p.file_name.endswith(wheel.name))
        package.imports = _top_level(wheel)
    lock = folder / "pyodide-lock.json"
    spec.to_json(lock)
    return lock


def _top_level(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.split("/")[0] for name in archive.namelist()}
    return sorted(top for top in tops if not top.endswith(".dist-info"))
