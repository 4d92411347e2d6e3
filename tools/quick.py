"""`make quick`: lint of what changed, types, and the core with its cases in this Python, side by side.

`python -m tools.quick core` runs only the steps named, as the hook before a commit does.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Collection
from pathlib import Path

from tools.core_tests import CORE_TESTS

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
MAIN = ("origin/main", "main")


def changed() -> list[str]:
    """The Python files that differ from where this branch left the main one, and new ones."""
    base = next((found[0] for name in MAIN if (found := _git("merge-base", "HEAD", name))), "HEAD")
    names = _git("diff", "--name-only", "--diff-filter=d", base)
    names += _git("ls-files", "--others", "--exclude-standard")
    return sorted({name for name in names if name.endswith(".py") and (ROOT / name).is_file()})


def steps() -> dict[str, list[str]]:
    """Each step's command, by the step's name."""
    files = changed()
    lint = (
        {"lint": ["ruff", "check", *files], "format": ["ruff", "format", "--check", *files]} if files else {}
    )
    return {
        **lint,
        "types": ["mypy"],
        "walls": ["lint-imports"],
        "core": ["pytest", "-n", "2", *CORE_TESTS],
    }


def run(wanted: Collection[str]) -> bool:
    """Run the steps and print how each came out, with its words where it failed; whether all passed."""
    environment = os.environ | {"HYPOTHESIS_PROFILE": "quick"}
    started, passed = time.perf_counter(), True
    running = {
        name: subprocess.Popen(
            [str(BIN / command), *arguments],
            cwd=ROOT,
            env=environment,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        for name, (command, *arguments) in steps().items()
        if name in wanted or not wanted
    }
    for name, process in running.items():
        words, _ = process.communicate()
        took = time.perf_counter() - started
        print(
            f"{name}: {'FAILED' if process.returncode else 'passed'}, {took:.1f} s after the start",
            flush=True,
        )
        if process.returncode:
            print(words)
            passed = False
    return passed


def _git(*words: str) -> list[str]:
    """What git prints, line by line; nothing where it cannot tell."""
    done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.splitlines() if done.returncode == 0 else []


if __name__ == "__main__":
    sys.exit(not run(sys.argv[1:]))
