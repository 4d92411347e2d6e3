"""The libraries that a page loads when one is first used, each as one module with its licence at the top."""

from __future__ import annotations

import json
from pathlib import Path

from site_build.writing.site import MODULES as OURS

MODULES = Path(__file__).resolve().parents[2] / "node_modules"
D3 = (
    *("d3-array", "d3-color", "d3-format", "d3-interpolate", "d3-time", "d3-time-format"),
    *("d3-scale", "d3-selection", "d3-axis"),
)
LIBRARIES: dict[str, tuple[str, ...]] = {
    "docx.js": ("docx/dist/index.mjs",),
    "d3.js": tuple(f"{name}/dist/{name}.min.js" for name in D3),
}
"""Each published module and the files it is put together from, in the order in which they need one another."""


def write_libraries(out: Path) -> None:
    """Write the modules beside ours, below `libraries`; `FileNotFoundError` where npm has not been run."""
    target = out / OURS / "libraries"
    target.mkdir(parents=True, exist_ok=True)
    for name, sources in LIBRARIES.items():
        parts = [f"{_licence(MODULES / source)}\n{_text(MODULES / source)}\n" for source in sources]
        (target / name).write_text("".join(parts), encoding="utf-8")


def _text(path: Path) -> str:
    lines = path.read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if not line.startswith("//# sourceMappingURL="))


def _licence(path: Path) -> str:
    """The package's name, version and licence as a comment."""
    package = path.parents[1]
    about = json.loads((package / "package.json").read_text(encoding="utf-8"))
    words = (package / "LICENSE").read_text(encoding="utf-8").replace("*/", "* /")
    return f"/*! {about['name']} {about['version']}\n{words}*/"
