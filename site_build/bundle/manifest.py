"""What the page reads first: which files make up this version, how large each is, and its hash."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import zipfile
from base64 import b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from site_build.bundle.key import digest


@dataclass(frozen=True, slots=True)
class Files:
    """The files of one version, all below the same folder.

    `wheels` are what every calculator rests on, and `kinds` what each calculator does beside them.
    """

    pyodide: str
    runtime: list[Path]
    library: Path
    lock: Path
    wheels: list[Path]
    later: list[Path]
    core: str
    kinds: Mapping[str, list[Path]]


def store(archive: Path, target: Path, name: str, method: int = zipfile.ZIP_STORED) -> Path:
    """Write `target`/`name` as the archive, uncompressed unless told; `{}` in the name stands for its hash.

    An archive compressed as one is a tenth smaller than file by file, and quicker for Python to read.
    """
    stored = io.BytesIO()
    with zipfile.ZipFile(archive) as source, zipfile.ZipFile(stored, "w", method) as copy:
        for entry in source.infolist():
            copy.writestr(zipfile.ZipInfo(entry.filename), source.read(entry), method)
    path = target / name.format(digest(stored.getvalue()))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(stored.getvalue())
    return path


def write_manifest(target: Path, held: Files) -> Path:
    """Write `target`/manifest-HASH.json: every file with its bytes and hash; archives give way to their packed forms.

    Those `later` are fetched when they are first used, as they are; the `parts` of a calculator with it.
    """
    files = {path: _facts(path) for path in [*held.runtime, held.lock]} | _packed(
        [held.library, *held.wheels]
    )
    parts = _packed(dict.fromkeys(part for parts in held.kinds.values() for part in parts))
    manifest = {
        "pyodide": held.pyodide,
        "runtime": f"{held.runtime[0].parent.name}/",
        "library": held.library.name,
        "lock": held.lock.name,
        "core": held.core,
        "later": {_within(target, path): _facts(path) for path in held.later},
        "files": {_within(target, path): facts for path, facts in files.items()},
        "parts": {_within(target, path): facts for path, facts in parts.items()},
        "kinds": {id: [_within(target, path) for path in paths] for id, paths in held.kinds.items()},
    }
    text = json.dumps(manifest, indent=1, sort_keys=True) + "\n"
    path = target / f"manifest-{digest(text.encode())}.json"
    path.write_text(text, encoding="utf-8")
    return path


def pack(path: Path) -> Path:
    """Write an archive's gzip beside it, which the worker unpacks: its size hangs on no host's settings.

    The name ends in .bin because some hosts send a .gz as an encoding, and the browser would unpack it first.
    """
    packed = path.with_name(f"{path.name}.bin")
    packed.write_bytes(gzip.compress(path.read_bytes(), compresslevel=9, mtime=0))
    return packed


def write_release(path: Path, manifest: str) -> None:
    """Write the module that ties this version's pages to the manifest of that name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    comment = "// Written by the build: the one bundle that this version of the site belongs to.\n"
    path.write_text(f'{comment}export const manifest = "{manifest}";\n', encoding="utf-8")


def _packed(archives: Iterable[Path]) -> dict[Path, dict[str, object]]:
    facts = {}
    for path in archives:
        facts[path] = _facts(path.with_name(f"{path.name}.bin")) | {"packed": True}
        path.unlink()
    return facts


def _within(target: Path, path: Path) -> str:
    return path.relative_to(target).as_posix()


def _facts(path: Path) -> dict[str, object]:
    content = path.read_bytes()
    hashed = b64encode(hashlib.sha256(content).digest()).decode()
    return {"bytes": len(content), "integrity": f"sha256-{hashed}"}
