"""What is made anew for a change: the manifest for a worked case, a wheel for a record, all of it for Python."""

import gzip
import hashlib
import io
import json
import re
import shutil
import zipfile
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
        ("cases.toml", False, True),
        ("cases-*.toml", False, True),
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
    changed = {"calculators_paper_hertfordshire", "manifest"}
    assert {name.split("/")[-1].split("-")[0] for name in others} == changed
    assert compiled
    assert compiled == {
        path: path.stat().st_ctime_ns for path in (root / ".cache/bundle/compiled").rglob("*.bin")
    }


def test_another_value_of_a_rule_is_told_as_another_version_though_nothing_is_compiled_anew(
    tmp_path: Path,
) -> None:
    root = copied(tmp_path / "copy")
    shutil.copytree(cache(ROOT), cache(root))
    before = versions(build_bundle(tmp_path / "before", root).parent)
    rules = root / "calculators/papers/hertfordshire/rules.toml"
    text = rules.read_text(encoding="utf-8")
    rules.write_text(
        re.sub(r'(id = "fair-share-tolerance".*?value = )"[^"]+"', r'\1"11"', text, count=1, flags=re.S),
        "utf-8",
    )
    assert rules.read_text(encoding="utf-8") != text
    after = versions(build_bundle(tmp_path / "after", root).parent)
    assert {id for id in before if after[id] != before[id]} == {"fair-share"}


def versions(python: Path) -> dict[str, str]:
    """The version of each calculator's rules that the bundle in a folder carries."""
    (wheel,) = python.glob("wheels/*/calculators-*.bin")
    with zipfile.ZipFile(io.BytesIO(gzip.decompress(wheel.read_bytes()))) as core:
        carried = json.loads(core.read("calculators/kinds/carried.json"))
    return {id: told["version"] for id, told in carried.items()}


def hashes(folder: Path) -> dict[str, str]:
    """Every file's hash, by its address below the folder."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files
    }
