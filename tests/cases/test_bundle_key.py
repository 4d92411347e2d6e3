"""What is made anew for a change: nothing for a worked case, a wheel for a record, all of it for Python."""

import hashlib
import shutil
from pathlib import Path

import pytest

from site_build.bundle.assemble import Form, build_bundle
from site_build.bundle.key import bundle_key, compiled_key
from site_build.bundle.parts import cache
from tests.support.pages import ROOT
from tests.support.sources import copied


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project."""
    return copied(tmp_path_factory.mktemp("project") / "copy")


def changed(project: Path, pattern: str) -> tuple[bool, bool]:
    """Whether the key of what is compiled and that of the bundle are others once a file has one more line."""
    file = next((project / "calculators").rglob(pattern))
    keys = compiled_key(project), bundle_key(project, Form.COMPILED)
    before = file.read_bytes()
    try:
        file.write_bytes(before + b"\n# One more line.\n")
        return compiled_key(project) != keys[0], bundle_key(project, Form.COMPILED) != keys[1]
    finally:
        file.write_bytes(before)


@pytest.mark.parametrize(
    ("pattern", "compiled", "packed"),
    [
        ("cases.toml", False, False),
        ("cases-*.toml", False, False),
        ("papers/*/rules.toml", False, True),
        ("papers/*/paper.toml", False, True),
        ("result.html.jinja", True, True),
        ("calculation.py", True, True),
        ("cases.py", True, True),
    ],
)
def test_a_change_is_followed_by_what_rests_on_it(
    project: Path, pattern: str, compiled: bool, packed: bool
) -> None:
    assert changed(project, pattern) == (compiled, packed)


def test_a_renamed_module_is_another_source(project: Path) -> None:
    before = compiled_key(project)
    file = next((project / "calculators").rglob("calculation.py"))
    renamed = file.rename(file.with_name("renamed.py"))
    try:
        assert compiled_key(project) != before
    finally:
        renamed.rename(file)


def test_a_changed_record_packs_its_paper_again_and_nothing_else(tmp_path: Path) -> None:
    before = hashes(build_bundle(tmp_path / "before").parent)
    root = copied(tmp_path / "copy")
    shutil.copytree(cache(ROOT), cache(root))
    compiled = {path: path.stat().st_ctime_ns for path in (root / ".cache/bundle/compiled").rglob("*.bin")}
    (paper,) = root.glob("calculators/papers/hertfordshire/paper.toml")
    paper.write_text(
        f"{paper.read_text(encoding='utf-8')}\n# Another line is no other record.\n", encoding="utf-8"
    )
    assert hashes(build_bundle(tmp_path / "same", root).parent) == before
    rules = root / "calculators/papers/hertfordshire/rules.toml"
    rules.write_text(
        rules.read_text(encoding="utf-8").replace('statement = "', 'statement = "Now: ', 1), "utf-8"
    )
    after = hashes(build_bundle(tmp_path / "after", root).parent)
    others = set(before.keys() ^ after.keys())
    changed = {"calculators_paper_hertfordshire", "manifest", "pyodide"}
    assert {name.split("/")[-1].split("-")[0] for name in others} == changed
    assert compiled
    assert compiled == {
        path: path.stat().st_ctime_ns for path in (root / ".cache/bundle/compiled").rglob("*.bin")
    }


def hashes(folder: Path) -> dict[str, str]:
    """Every file's hash, by its address below the folder."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files
    }
