"""The build depends on the sources alone: built again, wheel and site are the same to the byte."""

import hashlib
import subprocess
import sys
import zipfile
from pathlib import Path

from tests.support.pages import ROOT
from tests.support.site import build
from tests.support.sources import copied, files, name_of


def wheel(folder: Path) -> Path:
    """Build the core's wheel into a folder."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


def hashes(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file below a folder."""
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in found
    }


def test_the_wheel_is_the_core_alone_with_its_data_and_the_same_each_time(tmp_path: Path) -> None:
    first, second = wheel(tmp_path / "first"), wheel(tmp_path / "second")
    assert first.read_bytes() == second.read_bytes()
    names = {name for name in zipfile.ZipFile(first).namelist() if ".dist-info/" not in name}
    assert names == {name_of(path) for path in files("calculators", ".py", ".toml", ".jinja")}


def test_without_node_the_build_says_so_at_once(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "site_build", "--out", str(tmp_path / "site")]
    done = subprocess.run(
        command, cwd=ROOT, env={"PATH": str(tmp_path)}, capture_output=True, text=True, check=False
    )
    assert done.returncode
    assert "needs Node" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "site").exists()


def test_make_works_in_a_path_with_spaces(tmp_path: Path) -> None:
    """What it installs is installed already, so that only its own commands run."""
    copy = copied(tmp_path / "a copy")
    (copy / ".venv").symlink_to(ROOT / ".venv")
    ready = [part for name in (".venv/.ready", "node_modules/.ready") for part in ("-o", name)]
    done = subprocess.run(["make", *ready, "browser"], cwd=copy, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_build_somewhere_else_that_finds_nothing_kept_is_the_same_to_the_byte(
    site: Path, tmp_path: Path
) -> None:
    """Its path holds spaces, too."""
    build(tmp_path / "once again", copied(tmp_path / "a copy"))
    first, second = hashes(site), hashes(tmp_path / "once again")
    assert first
    assert {name for name in first.keys() | second.keys() if first.get(name) != second.get(name)} == set()
