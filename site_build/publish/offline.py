"""What may be kept for reading without a network: the worker at the site's root, the list of files, and the sizes.

The list has each file's address with a hash of it, what it weighs on its way, and the part of the site that it belongs
to. Pages fetch by it, and a version is another where the list is.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from site_build.hosting.headers import PACKS
from site_build.kept import kept, key_of, write_whole
from site_build.writing.keeping import ROOM, SIZE, UNKNOWN, UNPACKED, megabytes
from site_build.writing.site import MODULES, TAKEN

WORKER = "service-worker.js"
LIST = "offline.json"
OFFLINE_PAGE = "about/offline/"
PYTHON_FOLDER = "assets/python/"
LEFT_OUT = re.compile(
    rf"{TAKEN}/.*|_headers|404\.html|offline\.json|service-worker\.js|sbom\.cdx\.json|.*\.(br|gz)"
)
"""What nobody who reads has any use for, what leads to the rest, what is taken away as a file, and packed forms, which
a host sends by itself."""

BASE, PAGES, FORMS, PYTHON, OWN, LATER = "b", "p", "m", "c", "k", "x"
PARTS = (
    (
        re.compile(rf"assets/(scripts|stylesheets|images/mark|fonts/.*woff2)|manifest\.json|{OFFLINE_PAGE}"),
        BASE,
    ),
    (re.compile(r"assets/browser/[^/]+/libraries/"), LATER),
    (re.compile(r"assets/browser/"), FORMS),
    (re.compile(r"assets/python/"), PYTHON),
)
"""By address, the first that fits: what any page needs to be whole, what a calculator's form does, Python with what
every calculator rests on, what is some calculators' own, and what is fetched when it is first used. All else is a page,
or what one hands out."""

KEPT_APART = {"later": LATER, "parts": OWN}
"""By what the manifest of Python's bundle calls them."""

KINDS = {"reading": {BASE, PAGES, FORMS}, "everything": {BASE, PAGES, FORMS, PYTHON, OWN, LATER}}
"""What a reader may ask for, and the parts that it takes."""

ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Listed:
    """A file that may be kept: the beginning of its SHA-256, its bytes on their way and unpacked, and its part."""

    hashed: str
    weight: int
    bytes: int
    part: str


def place_worker(out: Path) -> None:
    """Put the worker at the site's root: it answers for the addresses below its own."""
    (out / MODULES / "offline" / WORKER).replace(out / WORKER)
    (out / MODULES / "offline").rmdir()


def write_offline(out: Path) -> None:
    """Tell the sizes on every page, then write the list of files: `offline.json`."""
    written = (page for page in out.rglob("*.html") if page.parent != out / TAKEN)
    pages = {page: page.read_text(encoding="utf-8") for page in written}
    found = listed(out)
    # What the sizes are written with has a size too, which may carry one over to the next tenth.
    for _ in range(ROUNDS):
        for page, text in pages.items():
            if (after := told(text, found)) != text:
                write_whole(page, after)
        before, found = found, listed(out)
        if _words(before) == _words(found):
            break
    files = {path: [each.hashed, each.weight, each.part] for path, each in found.items()}
    own = {
        f"calculators/{id}/": [_packed_name(path) for path in paths]
        for id, paths in _bundle(out, "kinds").items()
    }
    text = json.dumps({"files": files, "calculators": own}, ensure_ascii=False, separators=(",", ":"))
    write_whole(out / LIST, f'{{"version":"{key_of(text)[:12]}",{text[1:]}')


def listed(out: Path) -> dict[str, Listed]:
    """Every file that may be kept, by its address below the site's root, in order."""
    parts = {_packed_name(path): part for name, part in KEPT_APART.items() for path in _bundle(out, name)}
    found = {}
    for file in sorted(out.rglob("*")):
        path = file.relative_to(out).as_posix()
        if file.is_file() and not LEFT_OUT.fullmatch(path):
            address = path.removesuffix("index.html")
            found[address] = _facts(file, parts.get(address) or _part(address))
    return found


def told(html: str, found: Mapping[str, Listed]) -> str:
    """The page with the size of what each button keeps, and with the room that it takes."""
    for kind, (weight, room) in _words(found).items():
        for place, words in ((SIZE, weight), (UNPACKED, room)):
            html = html.replace(place.format(kind, UNKNOWN), place.format(kind, words))
        html = html.replace(ROOM.format(kind), ROOM.format(room))
    return html


def sizes(found: Mapping[str, Listed], kind: str) -> tuple[int, int]:
    """The bytes of a kind on their way, where the host compresses as most do, and unpacked."""
    held = [each for each in found.values() if each.part in KINDS[kind]]
    return sum(each.weight for each in held), sum(each.bytes for each in held)


def _part(address: str) -> str:
    return next((part for pattern, part in PARTS if pattern.match(address)), PAGES)


def _facts(file: Path, part: str) -> Listed:
    content = file.read_bytes()
    digest = hashlib.sha256(content).digest()
    weight = kept("weights", digest.hex(), lambda: _packed(content)) if file.suffix in PACKS else len(content)
    return Listed(b64encode(digest[:12]).decode(), weight, len(content), part)


def _packed(content: bytes) -> int:
    return len(gzip.compress(content, compresslevel=6, mtime=0))


def _bundle(out: Path, what: str) -> Mapping[str, Any]:
    """What the manifest of Python's bundle says under a name; nothing where a site is built without one."""
    for file in (out / PYTHON_FOLDER).glob("manifest-*.json"):
        return dict(json.loads(file.read_text(encoding="utf-8")).get(what, {}))
    return {}


def _packed_name(path: str) -> str:
    """Where an archive of the bundle lies: every one is packed."""
    return f"{PYTHON_FOLDER}{path}.bin"


def _words(found: Mapping[str, Listed]) -> dict[str, tuple[str, ...]]:
    """Both sizes of each kind as they are told."""
    return {kind: tuple(megabytes(count) for count in sizes(found, kind)) for kind in KINDS}
