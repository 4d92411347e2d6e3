"""The search index, made from the finished pages: one entry for each paragraph, heading, criterion and term."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from selectolax.lexbor import LexborNode

from site_build.finish.built import BuiltPage, ancestors, siblings_after, value, words_of
from site_build.finish.facts import LIST, Restated

HEADINGS = ("h1", "h2", "h3")
ENTRIES = "a.para, .criterion, .glossary__entry, h2[id], h3[id]"
LONGEST = 600
# Worked examples would drown the pages they illustrate; a form is no place to read.
LEFT_OUT = {"answer", "calc"}
SOURCES = re.compile(r"(?:Paragraph|Source: paragraph) ")


class Row(NamedTuple):
    """An entry: its address below the site's root, its title, where it stands, and its words."""

    address: str
    title: str
    where: str
    words: str


def write_index(out: Path, rows: Iterable[Iterable[str]]) -> None:
    """Write `assets/search.json`: every row of every page."""
    text = json.dumps(list(rows), ensure_ascii=False, separators=(",", ":"))
    (out / "assets" / "search.json").write_text(text, encoding="utf-8")


def rows_of(page: BuiltPage, restated: Mapping[str, Restated]) -> Iterator[Row]:
    """The page itself, then every place in it that can be linked to."""
    article = page.tree.css_first("article")
    heading = article.css_first("h1") if article else None
    if article is None or heading is None or page.url == "404.html":
        return
    name, area = _text(heading), _area(page)
    lead = article.css_first("p.lead") or article.css_first("p")
    yield Row(page.url, _called(page, name), area, _text(lead) if lead else "")
    # A list of what other pages hold would come before them.
    if f"/{LIST}" in page.url:
        return
    where = f"{area} › {name}" if area else name
    for tag in article.css(ENTRIES):
        if not _left_out(tag) and (entry := _entry(tag, restated)):
            yield Row(f"{page.url}#{value(tag, 'id')}", entry[0], where, entry[1])


def _area(page: BuiltPage) -> str:
    """The group of pages that the page stands in, else the part of the site."""
    group = page.tree.css_first(".section-nav .tree__part") or page.tree.css_first(".section-nav__title")
    return _text(group) if group else ""


def _called(page: BuiltPage, name: str) -> str:
    """The page's heading, after its short name in the navigation where the heading does not hold that."""
    link = page.tree.css_first(".section-nav [aria-current=page]")
    short = _text(link) if link else ""
    return name if short.lower() in name.lower() else f"{short}: {name}"


def _left_out(tag: LexborNode) -> bool:
    return any(LEFT_OUT & set(value(around, "class").split()) for around in ancestors(tag))


def _entry(tag: LexborNode, restated: Mapping[str, Restated]) -> tuple[str, str] | None:
    """A place's title and words; None where what it holds has entries of its own."""
    if tag.tag == "a":
        return paragraph(tag, restated)
    if tag.tag in HEADINGS:
        words = _section(tag)
        return (_text(tag), words) if words else None
    if tag.tag == "li":
        return f"Criterion {value(tag, 'id').removeprefix('criterion-')}", _text(tag)
    term = tag.css_first("dt")
    return _text(term) if term else "", " ".join(_meaning(meaning) for meaning in tag.css("dd"))


def paragraph(mark: LexborNode, restated: Mapping[str, Restated]) -> tuple[str, str]:
    """A paragraph by its number and what it is about, with the words that restate it."""
    label = _text(mark)
    found = restated.get(value(mark, "id"))
    title = ": ".join(filter(None, (label, found.title if found else "")))
    return title, _text(mark.parent or mark, without=label)


def _meaning(entry: LexborNode) -> str:
    """A glossary entry's words, without the paragraphs it names: those are places of their own."""
    plain = entry.clone()
    for source in plain.css("a.cite"):
        source.decompose()
    return _text(plain)


def _section(heading: LexborNode) -> str:
    """The words under a heading, up to the next; nothing where its paragraphs have entries of their own."""
    words = []
    for tag in siblings_after(heading):
        if tag.tag in HEADINGS:
            break
        if tag.css_first("a.para, .criterion, .glossary__entry, form"):
            return ""
        words.append(_text(tag))
    return " ".join(words)[:LONGEST]


def _text(tag: LexborNode, without: str = "") -> str:
    """The words for the index, as far as one reads in a list of hits, `without` a beginning."""
    words = words_of(tag).replace(" .", ".").replace(" ,", ",").strip()
    return SOURCES.sub("", words).removeprefix(without).strip()[:LONGEST]
