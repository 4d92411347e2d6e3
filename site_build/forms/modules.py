"""Which browser modules a calculator's page starts with, so that the page can name them all."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from site_build.kept import ROOT

SOURCES = ROOT / "browser"
IMPORTED = re.compile(r'^(?:import|export)\b[^"();]*"(\.[^"]+)";', re.MULTILINE)
WHOLE = {"form/calculator-form.js": ("form", "page"), "runtime/worker.js": ("runtime",)}
"""Modules that are published with what they import of these rooms, as one file each: whoever needs one needs them all,
and so they are a fifth smaller and come at once."""


def modules_of(element: str) -> list[str]:
    """The modules that the page of an element needs at once: its own below `browser/`, and all that they import.

    Named in the page, they are fetched together and not one round after another.
    """
    inside = gathered(SOURCES)
    return list(dict.fromkeys(inside.get(name, name) for name in _imported(SOURCES, element)))


def gathered(sources: Path) -> dict[str, str]:
    """The modules of a folder that are published inside another, by name, and that one; not what two of these need."""
    needed = {whole: _imported(sources, whole) for whole in WHOLE if (sources / whole).exists()}
    shared = Counter(name for names in needed.values() for name in names)
    return {
        name: whole
        for whole, names in needed.items()
        for name in names
        if name.split("/")[0] in WHOLE[whole] and shared[name] == 1
    }


def _imported(sources: Path, element: str) -> list[str]:
    found = [sources / element]
    for module in found:
        for address in IMPORTED.findall(module.read_text(encoding="utf-8")):
            imported = (module.parent / address).resolve()
            # The build writes the release later; nobody waits for it.
            if imported not in found and imported.exists():
                found.append(imported)
    return [module.relative_to(sources).as_posix() for module in found]
