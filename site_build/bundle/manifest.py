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
class Pyodide:
    """Its version, what it calls the version that wheels are made for, and where it has packages."""

    version: str
    abi: str
    packages: str


@dataclass(frozen=True, slots=True)
class Files:
    """The files of one version, all below the same folder.

    `wheels` are what every calculator rests on, `kinds` what each calculator does beside them, and `tools` what each
    of the tools does that are fetched when first used. `examples` are cases, one a calculator.
    """

    pyodide: Pyodide
    runtime: list[Path]
    library: Path
    wheels: list[Path]
    core: str
    kinds: Mapping[str, list[Path]]
    tools: Mapping[str, list[Path]]
    examples: Mapping[str, Mapping[str, str]]


def store(archive: Path, target: Path, name: str) -> Path:
    """Write `target`/`name` as the archive, uncompressed; `{}` in the name stands for its hash.

    An archive compressed as one is a tenth smaller than file by file, and the worker takes it apart in no time.
    """
    stored = io.BytesIO()
    with zipfile.ZipFile(archive) as source, zipfile.ZipFile(stored, "w") as copy:
        for entry in source.infolist():
            copy.writestr(zipfile.ZipInfo(entry.filename), source.read(entry))
    path = target / name.format(digest(stored.getvalue()))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(stored.getvalue())
    return path


def write_manifest(target: Path, held: Files) -> Path:
    """Write `target`/manifest-HASH.json: every file with its bytes and hash; archives give way to their packed forms.

    The `parts` of a calculator are fetched with it, and what is `later` when a tool is first used.
    """
    files = {path: _facts(path) for path in held.runtime} | _packed([held.library, *held.wheels])
    parts, later = (_packed(_each(of)) for of in (held.kinds, held.tools))
    manifest: dict[str, object] = {
        "pyodide": held.pyodide.version,
        "abi": held.pyodide.abi,
        "packages": held.pyodide.packages,
        "runtime": f"{held.runtime[0].parent.name}/",
        "library": held.library.name,
        "core": held.core,
        "examples": held.examples,
    }
    for name, of in (("files", files), ("parts", parts), ("later", later)):
        manifest[name] = {_within(target, path): facts for path, facts in of.items()}
    for name, wheels in (("kinds", held.kinds), ("tools", held.tools)):
        manifest[name] = {id: [_within(target, path) for path in paths] for id, paths in wheels.items()}
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


def _each(wheels: Mapping[str, list[Path]]) -> Iterable[Path]:
    """All of them, each once."""
    return dict.fromkeys(path for paths in wheels.values() for path in paths)


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
