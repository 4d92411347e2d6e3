"""Compile the standard library and the wheels inside the runtime itself, whose bytecode only it can read."""

from __future__ import annotations

import json
import subprocess
from dataclasses import asdict, dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Job:
    """Where the stock runtime is, the wheels to compile, and the packages that they serve.

    `tools` is a package that the page loads later. The folder `bytecode` holds what was compiled earlier, and gets
    what is compiled now.
    """

    pyodide: Path
    wheels: list[Path]
    core: str
    tools: str
    bytecode: Path


@dataclass(frozen=True, slots=True)
class Compiled:
    """The library's archive, the folder of the wheels' bytecode laid out as in site-packages, and the rest.

    The `rest` is what only the tools need of the library, as a folder of bytecode.
    """

    library: Path
    site: Path
    rest: Path


def compile_inside(job: Job, target: Path) -> Compiled:
    """Run the stock runtime under Node: import the core, then write what it needed as bytecode."""
    target.mkdir(parents=True)
    job.bytecode.mkdir(parents=True, exist_ok=True)
    settings = json.dumps(asdict(job) | {"target": target}, default=str)
    command = ["node", str(HERE / "compile.mjs"), settings]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"The library could not be compiled:\n{done.stdout}{done.stderr}")
    for fresh in (target / "bytecode").glob("*"):
        fresh.replace(job.bytecode / fresh.name)
    return Compiled(library=target / "python_stdlib.zip", site=target / "site", rest=target / "rest")
