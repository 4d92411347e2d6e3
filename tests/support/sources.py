"""The project's own files, as git knows them: committed, or new and not ignored."""

import shutil
import subprocess
from functools import cache
from pathlib import Path

from tests.support.pages import ROOT


@cache
def own_files() -> tuple[Path, ...]:
    """Every file of the project, in order."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    names = sorted(set(done.stdout.split("\0")) - {""})
    return tuple(ROOT / name for name in names if (ROOT / name).is_file())


def files(folder: str, *suffixes: str) -> list[Path]:
    """The project's files below a folder, of these kinds."""
    return [p for p in own_files() if p.is_relative_to(ROOT / folder) and p.suffix in suffixes]


def name_of(path: Path) -> str:
    """The path below the project's folder: `calculators/engine/run.py`."""
    return path.relative_to(ROOT).as_posix()


def copied(target: Path) -> Path:
    """A copy of the project that a test may edit; it keeps nothing of earlier builds. Gives `target`."""
    for path in own_files():
        place = target / path.relative_to(ROOT)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, place)
    (target / "node_modules").symlink_to(ROOT / "node_modules")
    return target
