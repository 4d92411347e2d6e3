"""The locks fix every package by its hash and say nothing of where it comes from."""

import json
import re
import tomllib
from typing import Any

from tests.support.pages import ROOT

PYTHON_LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
NODE_LOCK: dict[str, Any] = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
PINNED = re.compile(
    r"^([a-z0-9-]+)==\S+(?: ; [^\\]+)? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.M
)


def names_in_lock() -> set[str]:
    """The Python packages that are pinned with at least one hash."""
    return {match.group(1) for match in PINNED.finditer(PYTHON_LOCK)}


def test_every_python_package_is_pinned_with_hashes() -> None:
    rest = [line for line in PINNED.sub("", PYTHON_LOCK).splitlines() if line and not line.startswith("#")]
    assert names_in_lock()
    assert rest == []


def test_every_python_package_asked_for_is_in_the_lock() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [*project["dependency-groups"]["dev"], *project["project"]["dependencies"]]
    assert {re.split(r"[^a-z0-9-]", name)[0] for name in wanted} <= names_in_lock()


def test_the_node_lock_is_that_of_package_json_and_has_a_hash_for_every_package() -> None:
    asked = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    packages = NODE_LOCK["packages"]
    assert packages[""].get("devDependencies") == asked.get("devDependencies")
    assert packages[""].get("dependencies") == asked.get("dependencies")
    assert [name for name, entry in packages.items() if name and "integrity" not in entry] == []


def test_no_lock_holds_an_address() -> None:
    assert "://" not in PYTHON_LOCK
    assert [name for name, entry in NODE_LOCK["packages"].items() if "resolved" in entry] == []
    assert not re.search(r"--(extra-)?index-url|--find-links|--trusted-host", PYTHON_LOCK)
