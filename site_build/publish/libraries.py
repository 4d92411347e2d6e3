"""The libraries that a page loads when one is first used, each as one module with its licence at the top."""

from __future__ import annotations

from pathlib import Path

from site_build.publish.packages import MODULES, node_package
from site_build.writing.site import MODULES as OURS
from site_build.writing.site import SCRIPTS

D3 = (
    *("d3-array", "d3-color", "d3-format", "d3-interpolate", "d3-time", "d3-time-format"),
    *("d3-scale", "d3-selection", "d3-axis"),
)
LIBRARIES: dict[str, tuple[str, ...]] = {
    "docx.js": ("docx/dist/index.mjs",),
    "d3.js": tuple(f"{name}/dist/{name}.min.js" for name in D3),
}
"""Each published module and the files it is put together from, in the order in which they need one another."""

OF_EVERY_PAGE: dict[str, tuple[str, ...]] = {"stemmer.js": ("stemmer/index.js",)}
"""The same of what any page may come to need."""


def write_libraries(out: Path) -> None:
    """Write the modules beside ours, below `libraries`; `FileNotFoundError` where npm has not been run."""
    for folder, libraries in ((OURS, LIBRARIES), (SCRIPTS, OF_EVERY_PAGE)):
        target = out / folder / "libraries"
        target.mkdir(parents=True, exist_ok=True)
        for name, sources in libraries.items():
            parts = [f"{_licence(source)}\n{_text(MODULES / source)}\n" for source in sources]
            (target / name).write_text("".join(parts), encoding="utf-8")


def _text(path: Path) -> str:
    lines = path.read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if not line.startswith("//# sourceMappingURL="))


def _licence(source: str) -> str:
    """The package's name, version and licence as a comment."""
    package = node_package(package_of(source))
    words = package.text.replace("*/", "* /")
    return f"/*! {package.name} {package.version}\n{words}*/"


def package_of(source: str) -> str:
    """The name of the package that a file of `node_modules` belongs to."""
    parts = source.split("/")
    return "/".join(parts[: 2 if source.startswith("@") else 1])
