"""The search index, made from the finished pages: each page with what kind of page it is, and its places."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborNode

from site_build.finish.built import BuiltPage, value, words_of
from site_build.finish.facts import LIST, Restated
from site_build.finish.search_places import places_of
from site_build.finish.search_words import known_words

ASKS = "meta[name=answers]"
DOUBTS, GUIDES, WORDS, LISTS = "open-questions/", "readers/", "glossary/", "find/"
# Their parts tell the lines of a drawing, one by one; a part of any other page answers as a page does.
DRAWN = ("/accountability/", "/who-decides/")
PART, WHOLE, BETWEEN = ".up", "[aria-current=true]", " › "

type Entry = Sequence[Any]
"""A page: its address below the site's root, title, where it stands, kind, the questions it says it answers, and
its places, each with anchor, title and lines."""


def write_index(out: Path, entries: Iterable[Entry]) -> None:
    """Write `assets/search.json`: every page, and the words that mean the same."""
    held = {**known_words(), "pages": [entry for entry in entries if entry]}
    text = json.dumps(held, ensure_ascii=False, separators=(",", ":"))
    (out / "assets" / "search.json").write_text(text, encoding="utf-8")


def entry_of(page: BuiltPage, restated: Mapping[str, Restated]) -> Entry:
    """What the index holds of a page; nothing of one without a place on the site. The page gives its words away."""
    copy = BuiltPage.of(page.url, page.html)
    article = copy.tree.css_first("article")
    heading = article.css_first("h1") if article else None
    if article is None or heading is None or page.url == "404.html":
        return []
    kind = _kind(page.url, article)
    places = places_of(article, restated, DOUBTS in page.url)
    if _lists(page.url):
        # A list of what other pages hold would come before them; a part of one is nothing else.
        del places[1:]
        if article.css_first(PART):
            places[0].lines.clear()
    return [
        page.url,
        _called(copy, places[0].title),
        _area(copy),
        kind,
        value(asks, "content") if (asks := copy.tree.css_first(ASKS)) else "",
        [[place.anchor, place.title if n else "", "\n".join(place.lines)] for n, place in enumerate(places)],
    ]


def drop_asks(page: BuiltPage) -> None:
    """Take out what a page says for the index alone."""
    for asks in page.tree.css(ASKS):
        asks.decompose()


def _lists(url: str) -> bool:
    return url.startswith(LISTS) or f"/{LIST}" in url


def _kind(url: str, article: LexborNode) -> str:
    """The kind of page, empty for one that answers.

    `body` is one body's page, `list` for what is looked up, `guide` for what leads on, `site` about the site, and
    `part` some lines of a drawing.
    """
    if article.css_first("section.body"):
        return "body"
    if _lists(url) or DOUBTS in url or url.startswith(WORDS):
        return "list"
    if url.startswith(GUIDES) or not url:
        return "guide"
    if url.startswith("about/"):
        return "site"
    return "part" if article.css_first(PART) and any(drawn in url for drawn in DRAWN) else ""


def _area(page: BuiltPage) -> str:
    """The group of pages that the page stands in, else the part of the site; and the page that it is a part of."""
    group = page.tree.css_first(".section-nav .tree__part") or page.tree.css_first(".section-nav__title")
    whole = page.tree.css_first(f".section-nav {WHOLE}")
    return BETWEEN.join(words_of(name) for name in (group, whole) if name)


def _called(page: BuiltPage, name: str) -> str:
    """The page's heading, after its short name in the navigation where the heading does not hold that."""
    link = page.tree.css_first(".section-nav [aria-current=page]")
    short = words_of(link) if link else ""
    return name if short.lower() in name.lower() else f"{short}: {name}"
