"""What the page reads first: which files make up this version, how large each is, and its hash."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import zipfile
from base64 import b64encode
from pathlib import Path

from site_build.bundle_key import digest

STREAMED = {".mjs", ".wasm"}
"""Modules, which an import checks by no hash, and the machine code, compiled while it arrives."""


def write_packed(library: Path, target: Path) -> Path:
    """The library's archive, stored and then compressed as one: a tenth smaller than file by file.

    The worker unpacks it, so its size does not hang on what a host compresses. Its name ends in .bin because
    some hosts mark a .gz as an encoding, and the browser would unpack it first.
    """
    stored = io.BytesIO()
    with zipfile.ZipFile(library) as source, zipfile.ZipFile(stored, "w", zipfile.ZIP_STORED) as archive:
        for entry in source.infolist():
            archive.writestr(zipfile.ZipInfo(entry.filename), source.read(entry))
    packed = gzip.compress(stored.getvalue(), compresslevel=9, mtime=0)
    path = target / f"python_stdlib-{digest(packed)}.bin"
    path.write_bytes(packed)
    return path


def write_manifest(
    target: Path, version: str, runtime: list[Path], library: Path, lock: Path, wheels: list[Path], core: str
) -> Path:
    """Write `target`/manifest-HASH.json, which names every file of this version with its bytes and hash."""
    manifest = {
        "pyodide": version,
        "runtime": f"{runtime[0].parent.name}/",
        "library": library.name,
        "lock": lock.name,
        "core": core,
        "files": {
            path.relative_to(target).as_posix(): _facts(path) | ({"packed": True} if path == library else {})
            for path in [*runtime, library, lock, *wheels]
        },
    }
    text = json.dumps(manifest, indent=1, sort_keys=True) + "\n"
    path = target / f"manifest-{digest(text.encode())}.json"
    path.write_text(text, encoding="utf-8")
    return path


def write_release(path: Path, manifest: str) -> None:
    """Write the module that ties this version's pages to the manifest of that name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    comment = "// Written by the build: the one bundle that this version of the site belongs to.\n"
    path.write_text(f'{comment}export const manifest = "{manifest}";\n', encoding="utf-8")


def _facts(path: Path) -> dict[str, object]:
    content = path.read_bytes()
    facts: dict[str, object] = {"bytes": len(content)}
    if path.suffix not in STREAMED:
        facts["integrity"] = f"sha256-{b64encode(hashlib.sha256(content).digest()).decode()}"
    return facts
