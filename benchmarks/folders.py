"""The two folders that are served side by side: this project's bundle, and stock Pyodide."""

import json
import shutil
from pathlib import Path

from site_build.bundle.assemble import build_bundle
from site_build.bundle.parts import DEPENDENCIES
from site_build.bundle.wheels import core_wheel, installed_wheel
from site_build.kept import ROOT
from site_build.publish.browser import write_modules
from site_build.writing.site import MODULES

PAGES = Path(__file__).parent / "pages"
STOCK = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")


def ours(folder: Path) -> Path:
    """The bundle and the browser's modules, with a page that uses nothing else."""
    build_bundle(folder)
    write_modules(ROOT / "browser", folder / MODULES)
    shutil.copyfile(PAGES / "bench.html", folder / "index.html")
    shutil.copyfile(PAGES / "ours.js", folder / "page.js")
    return folder


def stock(folder: Path) -> Path:
    """Pyodide as npm has it, with the same core and packages as source wheels."""
    folder.mkdir(parents=True)
    for name in STOCK:
        shutil.copyfile(ROOT / "node_modules" / "pyodide" / name, folder / name)
    wheels = [*(installed_wheel(name, folder) for name in reversed(DEPENDENCIES)), core_wheel(ROOT, folder)]
    (folder / "wheels.json").write_text(json.dumps([wheel.name for wheel in wheels]), encoding="utf-8")
    shutil.copyfile(PAGES / "bench.html", folder / "index.html")
    shutil.copyfile(PAGES / "stock.js", folder / "page.js")
    shutil.copyfile(PAGES / "stock-worker.js", folder / "worker.js")
    return folder
