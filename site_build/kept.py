"""What is costly to make is kept in `.cache/` under a hash of everything that it is made of.

So a thing kept is never stale: where a part of it changes, its code among them, its name is another.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from threading import get_ident
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".cache"
# A room holds this many bytes; what was longest unused goes first.
ROOM = 200_000_000


def key_of(*parts: str | bytes) -> str:
    """One hash for all the parts, in their order: no two lists of parts share one."""
    total = hashlib.sha256()
    for part in parts:
        content = part.encode() if isinstance(part, str) else part
        total.update(f"{len(content)} ".encode() + content)
    return total.hexdigest()[:32]


def key_of_files(*places: Path) -> str:
    """The hash of files and of every file below folders, their names included; compiled Python is left out."""
    files: list[Path] = []
    for place in places:
        found = sorted(place.rglob("*")) if place.is_dir() else [place]
        files += (file for file in found if file.is_file() and "__pycache__" not in file.parts)
    return key_of(
        *(part for file in files for part in (str(file.relative_to(ROOT, walk_up=True)), file.read_bytes()))
    )


def kept(room: str, key: str, make: Callable[[], Any]) -> Any:
    """What `make` gives, as JSON holds it: from `.cache/room/key` where it has been made before."""
    file = CACHE / room / key
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
        os.utime(file)
    except (FileNotFoundError, ValueError):
        text = json.dumps(make(), ensure_ascii=False, separators=(",", ":"))
        write_whole(file, text)
        return json.loads(text)
    return found


def write_whole(file: Path, text: str) -> None:
    """Write a file so that nobody ever sees a part of it, whenever the process ends."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f"{file.name}.{os.getpid()}-{get_ident()}.part")
    try:
        part.write_text(text, encoding="utf-8", newline="")
        os.replace(part, file)
    finally:
        part.unlink(missing_ok=True)


def tidy(rooms: Iterable[str], since: float) -> None:
    """Remove what was longest unused from rooms that hold more than they may; what was used `since` then stays."""
    for room in rooms:
        # A site without drawings, say, has kept none.
        (CACHE / room).mkdir(parents=True, exist_ok=True)
        entries = [(entry.stat(), entry.path) for entry in os.scandir(CACHE / room)]
        left = ROOM
        for status, path in sorted(entries, key=lambda entry: entry[0].st_mtime_ns, reverse=True):
            left -= status.st_size
            if left < 0 and status.st_mtime < since:
                Path(path).unlink(missing_ok=True)
