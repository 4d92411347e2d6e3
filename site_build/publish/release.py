"""The last step of a published site: what pages run stands in folders named by the hash of what they hold.

So a page runs the modules, and these the bundle of Python, that it was built with, or none: where a later version has
taken their place it is told so, and never runs half of one version and half of another. What is named so may be kept
by browsers for ever.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from site_build.kept import key_of, write_whole
from site_build.writing.site import BROWSER, MODULES, SCRIPTS

NAMED = re.compile(rf'\b(?:src|href)="[^">]*?({MODULES}|{SCRIPTS})/')


def name_release(out: Path) -> None:
    """Move modules and scripts into folders named by their hashes, and let every page name these."""
    named = {folder: _moved(out, folder, below) for folder, below in ((MODULES, BROWSER), (SCRIPTS, SCRIPTS))}
    for page in out.rglob("*.html"):
        before = page.read_text(encoding="utf-8")
        after = renamed(before, named)
        if after != before:
            write_whole(page, after)


def renamed(html: str, folders: Mapping[str, str]) -> str:
    """The page with the new folder in the place of each old one, where an attribute names it."""
    return NAMED.sub(lambda found: f"{found[0].removesuffix(f'{found[1]}/')}{folders[found[1]]}/", html)


def _moved(out: Path, folder: str, below: str) -> str:
    """Move a folder to `below`, under the hash of all that it holds; its new address below the site's root."""
    place = out / folder
    files = sorted(file for file in place.rglob("*") if file.is_file())
    held = ((file.relative_to(place).as_posix(), file.read_bytes()) for file in files)
    hashed = key_of(*(part for named in held for part in named))[:12]
    aside = place.rename(out / below / f"../.{hashed}")
    (out / below).mkdir(exist_ok=True)
    aside.rename(out / below / hashed)
    return f"{below}/{hashed}"
