"""The second site in `tests/second_site`: an invented paper and one calculator, built by the same steps in seconds.

Ask for `second_site` to look at it as it is built. To see what the build refuses, take a `copied` one, spoil it and
`build` that.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.pages import ROOT
from tests.support.site import once

SOURCE = ROOT / "tests" / "second_site"
# What the second site takes from the project by a path of its own: settings, theme, macros and styles.
INHERITED = ("docs", "macros.py", "mkdocs.yml", "overrides")
# All steps but the browser's bundle, which takes longer than the rest together and is tested by itself.
BUILD = """
import sys
from pathlib import Path
from site_build import build
steps = tuple(step for step in build.PUBLISH if step[0] != "Python bundle")
build.build_site(Path(sys.argv[1]), steps=steps)
"""


def copied(target: Path) -> Path:
    """A copy of the second site below `target`, to be changed by a test."""
    folder = target / SOURCE.relative_to(ROOT)
    shutil.copytree(SOURCE, folder, symlinks=True, ignore=shutil.ignore_patterns(".cache", "__pycache__"))
    for name in INHERITED:
        (target / name).symlink_to(ROOT / name)
    return folder


def python(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python on the site in `folder`: the generator and the core then know its papers and calculators alone."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=os.environ | {"SITE_ROOT": str(folder)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


def build(folder: Path, out: Path) -> subprocess.CompletedProcess[str]:
    """Build the site in `folder` into `out`; what it said and whether it was refused."""
    return python(folder, "-c", BUILD, str(out))


def make(out: Path) -> None:
    """Build the second site as it is; raise with its words where it fails."""
    done = build(SOURCE, out)
    if done.returncode:
        raise AssertionError(f"The second site does not build:\n{done.stdout}")


@pytest.fixture(scope="session")
def second_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder of the second site, built once for all test processes."""
    base = tmp_path_factory.getbasetemp()
    return once(base if worker_id == "master" else base.parent, "second-site", make)
