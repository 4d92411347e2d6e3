"""Pyodide's two modules under names that every host knows how to send.

Many a host, stock nginx among them, has no type for `.mjs`, and a browser runs no module of an unknown type.
"""

from __future__ import annotations

from pathlib import Path

MACHINE_CODE_LOADER = "pyodide.asm.mjs"
"""The module that Pyodide's first module imports by itself. Its name stands once in each of the two: there in
the import, and in the module itself where an error's stack is searched for its own frames."""

SOURCE_MAP = "\n//# sourceMappingURL=pyodide.mjs.map"
"""A map that is not published: a browser's tools would ask for it in vain."""


def write_module(source: Path, folder: Path) -> Path:
    """Write the module `NAME.mjs` to `folder`/NAME.js; `ValueError` where it does not name what it did."""
    text = source.read_text(encoding="utf-8").replace(SOURCE_MAP, "")
    if text.count(MACHINE_CODE_LOADER) != 1:
        raise ValueError(
            f"{source.name} names {MACHINE_CODE_LOADER} {text.count(MACHINE_CODE_LOADER)} times and not once: "
            "look how this version of Pyodide finds that module"
        )
    path = folder / source.with_suffix(".js").name
    path.write_text(text.replace(MACHINE_CODE_LOADER, _under_js(MACHINE_CODE_LOADER)), encoding="utf-8")
    return path


def _under_js(name: str) -> str:
    return f"{name.removesuffix('.mjs')}.js"
