"""The bundle itself: the same from the same sources, whole, and with a plain one to fall back to."""

import gzip
import hashlib
import io
import json
import zipfile
from base64 import b64encode
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from calculators.engine.cases import load_cases
from calculators.engine.registry import get, ids
from calculators.uses.rendering import environment
from calculators.uses.rules_version import rules_version
from site_build.bundle import assemble
from site_build.bundle.assemble import Form
from site_build.bundle.loader import write_module
from tests.cases.conftest import asking, start
from tests.cases.expectations import here
from tests.support.every import every
from tests.support.released import modules
from tests.support.sources import copied


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder assets/python of a site."""
    return assemble.build_bundle(tmp_path_factory.mktemp("site")).parent


@pytest.fixture(scope="module")
def manifest(python: Path) -> dict[str, Any]:
    """What the worker reads first."""
    (file,) = python.glob("manifest-*.json")
    read: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return read


def contents(folder: Path) -> dict[str, str]:
    """Every file's hash."""
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {str(f.relative_to(folder)): hashlib.sha256(f.read_bytes()).hexdigest() for f in files}


def unpacked(python: Path, path: str) -> bytes:
    """An archive of the bundle as the worker hands it to Pyodide."""
    return gzip.decompress((python / f"{path}.bin").read_bytes())


def test_the_manifest_names_every_file_with_its_bytes_and_hash(
    python: Path, manifest: dict[str, Any]
) -> None:
    files = manifest["files"] | manifest["later"] | manifest["parts"]
    named = {path + ".bin" * ("packed" in facts): facts for path, facts in files.items()}
    assert {name for name in contents(python) if not name.startswith("manifest-")} == set(named)
    for name, facts in named.items():
        content = (python / name).read_bytes()
        assert facts["bytes"] == len(content)
        assert facts["integrity"] == f"sha256-{b64encode(hashlib.sha256(content).digest()).decode()}"


def packages(paths: Iterable[str]) -> list[str]:
    """The packages whose archives these are, as they are called."""
    return sorted(PurePosixPath(path).name.partition("-")[0].replace("_", "-") for path in paths)


def test_there_is_an_archive_of_each_package_where_it_belongs(manifest: dict[str, Any]) -> None:
    archives = [path for path, facts in manifest["files"].items() if facts.get("packed")]
    assert packages(archives) == ["calculators", "jinja2", "markupsafe", "python-stdlib"]
    assert packages(manifest["later"]) == ["et-xmlfile", "openpyxl", "page-tools", "segno"]
    assert {tool: packages(paths) for tool, paths in manifest["tools"].items()} == {
        "qr": ["page-tools", "segno"],
        "sheet": ["page-tools"],
        "workbook": ["et-xmlfile", "openpyxl", "page-tools"],
    }


def test_an_archives_address_holds_the_hash_of_what_is_in_it(python: Path, manifest: dict[str, Any]) -> None:
    files = manifest["files"] | manifest["parts"] | manifest["later"]
    for path in every(path for path, facts in files.items() if facts.get("packed")):
        assert hashlib.sha256(unpacked(python, path)).hexdigest()[:12] in path


def test_each_calculator_has_a_worked_case_to_begin_with(manifest: dict[str, Any]) -> None:
    assert manifest["examples"] == {id: load_cases(id)[0].input for id in ids()}


@pytest.mark.parametrize("calculator", ids())
def test_a_calculator_comes_with_the_papers_it_rests_on_and_with_no_other(
    python: Path, manifest: dict[str, Any], calculator: str
) -> None:
    own = manifest["kinds"][calculator]
    papers = [f"calculators-paper-{document}" for document in get(calculator).documents]
    assert packages(own) == sorted([f"calculators-{calculator}", *papers])
    held = {
        name
        for path in own
        for name in zipfile.ZipFile(io.BytesIO(unpacked(python, path))).namelist()
        if not name.startswith("calculators_")
    }
    folder = f"calculators/kinds/{calculator.replace('-', '_')}/"
    roots = [folder, *(f"calculators/papers/{document}/" for document in get(calculator).documents)]
    assert f"{folder}__init__.pyc" in held
    assert all(name.startswith(tuple(roots)) for name in held)
    assert all(any(name.startswith(root) for name in held) for root in roots)


def test_what_every_calculator_rests_on_holds_none_of_them_and_no_paper(
    python: Path, manifest: dict[str, Any]
) -> None:
    (core,) = (path for path in manifest["files"] if "/calculators-" in path)
    with zipfile.ZipFile(io.BytesIO(unpacked(python, core))) as wheel:
        names = wheel.namelist()
    assert "calculators/kinds/carried.json" in names
    assert not [n for n in names if n.startswith("calculators/papers/") and n.count("/") > 2]
    assert not [n for n in names if n.startswith("calculators/kinds/") and n.count("/") > 2]


def test_the_wheels_hold_what_is_read_soonest_and_no_worked_cases(
    python: Path, manifest: dict[str, Any]
) -> None:
    held: list[str] = []
    papers = {path for path in every(manifest["parts"]) if "/calculators_paper_" in path}
    for path in manifest["files"] | manifest["parts"]:
        if path.endswith(".whl"):
            with zipfile.ZipFile(io.BytesIO(unpacked(python, path))) as wheel:
                names = wheel.namelist()
            assert path in papers or any(name.endswith(".pyc") for name in names)
            assert not [n for n in names if n.endswith((".py", ".so", ".jinja", ".toml"))]
            assert not [n for n in names if "cases" in n.rpartition("/")[2] and n.endswith(".json")]
            held += names
    assert sum("templates/compiled/" in name for name in held) == len(environment().list_templates())
    records = {f"calculators/papers/{document}/rules.json" for id in ids() for document in get(id).documents}
    assert records <= {*held}


@pytest.mark.parametrize("text", ["import('./elsewhere.mjs')", 2 * "import('./pyodide.asm.mjs');"])
def test_a_pyodide_that_finds_its_modules_otherwise_stops_the_build(tmp_path: Path, text: str) -> None:
    (tmp_path / "pyodide.mjs").write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match="pyodide.asm.mjs"):
        write_module(tmp_path / "pyodide.mjs", tmp_path)
    assert not (tmp_path / "pyodide.js").exists()


def test_no_module_of_the_bundle_has_a_name_that_hosts_do_not_know(python: Path) -> None:
    assert sorted(path.name for path in python.rglob("*.js")) == ["pyodide.asm.js", "pyodide.js"]
    assert list(python.rglob("*.mjs")) == []
    assert all("pyodide.asm.mjs" not in path.read_text(encoding="utf-8") for path in python.rglob("*.js"))


def test_the_wheel_carries_the_versions_of_the_rules_as_they_are_told_from_the_sources(
    python: Path, manifest: dict[str, Any]
) -> None:
    (core,) = (path for path in manifest["files"] if "/calculators-" in path)
    with zipfile.ZipFile(io.BytesIO(unpacked(python, core))) as wheel:
        carried = json.loads(wheel.read("calculators/kinds/carried.json"))
    assert carried == {
        id: {
            "title": get(id).title,
            "version": rules_version(id),
            "documents": list(get(id).documents),
        }
        for id in ids()
    }


def test_the_same_sources_give_the_same_bundle_whatever_was_compiled_before(
    python: Path, tmp_path: Path
) -> None:
    root = copied(tmp_path / "copy")
    module = next(root.rglob("fair_share/calculation.py"))
    as_it_is = module.read_bytes()
    module.write_bytes(as_it_is + b"\nLEFT_BY_A_TEST = 1\n")
    changed = assemble.build_bundle(tmp_path / "changed", root).parent
    assert contents(changed) != contents(python)
    module.write_bytes(as_it_is)
    assert contents(assemble.build_bundle(tmp_path / "again", root).parent) == contents(python)


@pytest.mark.parametrize("form", [Form.PLAIN, Form.AT_ONCE])
def test_the_other_forms_give_the_same_answers(python: Path, tmp_path: Path, form: Form) -> None:
    assert python.is_dir(), "what is made at once rests on what was compiled"
    assemble.build_bundle(tmp_path, form=form)
    with start(tmp_path / "assets" / "python") as process:
        ask = asking(process)
        for calculator in every(ids()):
            case = load_cases(calculator)[0].input
            assert ask(calculator, case) == here(calculator, case)
        process.kill()


def test_the_release_names_the_manifest(python: Path) -> None:
    (file,) = python.glob("manifest-*.json")
    release = modules(python.parents[1]) / "runtime" / "release.js"
    assert f'export const manifest = "{file.name}";' in release.read_text(encoding="utf-8")
