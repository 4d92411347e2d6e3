"""Links of the finished pages: none dead, none empty, and nothing loaded from another origin."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from site_build.finish.built import BuiltPage, PageError

LOADS = {"script": "src", "img": "src", "link": "href", "iframe": "src", "source": "src", "use": "href"}


def check_links(out: Path, pages: Iterable[BuiltPage]) -> None:
    """`PageError` naming every page and link that leads nowhere, says nothing or loads from elsewhere."""
    pages = list(pages)
    anchors = {page.url: {str(tag["id"]) for tag in page.soup.select("[id]")} for page in pages}
    faults = [fault for page in pages for fault in _faults(out, page, anchors)]
    if faults:
        raise PageError("\n".join(faults))


def _faults(out: Path, page: BuiltPage, anchors: Mapping[str, set[str]]) -> Iterable[str]:
    name = page.url or "the first page"
    for tag in page.soup.find_all(LOADS):
        address = str(tag.get(LOADS[tag.name], ""))
        if urlsplit(address).netloc or address.startswith("//"):
            yield f"{name}: <{tag.name}> loads from another origin: {address}"
    for link in page.soup.select("a[href]"):
        href = str(link["href"])
        words = link.get_text(strip=True) or link.get("aria-label") or link.select_one("title, [alt]")
        if not words:
            yield f"{name}: the link to {href} has no words"
        if not urlsplit(href).scheme and (fault := _dead(out, page, href, anchors)):
            yield f"{name}: the link to {href} {fault}"


def _dead(out: Path, page: BuiltPage, href: str, anchors: Mapping[str, set[str]]) -> str:
    parts = urlsplit(href)
    path, anchor = unquote(parts.path), unquote(parts.fragment)
    target = page.url
    if path:
        folder = page.url if page.url.endswith("/") else ""
        found = normpath(path if path.startswith("/") else f"/{folder}{path}").strip("/")
        target = f"{found}/" if found and path.endswith(("/", ".")) else found
    if "=" in anchor:  # What a script keeps in the fragment is no place on the page.
        anchor = ""
    if target in anchors:
        return f"names the missing place #{anchor}" if anchor and anchor not in anchors[target] else ""
    return "" if target and (out / target).is_file() else "leads nowhere"
