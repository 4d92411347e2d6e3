"""The Python runtime for the reader's browser: Pyodide, its library, our wheels and the lock that names them.

Every file's address holds its version or a hash of its content, and `release.js` names the one manifest
that a page belongs to. So a page never loads half of one version and half of another.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from pathlib import Path
from zipfile import ZIP_DEFLATED

from site_build.bundle.compile import Job, compile_inside
from site_build.bundle.key import digest, source_key
from site_build.bundle.loader import write_module
from site_build.bundle.lock import write_lock
from site_build.bundle.manifest import Parts, store, write_manifest, write_release
from site_build.bundle.wheels import core_wheel, installed_wheel, own_wheel, with_library, without_sources

ROOT = Path(__file__).resolve().parents[2]
RUNTIME_MODULES = ("pyodide.mjs", "pyodide.asm.mjs")
MACHINE_CODE = "pyodide.asm.wasm"
DEPENDENCIES = ("jinja2", "markupsafe")
CORE = "calculators"
TOOLS = "page_tools"
LATER = ("segno", "openpyxl", "et_xmlfile")
"""What the tools need: fetched when one is first used, and none of it before."""


def build_bundle(out: Path, root: Path = ROOT, *, plain: bool = False) -> Path:
    """Write `out`/assets/python and `out`/assets/browser/runtime/release.js; give the manifest's path.

    `root` holds pyproject.toml and calculators/. A `plain` bundle keeps the stock library and the wheels'
    sources: it is slower to start, and is what to fall back to should the compiled one ever fail.
    """
    kept = root / ".cache" / "bundle" / source_key(root, ROOT, plain=plain)
    if not kept.is_dir():
        kept.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=kept.parent) as scratch:
            fresh = Path(scratch) / "python"
            _assemble(fresh, Path(scratch), root, plain=plain)
            _keep(fresh, kept)
    target = out / "assets" / "python"
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(kept, target)
    (manifest,) = target.glob("manifest-*.json")
    write_release(out / "assets" / "browser" / "runtime" / "release.js", manifest.name)
    return manifest


def _assemble(target: Path, scratch: Path, root: Path, *, plain: bool) -> None:
    pyodide = ROOT / "node_modules" / "pyodide"
    version = json.loads((pyodide / "package.json").read_text(encoding="utf-8"))["version"]
    runtime = target / f"pyodide-{version}"
    runtime.mkdir(parents=True)
    at_once = [write_module(pyodide / name, runtime) for name in RUNTIME_MODULES]
    at_once.append(Path(shutil.copyfile(pyodide / MACHINE_CODE, runtime / MACHINE_CODE)))
    sources = scratch / "sources"
    wheels = [core_wheel(root, sources), *(installed_wheel(name, sources) for name in DEPENDENCIES)]
    later = [
        own_wheel(ROOT / "browser" / "python" / TOOLS, sources),
        *(installed_wheel(n, sources) for n in LATER),
    ]
    library = pyodide / "python_stdlib.zip"
    if not plain:
        lock = write_lock(sources, [*wheels, *later], pyodide / "pyodide-lock.json")
        job = Job(pyodide=pyodide, lock=lock, core=CORE, tools=TOOLS, later=(TOOLS, *LATER))
        compiled = compile_inside(job, scratch / "compiled")
        library = compiled.library
        wheels, later = (
            [without_sources(wheel, compiled.site) for wheel in each] for each in (wheels, later)
        )
        later[0] = with_library(later[0], TOOLS, compiled.rest)
    library = store(library, target, "python_stdlib-{}.zip")
    wheels = [store(wheel, target, f"wheels/{{}}/{wheel.name}") for wheel in wheels]
    later = [store(wheel, target, f"wheels/{{}}/{wheel.name}", ZIP_DEFLATED) for wheel in later]
    lock = write_lock(target, [*wheels, *later], pyodide / "pyodide-lock.json")
    lock = lock.rename(target / f"pyodide-lock-{digest(lock.read_bytes())}.json")
    write_manifest(target, Parts(version, at_once, library, lock, wheels, later, CORE))


def _keep(fresh: Path, kept: Path) -> None:
    """Move a finished bundle to its place; another build may have put the same one there first."""
    try:
        os.rename(fresh, kept)
    except OSError:
        if not kept.is_dir():
            raise
