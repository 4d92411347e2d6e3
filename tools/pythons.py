"""The core's tests on each supported Python that is here, beside the one that runs every check.

Each gets a small environment of its own, kept in `.cache/pythons` until `requirements-core.lock` changes. No Python is
downloaded: those that are not here are named.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tools.core_tests import CORE_TESTS

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements-core.lock"
VERSIONS = ("3.12", "3.13", "3.14")
OWN = f"{sys.version_info.major}.{sys.version_info.minor}"


def find(version: str) -> str | None:
    """A Python of this version that starts: on the path, or one of pyenv's; None where there is none."""
    kept = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    found = [
        shutil.which(f"python{version}"),
        *map(str, sorted(kept.glob(f"{version}*/bin/python{version}"))),
    ]
    return next(
        (python for python in found if python and _runs(python, "-c", "import venv, ensurepip")), None
    )


def environment(version: str, python: str) -> Path:
    """The Python of an environment with what the core's tests need, made where there is none for this lock."""
    key = hashlib.sha256(LOCK.read_bytes()).hexdigest()[:12]
    folder = ROOT / ".cache" / "pythons" / f"{version}-{key}"
    inside = folder / "bin" / "python"
    if not (folder / "ready").exists():
        for old in folder.parent.glob(f"{version}-*"):
            shutil.rmtree(old)
        subprocess.run([python, "-m", "venv", str(folder)], check=True)
        install = [
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--require-hashes",
            "-r",
            str(LOCK),
        ]
        subprocess.run([str(inside), "-m", *install], check=True)
        (folder / "ready").touch()
    return inside


def main() -> int:
    """Run the tests on each Python found and say in one line which ran and which are not here."""
    told, failed = [f"{OWN} runs every check"], False
    for version in VERSIONS:
        if version == OWN:
            continue
        python = find(version)
        if not python:
            told.append(f"{version} is not here")
            continue
        command = [str(environment(version, python)), "-m", "pytest", *CORE_TESTS]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode:
            failed = True
            print(done.stdout, done.stderr, sep="\n")
        told.append(f"{version} {'FAILED' if done.returncode else 'passed'} ({done.stdout.splitlines()[-1]})")
    print(f"Pythons, core and cases: {'; '.join(told)}", flush=True)
    return failed


def _runs(*command: str) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(main())
