"""What one build has made for the next: a folder under the hash of all that it was made from."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

MOST = 4
"""So many of a kind: the sources as they are, and some that one may go back to."""


def kept(shelf: Path, key: str, make: Callable[[Path], None]) -> Path:
    """The folder `shelf`/`key`, made in one move by `make` where it is not there; of the others the last used stay."""
    folder = shelf / key
    if not folder.is_dir():
        shelf.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=shelf, prefix=".") as scratch:
            fresh = Path(scratch) / key
            fresh.mkdir()
            make(fresh)
            _place(fresh, folder)
    os.utime(folder)
    for old in list(by_use(shelf))[MOST:]:
        shutil.rmtree(old, ignore_errors=True)
    return folder


def by_use(shelf: Path) -> Iterator[Path]:
    """The folders that are kept, the last used first."""
    found = (folder for folder in shelf.glob("[!.]*") if folder.is_dir())
    yield from sorted(found, key=lambda folder: (folder.stat().st_mtime_ns, folder.name), reverse=True)


def _place(fresh: Path, folder: Path) -> None:
    """Another build may have put the same there first."""
    try:
        fresh.rename(folder)
    except OSError:
        if not folder.is_dir():
            raise
