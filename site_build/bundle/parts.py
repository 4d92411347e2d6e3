"""What a bundle is put together from, besides records: the library, the packages and the core's modules.

Compiling them takes the runtime and some seconds, so they are kept until Python or a template changes.
"""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from site_build.bundle.compile import Job, compile_inside
from site_build.bundle.folders import by_use, kept
from site_build.bundle.key import bytecode_key, compiled_key
from site_build.bundle.manifest import pack, store
from site_build.bundle.wheels import core_wheel, for_browser, installed_wheel, own_wheel, with_library
from site_build.kept import ROOT

PYODIDE = ROOT / "node_modules" / "pyodide"
DEPENDENCIES = ("jinja2", "markupsafe")
CORE = "calculators"
TOOLS = "page_tools"
NEEDED = {
    "qr": (TOOLS, "segno"),
    "sheet": (TOOLS,),
    "workbook": (TOOLS, "openpyxl", "et_xmlfile"),
}
"""What each tool runs on: fetched when it is first used, and none of it before."""
LATER = tuple(dict.fromkeys(name for names in NEEDED.values() for name in names if name != TOOLS))
"""Others' packages among these."""

WHEEL = "wheels/{}/{}"
"""A wheel's place below the bundle's folder: under its hash, by its name."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The files of a bundle but for the core's wheel, laid out in a folder as published and under the same names.

    All have their packed forms beside them. The wheels of `tools` stand by what they are for.
    """

    library: Path
    dependencies: list[Path]
    tools: dict[str, list[Path]]

    @classmethod
    def laid_out(cls, folder: Path) -> Parts:
        """The parts found in a folder: one wheel of each package that is known here."""
        (library,) = folder.glob("python_stdlib-*.zip")
        tools = {tool: [_wheel(folder, name) for name in names] for tool, names in NEEDED.items()}
        return cls(library, [_wheel(folder, name) for name in DEPENDENCIES], tools)


def plain_parts(target: Path) -> None:
    """Lay out in `target` the parts as their makers publish them, with no bytecode."""
    with tempfile.TemporaryDirectory() as scratch:
        _lay_out(target, PYODIDE / "python_stdlib.zip", *_wheels(Path(scratch)))


def compiled_parts(target: Path, root: Path) -> Path:
    """Lay out in `target` the parts as bytecode; give the folder of bytecode of the core at `root`."""
    folder = kept(_shelf(root), compiled_key(root), lambda fresh: _compile(root, fresh))
    shutil.copytree(folder / "parts", target, dirs_exist_ok=True)
    return folder / "core"


def earlier_parts(target: Path, root: Path) -> None:
    """Lay out the compiled parts that were used last, for whatever core; `LookupError` where none are kept."""
    folder = next(by_use(_shelf(root)), None)
    if folder is None:
        raise LookupError("No bundle has been compiled yet")
    shutil.copytree(folder / "parts", target, dirs_exist_ok=True)


def cache(root: Path) -> Path:
    """Where the project at `root` keeps what its bundles are made from."""
    return root / ".cache" / "bundle"


def _shelf(root: Path) -> Path:
    return cache(root) / "compiled"


def _wheels(target: Path) -> tuple[list[Path], list[Path]]:
    dependencies = [installed_wheel(name, target) for name in DEPENDENCIES]
    return dependencies, [
        own_wheel(ROOT / "browser" / "python" / TOOLS, target),
        *(installed_wheel(name, target) for name in LATER),
    ]


def _compile(root: Path, folder: Path) -> None:
    with tempfile.TemporaryDirectory() as place:
        scratch = Path(place)
        dependencies, later = _wheels(scratch)
        job = Job(
            pyodide=PYODIDE,
            wheels=[core_wheel(root, scratch), *dependencies, *later],
            core=CORE,
            tools=TOOLS,
            bytecode=kept(cache(root) / "bytecode", bytecode_key(), lambda _: None),
        )
        compiled = compile_inside(job, scratch / "compiled")
        dependencies, later = (
            [for_browser(w, compiled.site) for w in each] for each in (dependencies, later)
        )
        later[0] = with_library(later[0], TOOLS, compiled.rest)
        _lay_out(folder / "parts", compiled.library, dependencies, later)
        shutil.copytree(compiled.site / CORE, folder / "core" / CORE)


def _lay_out(target: Path, library: Path, dependencies: list[Path], later: list[Path]) -> None:
    pack(store(library, target, "python_stdlib-{}.zip"))
    for wheel in (*dependencies, *later):
        pack(store(wheel, target, WHEEL.format("{}", wheel.name)))


def _wheel(folder: Path, package: str) -> Path:
    (wheel,) = folder.glob(WHEEL.format("*", f"{package}-*.whl"))
    return wheel
