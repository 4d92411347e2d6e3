"""The site that the tests look at: built once, whatever number of processes ask for it."""

import fcntl
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.support.pages import ROOT


def build(out: Path, root: Path = ROOT) -> None:
    """Build the site of the project in `root` as `make site` does; raise with its words where it fails."""
    command = [sys.executable, "-m", "site_build", "--out", str(out)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    if done.returncode:
        raise AssertionError(f"The site does not build:\n{done.stdout}{done.stderr}")


def build_once(shared: Path) -> Path:
    """Build into `shared`/site, or wait for the process that does. SITE_DIR names a site already built."""
    if os.environ.get("SITE_DIR"):
        return Path(os.environ["SITE_DIR"]).resolve()
    return once(shared, "site", build)


def once(shared: Path, name: str, make: Callable[[Path], None]) -> Path:
    """The folder `shared`/name, made by one test process while the others wait; all fail where it does."""
    out, outcome = shared / name, shared / f"{name}-outcome"
    with (shared / f"{name}-lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not outcome.exists():
            try:
                make(out)
                outcome.write_text("", encoding="utf-8")
            except AssertionError as error:
                outcome.write_text(str(error), encoding="utf-8")
    assert not outcome.read_text(encoding="utf-8"), outcome.read_text(encoding="utf-8")
    return out
