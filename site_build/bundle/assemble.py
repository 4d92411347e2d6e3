"""The Python runtime for the reader's browser: Pyodide, its library and our wheels.

Every file's address holds its version or a hash of its content, and `release.js` names the one manifest
that a page's modules belong to. So a page never loads half of one version and half of another.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from enum import StrEnum
from pathlib import Path

from site_build.bundle.folders import kept
from site_build.bundle.key import bundle_key
from site_build.bundle.loader import write_module
from site_build.bundle.manifest import Files, Pyodide, pack, store, write_manifest, write_release
from site_build.bundle.parts import (
    CORE,
    PYODIDE,
    WHEEL,
    Parts,
    cache,
    compiled_parts,
    earlier_parts,
    plain_parts,
)
from site_build.bundle.told import told
from site_build.bundle.wheels import apart, core_wheel, for_browser
from site_build.kept import ROOT
from site_build.writing.site import MODULES

RUNTIME_MODULES = ("pyodide.mjs", "pyodide.asm.mjs")
MACHINE_CODE = "pyodide.asm.wasm"


class Form(StrEnum):
    """What a bundle holds of Python: bytecode, or sources; all three give the same answers."""

    COMPILED = "compiled"
    """What is published: the library trimmed, everything compiled."""

    PLAIN = "plain"
    """The stock library and sources: slower to start, and what to fall back to should the compiled one ever fail."""

    AT_ONCE = "at once"
    """The core's sources beside the rest as it was last compiled: made in a second, for a look at a change."""


def build_bundle(out: Path, root: Path = ROOT, form: Form = Form.COMPILED) -> Path:
    """Write `out`/assets/python and the modules' runtime/release.js; give the manifest's path.

    `root` holds pyproject.toml and calculators/. `LookupError` where a bundle is to be made at once and none has
    been compiled before.
    """
    target = out / "assets" / "python"
    shutil.rmtree(target, ignore_errors=True)
    if form is Form.AT_ONCE:
        target.mkdir(parents=True)
        assemble(target, root, form)
    else:
        key = bundle_key(root, form)
        shutil.copytree(kept(cache(root) / "whole", key, lambda folder: assemble(folder, root, form)), target)
    (manifest,) = target.glob("manifest-*.json")
    write_release(out / MODULES / "runtime" / "release.js", manifest.name)
    return manifest


def assemble(target: Path, root: Path, form: Form) -> None:
    """Put a bundle together in the empty folder `target`."""
    pyodide = released()
    runtime = target / f"pyodide-{pyodide.version}"
    runtime.mkdir()
    at_once = [write_module(PYODIDE / name, runtime) for name in RUNTIME_MODULES]
    at_once.append(Path(shutil.copyfile(PYODIDE / MACHINE_CODE, runtime / MACHINE_CODE)))
    bytecode = known = None
    match form:
        case Form.COMPILED:
            bytecode, known = compiled_parts(target, root), told(root)
        case Form.PLAIN:
            plain_parts(target)
        case Form.AT_ONCE:
            earlier_parts(target, root)
    parts = Parts.laid_out(target)
    with tempfile.TemporaryDirectory() as scratch:
        wheel = for_browser(core_wheel(root, Path(scratch)), bytecode)
        # A bundle that holds sources stays whole: it is for a look at a change.
        own, rest_on = apart(wheel, known["carried"]) if known else ([], {})
        stored = {each: store(each, target, WHEEL.format("{}", each.name)) for each in (wheel, *own)}
    for each in stored.values():
        pack(each)
    kinds = {id: [stored[each] for each in on] for id, on in rest_on.items()}
    wheels = [stored[wheel], *parts.dependencies]
    examples = known["examples"] if known else {}
    write_manifest(target, Files(pyodide, at_once, parts.library, wheels, CORE, kinds, parts.tools, examples))


def released() -> Pyodide:
    """The Pyodide that is installed."""
    package, lock = (
        json.loads((PYODIDE / name).read_text(encoding="utf-8"))
        for name in ("package.json", "pyodide-lock.json")
    )
    python = ".".join(lock["info"]["python"].split(".")[:2])
    return Pyodide(package["version"], lock["info"]["abi_version"], f"/lib/python{python}/site-packages/")
