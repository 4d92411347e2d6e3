"""The wheels that run in the browser: the core's own, and those of the packages it needs."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.metadata import PackagePath, distribution
from pathlib import Path
from typing import Any

from pyodide_build.common import modify_wheel, pack_wheel, retag_wheel

EPOCH = "315532800"
"""The date every file in a wheel gets, 1 January 1980: the bytes depend on the contents alone."""

BYTECODE_TAG = "py314"
OWN_VERSION = "0.1.0"
LEFT_OUT = {".so", ".pyd", ".c", ".pyi", ".pyc", ".typed"}
METADATA = {"METADATA", "entry_points.txt"}
IN_PAGES = ("cases", "accountability")
KINDS, PAPERS = "calculators/kinds", "calculators/papers"
CARRIED = f"{KINDS}/carried.json"


def core_wheel(root: Path, target: Path) -> Path:
    """Build the wheel of the project at `root` with its own build backend."""
    target.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(target.resolve())]
    environment = os.environ | {"SOURCE_DATE_EPOCH": EPOCH}
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"The core’s wheel could not be built:\n{done.stdout}{done.stderr}")
    (wheel,) = target.glob("calculators-*.whl")
    return wheel


def own_wheel(package: Path, target: Path) -> Path:
    """A wheel of a package of ours that is not part of the core."""
    name = package.name
    folder = target / f"{name}-{OWN_VERSION}"
    for module in sorted(package.glob("*.py")):
        place = folder / name / module.name
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(module, place)
    info = folder / f"{folder.name}.dist-info"
    info.mkdir()
    metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: {OWN_VERSION}\n"
    (info / "METADATA").write_text(metadata, encoding="utf-8")
    return _packed(folder, info, target)


def installed_wheel(name: str, target: Path) -> Path:
    """A pure Python wheel of an installed package, from the files that pip put there and checked.

    No index has MarkupSafe's C extension for this runtime. The package brings the same functions in Python
    (markupsafe._native) and takes them where the extension is missing, so its wheel is packed without it.
    """
    package = distribution(name)
    folder = target / f"{name}-{package.version}"
    for file in package.files or []:
        if _is_shipped(file):
            place = folder / file
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(str(file.locate()), place)
    (info,) = folder.glob("*.dist-info")
    return _packed(folder, info, target)


def _packed(folder: Path, info: Path, target: Path, tag: str = "py3-none-any") -> Path:
    head = f"Wheel-Version: 1.0\nGenerator: site_build\nRoot-Is-Purelib: true\nTag: {tag}\n"
    (info / "WHEEL").write_text(head, encoding="utf-8")
    with _fixed_date():
        pack_wheel(folder, target, verbose=False)
    return target / f"{folder.name}-{tag}.whl"


def for_browser(wheel: Path, compiled: Path | None) -> Path:
    """The wheel in the form that the browser reads soonest: records as JSON, and no worked cases.

    Where `compiled` holds the package, modules and templates give way to what is found there, and the wheel is
    tagged for this runtime's Python; a module without bytecode is one that the browser never needs. Worked cases
    and the lines between bodies are left out: they are in the pages.
    """
    with _fixed_date():
        with modify_wheel(wheel, verbose=False) as folder:
            for records in folder.rglob("*.toml"):
                if not records.name.startswith(IN_PAGES):
                    held = tomllib.loads(records.read_text(encoding="utf-8"))
                    records.with_suffix(".json").write_text(json.dumps(held), encoding="utf-8")
                records.unlink()
            for metadata in folder.glob("*.dist-info/METADATA"):
                head, _, _ = metadata.read_text(encoding="utf-8").partition("\n\n")
                metadata.write_text(f"{head}\n", encoding="utf-8")
            if compiled:
                _replace_sources(folder, compiled)
        if not compiled:
            return wheel
        tagged: Path = retag_wheel(wheel, "any", python=BYTECODE_TAG, abi="none")
    return tagged


def _replace_sources(folder: Path, compiled: Path) -> None:
    for source in (*folder.rglob("*.py"), *folder.rglob("*.jinja")):
        source.unlink()
    for package in folder.iterdir():
        if (compiled / package.name).is_dir():
            shutil.copytree(compiled / package.name, package, dirs_exist_ok=True)


def apart(wheel: Path, known: Mapping[str, Mapping[str, Any]]) -> tuple[list[Path], dict[str, list[Path]]]:
    """Take each calculator and each paper out of the core's wheel into one of its own, beside it.

    Gives them, and by calculator those that it rests on; a paper on which none rests is left out. What is `known` of
    calculators stays in the core's wheel.
    """
    with _fixed_date(), modify_wheel(wheel, verbose=False) as folder:
        (folder / CARRIED).write_text(json.dumps(known), encoding="utf-8")
        documents = sorted({document for held in known.values() for document in held["documents"]})
        papers = {id: _part(wheel, folder, folder / PAPERS / id, f"paper-{id}", []) for id in documents}
        for place in (folder / PAPERS).iterdir():
            if place.is_dir():
                shutil.rmtree(place)
        kinds = {
            id: _part(wheel, folder, folder / KINDS / id.replace("-", "_"), id, held["documents"])
            for id, held in sorted(known.items())
        }
    rest_on = {id: [kinds[id], *(papers[d] for d in held["documents"])] for id, held in known.items()}
    return [*papers.values(), *kinds.values()], rest_on


def _part(wheel: Path, folder: Path, place: Path, name: str, documents: list[str]) -> Path:
    """The wheel of one place in the core, which then is no longer there."""
    core, version, *tag = wheel.stem.split("-")
    called = f"{core}_{name.replace('-', '_')}"
    inside = wheel.parent / f"{called}-{version}"
    (inside / place.relative_to(folder)).parent.mkdir(parents=True)
    shutil.move(place, inside / place.relative_to(folder))
    info = inside / f"{inside.name}.dist-info"
    info.mkdir()
    needs = [core, *(f"{core}-paper-{document}" for document in documents)]
    metadata = [f"Name: {core}-{name}", f"Version: {version}", *(f"Requires-Dist: {need}" for need in needs)]
    text = "\n".join(["Metadata-Version: 2.1", *metadata, ""])
    (info / "METADATA").write_text(text, encoding="utf-8")
    return _packed(inside, info, wheel.parent, "-".join(tag))


def with_library(wheel: Path, package: str, library: Path) -> Path:
    """The wheel with modules of the standard library beside its own, in a folder that it looks into."""
    with _fixed_date(), modify_wheel(wheel, verbose=False) as folder:
        shutil.copytree(library, folder / package / "library")
    return wheel


def _is_shipped(file: PackagePath) -> bool:
    if ".." in file.parts or "__pycache__" in file.parts or file.suffix in LEFT_OUT:
        return False
    folder = file.parts[0]
    return not folder.endswith(".dist-info") or file.name in METADATA or "licenses" in file.parts


@contextmanager
def _fixed_date() -> Iterator[None]:
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = EPOCH
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before
