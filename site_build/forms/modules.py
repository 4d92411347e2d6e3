"""Which browser modules a calculator's page starts with, so that the page can name them all."""

from __future__ import annotations

import re

from site_build.kept import ROOT

SOURCES = ROOT / "browser"
IMPORTED = re.compile(r'^(?:import|export)\b[^"();]*"(\.[^"]+)";', re.MULTILINE)


def modules_of(element: str) -> list[str]:
    """The modules that the page of an element needs at once: its own below `browser/`, and all that they import.

    Named in the page, they are fetched together and not one round after another.
    """
    found = [SOURCES / element]
    for module in found:
        for address in IMPORTED.findall(module.read_text(encoding="utf-8")):
            imported = (module.parent / address).resolve()
            if imported not in found:
                found.append(imported)
    return [module.relative_to(SOURCES).as_posix() for module in found]
