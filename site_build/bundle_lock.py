"""Our own small lock: what Pyodide's package loader needs to know of our three wheels, with their SHA-256."""

from __future__ import annotations

from pathlib import Path

from pyodide_lock import PyodideLockSpec
from pyodide_lock.utils import add_wheels_to_spec


def write_lock(folder: Path, wheels: list[Path], stock: Path) -> Path:
    """Write `folder`/pyodide-lock.json naming `wheels` and nothing else; `stock` tells the runtime's ABI.

    pyodide-lock makes the entries as `pyodide lockfile add-wheels` does, and raises `RuntimeError` for a
    wheel that this runtime cannot load and for a dependency that no wheel meets.
    """
    empty = PyodideLockSpec(info=PyodideLockSpec.from_json(stock).info, packages={})
    lock = folder / "pyodide-lock.json"
    add_wheels_to_spec(empty, wheels, base_path=folder).to_json(lock)
    return lock
