"""Modules of a published site put together as scripts that import nothing: from a folder, browsers load no module."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from site_build.kept import ROOT, kept, key_of, key_of_files

HERE = Path(__file__).parent
MAKER = HERE / "scripts.mjs"
ADDRESS = "https://file.invalid/"
"""Where modules take themselves to be, with the site's root above it: whoever answers them looks at the path alone."""


def scripts(wholes: Mapping[str, Sequence[Path]], address: str = "") -> dict[str, str]:
    """By name, each of the lists of modules as one script; the first of a list runs first.

    `address` is where below the site's root the modules take themselves to be.
    """
    files = [module for modules in wholes.values() for module in modules]
    beside = sorted({other for file in files for other in file.parents[1].rglob("*.js")})
    key = key_of(key_of_files(MAKER, ROOT / "package-lock.json", *beside), json.dumps([*wholes]), address)
    job = {name: [str(module) for module in modules] for name, modules in wholes.items()}
    made: dict[str, str] = kept(
        "scripts of files", key, lambda: _made({"wholes": job, "address": ADDRESS + address})
    )
    return made


def _made(job: Mapping[str, object]) -> dict[str, str]:
    command = ["node", str(MAKER), json.dumps(job)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"Scripts that import nothing could not be put together:\n{done.stderr}")
    made: dict[str, str] = json.loads(done.stdout)
    return made
