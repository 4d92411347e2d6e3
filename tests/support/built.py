"""The built pages as trees, each parsed once in a test process, and what many tests ask of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html  # type: ignore[import-untyped]

from tests.support.pages import NOT_FOUND, file_of, page_paths

type Element = html.HtmlElement

BASE = "http://site.test/"


class Built:
    """One built page: its address below the site's root, and its tree. No test changes the tree."""

    def __init__(self, site: Path, path: str) -> None:
        """Parse the page; `FileNotFoundError` where it was not built."""
        self.path = path
        self.tree: Element = html.fromstring((site / file_of(path)).read_bytes())

    def __str__(self) -> str:
        return self.path or "the front page"

    @cached_property
    def by_id(self) -> dict[str, Element]:
        """Every element with an id."""
        return {str(tag.get("id")): tag for tag in self.tree.xpath("//*[@id]")}

    @cached_property
    def article(self) -> Element:
        """What a reader gets between header and footer; `LookupError` where there is none."""
        for found in self.tree.iter("article"):
            return found
        raise LookupError(f"{self} holds no article")

    @cached_property
    def policy(self) -> dict[str, list[str]]:
        """The page's content policy, directive to sources; empty where it has none."""
        content = self.tree.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
        parts = [directive.split() for directive in content.split(";") if directive.strip()]
        return {name: sources for name, *sources in parts}

    def leads_to(self, link: str) -> tuple[str, str]:
        """Address and anchor that a link on the page leads to, as a browser resolves it; a foreign one whole."""
        parts = urlsplit(urljoin(BASE + self.path, link))
        if parts.netloc != urlsplit(BASE).netloc:
            return parts.geturl(), ""
        return unquote(parts.path).lstrip("/"), unquote(parts.fragment)


@cache
def built(site: Path, path: str) -> Built:
    """The page with this address; `FileNotFoundError` where it was not built."""
    return Built(site, path)


@cache
def _moved(site: Path, path: str) -> dict[str, str]:
    """Where the page leads whoever comes by an old address: from an anchor to an address below it."""
    moved = json.loads(built(site, path).tree.xpath("string(//script[@id='moved'])") or "{}")
    return {anchor: f"{path}{to}" for anchor, to in moved.items()}


def own_pages(site: Path, path: str) -> list[str]:
    """The addresses of the pages that sections of this one became, in their order, as it leads old addresses on."""
    return [*dict.fromkeys(to.partition("#")[0] for to in _moved(site, path).values())]


def place_now(site: Path, place: str) -> str:
    """Where a place stands that the records know as `place`: there, or on the page that its section became."""
    path, _, anchor = place.partition("#")
    return _moved(site, path).get(anchor, place)


@cache
def whole(site: Path, path: str) -> Built:
    """The page as its author wrote it: with the sections that became pages of their own at its end, links led."""
    page = Built(site, path)
    for own in own_pages(site, path):
        article = Built(site, own).article
        article.make_links_absolute(f"{BASE}{own}")
        page.article.append(article)
    return page


def built_pages(site: Path) -> Iterator[Built]:
    """Every page of the site, those that sections became after the one that they left, the 404 page last."""
    for path in [*page_paths(), NOT_FOUND]:
        yield from (built(site, one) for one in (path, *own_pages(site, path)))


def of_class(name: str) -> str:
    """The XPath condition that an element has this class: `//a[{of_class('cite')}]`."""
    return f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')"


def words(element: Element) -> str:
    """The element's text, its white space made even."""
    return re.sub(r"\s+", " ", element.text_content()).strip()
