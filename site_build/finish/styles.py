"""One style sheet for the whole site: the theme's in a layer of its own, so that ours always wins, then ours."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Collection, Sequence
from pathlib import Path

from site_build.finish.built import BuiltPage
from site_build.kept import ROOT, kept, key_of, key_of_files, write_whole

BUNDLER = Path(__file__).with_name("styles.mjs")
THEME = re.compile(r"main\.[0-9a-f]+\.min\.css")
# All that a style sheet could mean by a class: more names than there are do no harm.
CLASS = re.compile(r"\.([\w-]+)")


def bundle_styles(out: Path, links: Sequence[str], used: Collection[str]) -> str:
    """Write the sheets that the pages link as one file; its address below the site's root.

    `links` are their addresses in order, `used` the classes of all pages: the theme's other rules are left out.
    """
    folder = out / "assets" / "stylesheets"
    sheets = [folder / Path(link).name for link in links]
    theme = "\n".join(sheet.read_text("utf-8") for sheet in sheets if THEME.fullmatch(sheet.name))
    ours = "\n".join(sheet.read_text("utf-8") for sheet in sheets if not THEME.fullmatch(sheet.name))
    unused = sorted(set(CLASS.findall(theme)).difference(used))
    key = key_of(key_of_files(BUNDLER, ROOT / "package-lock.json"), theme, ours, *unused)
    text = kept("styles", key, lambda: _bundle(theme, ours, unused))
    for old in folder.iterdir():
        old.unlink()
    name = f"site.{key_of(text)[:8]}.css"
    write_whole(folder / name, text)
    return f"assets/stylesheets/{name}"


def _bundle(theme: str, ours: str, unused: Sequence[str]) -> str:
    asked = json.dumps({"theme": theme, "ours": ours, "unused": unused})
    done = subprocess.run(["node", str(BUNDLER)], input=asked, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"The style sheets could not be put together:\n{done.stderr}")
    return done.stdout


def link_sheet(page: BuiltPage, address: str) -> None:
    """Let the page link the one sheet in place of all the others."""
    first, *rest = page.tree.css("link[rel=stylesheet]")
    first.attrs["href"] = page.up + address
    for link in rest:
        link.decompose()
