"""The locks fix every package by its hash and say nothing of where it comes from."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.support.pages import ROOT
from tools.pinned import NODE, unpinned

PYTHON_LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
CORE_LOCK = (ROOT / "requirements-core.lock").read_text(encoding="utf-8")
# The audit's packages are apart from those that every command needs.
NODE_FOLDERS = (ROOT, ROOT / "tools" / "audit")
PINNED = re.compile(
    r"^([a-z0-9-]+)==\S+(?: ; [^\\]+)? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.M
)


def node(folder: Path, name: str) -> dict[str, Any]:
    """One of npm's two files in a folder."""
    held: dict[str, Any] = json.loads((folder / name).read_text(encoding="utf-8"))
    return held


def names_in_lock() -> set[str]:
    """The Python packages that are pinned with at least one hash."""
    return {match.group(1) for match in PINNED.finditer(PYTHON_LOCK)}


def test_every_python_package_is_pinned_with_hashes() -> None:
    rest = [line for line in PINNED.sub("", PYTHON_LOCK).splitlines() if line and not line.startswith("#")]
    assert names_in_lock()
    assert rest == []


def test_every_python_package_asked_for_is_in_the_lock() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = [package for group in project["dependency-groups"].values() for package in group]
    wanted = [*(name for name in groups if isinstance(name, str)), *project["project"]["dependencies"]]
    assert {re.split(r"[^a-z0-9-]", name)[0] for name in wanted} <= names_in_lock()


def test_the_lock_of_the_cores_tests_is_a_part_of_the_lock() -> None:
    pins, all_pins = (
        set(re.findall(r"^[a-z0-9-]+==\S+|sha256:[0-9a-f]+", lock, re.M)) for lock in (CORE_LOCK, PYTHON_LOCK)
    )
    assert any("==" in pin for pin in pins)
    assert pins <= all_pins


@pytest.mark.parametrize("folder", NODE_FOLDERS, ids=lambda folder: folder.name)
def test_the_node_lock_is_that_of_package_json_and_has_a_hash_for_every_package(folder: Path) -> None:
    asked, packages = node(folder, "package.json"), node(folder, "package-lock.json")["packages"]
    assert packages[""].get("devDependencies") == asked.get("devDependencies")
    assert packages[""].get("dependencies") == asked.get("dependencies")
    assert [name for name, entry in packages.items() if name and "integrity" not in entry] == []


@pytest.fixture
def asked(tmp_path: Path) -> Path:
    """A folder with all that a lock is made from, as it is here."""
    for name in (*NODE, "pyproject.toml", "Makefile"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    return tmp_path


def test_all_that_a_lock_is_made_from_is_pinned(asked: Path) -> None:
    assert list(unpinned(asked)) == []
    lines = (ROOT / "Makefile").read_text(encoding="utf-8").partition("\nlock:")[2].splitlines()
    assert lines[1].strip() == "@$(PY) -m tools.pinned"


@pytest.mark.parametrize(
    ("file", "pinned", "loose", "told"),
    [
        ("package.json", r'"terser": "[^"]+"', '"terser": "^1.2.3"', "terser has '^1.2.3' for its version"),
        ("package.json", r'"terser": "[^"]+"', '"terser": "latest"', "terser has 'latest' for its version"),
        ("package.json", r'"terser": "[^"]+"', '"terser": "5.x"', "package.json: terser has '5.x'"),
        ("package.json", r'"terser": "[^"]+"', '"terser": "github:a/b"', "terser has 'github:a/b'"),
        ("tools/audit/package.json", r'"lighthouse": "[^"]+"', '"lighthouse": "*"', "tools/audit/package.json: light"),
        ("pyproject.toml", '"ruff",', '"ruff @ https://example.org/ruff.whl",', "ruff.whl is an address"),
        ("Makefile", r"(?m)^UV := \S+$", "UV :=", "UV, which writes the locks, has '' for its version"),
        ("Makefile", r"(?m)^UV := \S+$", "UV := >0.13", "has '>0.13' for its version"),
        ("Makefile", r"(?m)^UV := \S+$", "", "Makefile: UV, which writes the locks, is not named"),
    ],
)  # fmt: skip
def test_what_is_not_pinned_is_refused_before_a_lock_is_written(
    asked: Path, file: str, pinned: str, loose: str, told: str
) -> None:
    text, changed = re.subn(pinned, loose, (asked / file).read_text(encoding="utf-8"))
    assert changed == 1
    (asked / file).write_text(text, encoding="utf-8")
    (words,) = unpinned(asked)
    assert told in words


def test_no_lock_holds_an_address() -> None:
    for lock in (PYTHON_LOCK, CORE_LOCK):
        assert "://" not in lock
        assert not re.search(r"--(extra-)?index-url|--find-links|--trusted-host", lock)
    for folder in NODE_FOLDERS:
        packages = node(folder, "package-lock.json")["packages"]
        assert [name for name, entry in packages.items() if "resolved" in entry] == []
