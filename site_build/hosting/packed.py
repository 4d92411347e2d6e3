"""A smaller form of each file beside it, so that a host sends what lies there and packs nothing on a request.

`a.js.br` and `a.js.gz` stand beside `a.js`, where they are smaller by a tenth; not beside what is taken away as one
file, which holds what is packed already. Each is made once for its content and kept in `.cache/`: the best brotli takes
half a minute for the engine and as long for all pages.
"""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
import time
from pathlib import Path

from site_build.hosting.headers import PACKS
from site_build.kept import CACHE, key_of, key_of_files, tidy
from site_build.writing.site import TAKEN

FORMS = {"br": ".br", "gzip": ".gz"}
"""What a browser calls each way of packing, best first, and what a name then ends with."""

LEAST = 1_000
"""Bytes; what is shorter arrives in one packet as it is."""

SMALLER = 0.9
ROOM = "packed"
PACK = Path(__file__).with_name("pack.mjs")


def write_packed(out: Path) -> None:
    """Write the packed forms of every file of the site that has any."""
    started = time.time()
    store = CACHE / ROOM
    store.mkdir(parents=True, exist_ok=True)
    made_by = key_of_files(PACK, Path(__file__))
    files = [
        file
        for file in sorted(out.rglob("*"))
        if file.suffix in PACKS and file.stat().st_size >= LEAST and file.parent != out / TAKEN
    ]
    held = {file: store / key_of(made_by, file.read_bytes()) for file in files}
    _make(held)
    for file, kept in held.items():
        for suffix in FORMS.values():
            form = _form(kept, suffix)
            form.touch()
            if form.stat().st_size <= SMALLER * file.stat().st_size:
                shutil.copyfile(form, _form(file, suffix))
    tidy((ROOM,), since=started)


def _make(held: dict[Path, Path]) -> None:
    """Make the forms that are not kept yet."""
    lacking = [(file, _form(kept, ".br")) for file, kept in held.items() if not _form(kept, ".br").exists()]
    if lacking:
        pairs = json.dumps([[str(file), str(form)] for file, form in lacking])
        subprocess.run(["node", str(PACK)], input=pairs, text=True, check=True)
    for file, kept in held.items():
        form = _form(kept, ".gz")
        if not form.exists():
            part = _form(form, ".part")
            part.write_bytes(gzip.compress(file.read_bytes(), mtime=0))
            part.replace(form)


def _form(file: Path, suffix: str) -> Path:
    return file.with_name(f"{file.name}{suffix}")
