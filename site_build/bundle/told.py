"""What the browser is told of every calculator, by the core at a project's root.

Run by itself there, so that the core it imports is that one: `python told.py` prints it as JSON.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TypedDict


class Told(TypedDict):
    """What is known of calculators by id: `carried` without their files, and a worked case each as an `example`."""

    carried: dict[str, dict[str, object]]
    examples: dict[str, dict[str, str]]


def told(root: Path) -> Told:
    """What the core at `root` tells; `SystemExit` where it cannot."""
    environment = os.environ | {"PYTHONPATH": str(root), "PYTHONSAFEPATH": "1"}
    command = [sys.executable, __file__]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"The core could not tell what it holds:\n{done.stderr}")
    found: Told = json.loads(done.stdout)
    return found


def _tell() -> Told:
    from calculators.engine.cases import load_cases
    from calculators.engine.registry import get, ids
    from calculators.uses.rules_version import rules_version

    carried: dict[str, dict[str, object]] = {
        id: {
            "title": get(id).title,
            "version": rules_version(id),
            "documents": [*get(id).documents],
        }
        for id in ids()
    }
    return {"carried": carried, "examples": {id: load_cases(id)[0].input for id in ids() if load_cases(id)}}


if __name__ == "__main__":
    print(json.dumps(_tell()))
