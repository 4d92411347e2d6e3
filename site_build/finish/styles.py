"""One style sheet for the whole site: the theme's in a layer of its own, so that ours always wins, then ours."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from site_build.finish.built import BuiltPage
from site_build.finish.prune import prune

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
LEADING = re.compile(r"^\s*(?:@charset \"[^\"]*\";)?")


def bundle_styles(out: Path, pages: Sequence[BuiltPage]) -> str:
    """Write the sheets that the pages link as one file; its address below the site's root."""
    used = {
        name
        for page in pages
        for tag in page.soup.select("[class]")
        for name in tag.get_attribute_list("class")
    }
    folder = out / "assets" / "stylesheets"
    parts = []
    for link in sheets(pages[0].soup):
        name = Path(str(link["href"])).name
        text = (folder / name).read_text(encoding="utf-8")
        plain = _plain(text)
        parts.append(f"@layer theme{{{prune(plain, used)}}}" if _is_theme(name) else plain)
    text = "\n".join(parts)
    name = f"site.{hashlib.sha256(text.encode()).hexdigest()[:8]}.css"
    for old in folder.iterdir():
        old.unlink()
    (folder / name).write_text(text, encoding="utf-8")
    return f"assets/stylesheets/{name}"


def sheets(page: BeautifulSoup) -> list[Tag]:
    """The links to style sheets, in order."""
    return list(page.find_all("link", rel="stylesheet"))


def link_bundle(page: BeautifulSoup, address: str, up: str) -> None:
    """Let the page link the one sheet in place of all the others."""
    first, *rest = sheets(page)
    first["href"] = up + address
    for link in rest:
        link.decompose()


def _is_theme(name: str) -> bool:
    return bool(re.fullmatch(r"main\.[0-9a-f]+\.min\.css", name))


def _plain(text: str) -> str:
    """Without comments, source maps and the blank ends of lines; the rest is left to the compression."""
    text = LEADING.sub("", COMMENT.sub("", text))
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())
