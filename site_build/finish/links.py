"""Links of the finished pages: none dead, none empty, none that leaves the site where it stands below a path."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote, urlsplit

from site_build.finish.built import BuiltPage, PageError, value

LOADS = {"script": "src", "img": "src", "link": "href", "iframe": "src", "source": "src", "use": "href"}
# It is served at any address, so its links can only start at the server's root.
ANYWHERE = "404.html"


class Linked(Protocol):
    """What is known of a finished page: the anchors that it has, and the addresses that it names."""

    @property
    def anchors(self) -> list[str]:
        """Every `id` on the page."""

    @property
    def links(self) -> list[str]:
        """Every address on this site that it links or loads, once."""


def anchors_of(page: BuiltPage) -> list[str]:
    """Every `id` on the page."""
    return [value(tag, "id") for tag in page.tree.css("[id]")]


def links_of(page: BuiltPage) -> list[str]:
    """Every address on this site that the page links or loads, once.

    `PageError` where a link has no words, or something is loaded from another origin.
    """
    found: dict[str, None] = {}
    faults = []
    for tag in page.everywhere(", ".join(LOADS)):
        address = value(tag, LOADS[tag.tag or ""])
        if urlsplit(address).netloc:
            faults.append(f"{page.name}: <{tag.tag}> loads from another origin: {address}")
        elif address and not urlsplit(address).scheme:
            found[address] = None
    for link in page.everywhere("a[href]"):
        href = value(link, "href")
        if not (link.text(strip=True) or value(link, "aria-label") or link.css_first("title, [alt]")):
            faults.append(f"{page.name}: the link to {href} has no words")
        if not urlsplit(href).scheme:
            found[href] = None
    if faults:
        raise PageError("\n".join(faults))
    return list(found)


def check_links(out: Path, pages: Mapping[str, Linked]) -> None:
    """`PageError` naming every page and link that leads nowhere or out of the site; `out` holds its other files."""
    anchors = {url: frozenset(page.anchors) for url, page in pages.items()}
    faults = [
        f"{url or 'the first page'}: the link to {link} {fault}"
        for url, page in pages.items()
        for link in page.links
        if (fault := _fault(out, url, link, anchors))
    ]
    if faults:
        raise PageError("\n".join(faults))


def place_of(url: str, path: str) -> str | None:
    """The address below the site's root that `path` on the page at `url` leads to; None where it climbs above."""
    if not path:
        return url
    steps = [] if path.startswith("/") else url.split("/")[:-1]
    *folders, last = path.lstrip("/").split("/")
    for step in (*folders, *([last] if last in (".", "..") else [])):
        if step == "..":
            if not steps:
                return None
            steps.pop()
        elif step not in ("", "."):
            steps.append(step)
    folder = "".join(f"{step}/" for step in steps)
    return folder if last in ("", ".", "..") else folder + last


def _fault(out: Path, url: str, link: str, anchors: Mapping[str, frozenset[str]]) -> str:
    parts = urlsplit(link)
    path, anchor = unquote(parts.path), unquote(parts.fragment)
    if path.startswith("/") and url != ANYWHERE:
        return "starts at the server's root, and the site may stand below it: write it from this page"
    target = place_of(url, path)
    if target is None:
        return "climbs above the site's root"
    if target in anchors:
        # What a script keeps in the fragment is no place on the page.
        missing = anchor and "=" not in anchor and anchor not in anchors[target]
        return f"names the missing place #{anchor}" if missing else ""
    return "" if target and (out / target).is_file() else "leads nowhere"
