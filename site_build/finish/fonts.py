"""The two fonts of the site, copied from their npm packages: Latin letters only, one file each."""

from __future__ import annotations

import shutil
from pathlib import Path

MODULES = Path(__file__).resolve().parents[2] / "node_modules"
FONTS = {
    "text.woff2": "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2",
    "heading.woff2": "@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2",
}


def copy_fonts(out: Path) -> None:
    """Put the fonts and their licences into `assets/fonts`; `FileNotFoundError` where npm has not been run."""
    target = out / "assets" / "fonts"
    target.mkdir(parents=True, exist_ok=True)
    for name, source in FONTS.items():
        shutil.copyfile(MODULES / source, target / name)
        licence = (MODULES / source).parents[1] / "LICENSE"
        shutil.copyfile(licence, target / f"{Path(name).stem}-licence.txt")
