"""`python -m site_build new`: what it lays out passes the checks as it stands, and the site builds with it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.second_site import build, copied, python
from tests.support.sources import name_of, own_files

CALCULATOR, PAPER = "list-size", "north-vale"
NEW = ("-m", "site_build", "new")
# What the checks and the tests of the core need of the project.
ROOMS = ("benchmarks", "browser", "calculators", "docs", "site_build", "tests", "macros.py", "pyproject.toml")


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project's sources with a new paper in it and a new calculator."""
    folder = tmp_path_factory.mktemp("sources")
    for path in own_files():
        if name_of(path).startswith(ROOMS):
            place = folder / name_of(path)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, place)
    for kind, id in (("paper", PAPER), ("calculator", CALCULATOR)):
        done = run(folder, *NEW, kind, id)
        assert done.returncode == 0, done.stdout
        for name in done.stdout.split():
            assert (folder / name).is_file()
    return folder


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python in the copy, on its own sources."""
    environment = {name: text for name, text in os.environ.items() if name != "SITE_ROOT"}
    command = [sys.executable, *arguments]
    return subprocess.run(
        command,
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    "check",
    [
        ("ruff", "check", "calculators"),
        ("ruff", "format", "--check", "calculators"),
        ("mypy", "calculators/kinds/list_size"),
        (
            "pytest",
            "tests/core",
            "tests/cases/test_cases.py",
            "tests/cases/test_boundaries.py",
            "-k",
            f"({CALCULATOR} or {PAPER}) and not browsers",
        ),
    ],
    ids=lambda check: " ".join(check[:2]),
)
def test_what_is_new_passes_the_checks_as_it_stands(sources: Path, check: tuple[str, ...]) -> None:
    done = run(sources, "-m", *check)
    assert done.returncode == 0, done.stdout


def test_what_is_new_answers_from_the_command_line(sources: Path) -> None:
    assert f'"id": "{CALCULATOR}"' in run(sources, "-m", "calculators", "list").stdout


def test_the_site_builds_with_what_is_new(tmp_path: Path) -> None:
    folder, out = copied(tmp_path), tmp_path / "out"
    for kind, id, *more in (("paper", PAPER), ("calculator", CALCULATOR, "--paper", PAPER)):
        assert python(folder, *NEW, kind, id, *more).returncode == 0
    done = build(folder, out)
    assert done.returncode == 0, done.stdout
    front = (out / "index.html").read_text(encoding="utf-8")
    assert f'href="frameworks/{PAPER}/"' in front
    assert f'href="calculators/{CALCULATOR}/"' in front
    assert "Exactly the share" in (out / "calculators" / CALCULATOR / "index.html").read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("calculator", "List Size"), "is no id"),
        (("calculator", "class"), "is no id"),
        (("calculator", "reserve"), "is there already"),
        (("paper", "westmere"), "is there already"),
        (
            ("calculator", CALCULATOR, "--paper", "nowhere"),
            "there is no paper 'nowhere': choose from westmere",
        ),
    ],
)
def test_what_cannot_be_laid_out_is_told_and_nothing_is_written(
    tmp_path: Path, arguments: tuple[str, ...], told: str
) -> None:
    folder = copied(tmp_path)
    before = {path for path in folder.rglob("*") if "__pycache__" not in path.parts}
    done = python(folder, *NEW, *arguments)
    assert done.returncode == 2
    assert told in done.stdout
    assert {path for path in folder.rglob("*") if "__pycache__" not in path.parts} == before
