"""The search index, made from the finished pages: one entry for each paragraph, heading, criterion and term."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from copy import copy
from pathlib import Path

from bs4 import Tag

from calculators.records.papers import load_paper, paper_ids
from site_build.finish.built import BuiltPage

Row = tuple[str, str, str, str]
HEADINGS = ["h1", "h2", "h3"]
LONGEST = 600
# Worked examples would drown the pages they illustrate; a form is no place to read.
LEFT_OUT = ["answer", "calc"]
# A list of what other pages hold would come before them.
LISTS = "/paragraphs/"


def write_index(out: Path, pages: Iterable[BuiltPage]) -> None:
    """Write `assets/search.json`: rows of address, title, where it stands, and text."""
    titles = paragraph_titles()
    rows = [row for page in pages if page.url != "404.html" for row in rows_of(page, titles)]
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    (out / "assets" / "search.json").write_text(text, encoding="utf-8")


def paragraph_titles() -> dict[str, str]:
    """What each paragraph is about, by its address."""
    papers = [load_paper(id) for id in paper_ids()]
    return {paper.url(p.label): p.title for paper in papers for p in paper.paragraphs.values()}


def rows_of(page: BuiltPage, titles: dict[str, str]) -> Iterable[Row]:
    """The page itself, then every place in it that can be linked to."""
    article = page.soup.select_one("article")
    heading = article.find("h1") if article else None
    if article is None or heading is None:
        return
    nav = page.soup.select_one(".section-nav")
    part = nav and (nav.select_one(".tree__part") or nav.select_one(".section-nav__title"))
    short = nav and nav.select_one("[aria-current=page]")
    name, area = _text(heading), _text(part) if part else ""
    called = f"{_text(short)}: {name}" if short and _text(short).lower() not in name.lower() else name
    where = f"{area} › {name}" if area else name
    lead = article.select_one("p.lead") or heading.find_next("p")
    yield page.url, called, area, _text(lead) if lead else ""
    if page.url.endswith(LISTS):
        return
    for tag in article.select("a.para, .criterion, .glossary__entry, h2[id], h3[id]"):
        if tag.find_parent(class_=LEFT_OUT):
            continue
        address = f"{page.url}#{tag['id']}"
        if tag.name == "a":
            title = ": ".join(filter(None, (_label(tag), titles.get(address))))
            yield address, title, where, _text(tag.parent or tag, without=_label(tag))
        elif tag.name in HEADINGS:
            if words := _section(tag):
                yield address, _text(tag), where, words
        elif tag.name == "li":
            yield address, f"Criterion {str(tag['id']).removeprefix('criterion-')}", where, _text(tag)
        else:
            term = tag.find("dt")
            yield (
                address,
                _text(term) if term else "",
                where,
                " ".join(_meaning(dd) for dd in tag.find_all("dd")),
            )


def _label(tag: Tag) -> str:
    return _text(tag).removeprefix("Paragraph ")


def _meaning(entry: Tag) -> str:
    """A glossary entry's words, without the paragraphs it names: those are places of their own."""
    plain = copy(entry)
    for source in plain.select("a.cite"):
        source.decompose()
    return _text(plain)


def _section(heading: Tag) -> str:
    """The words under a heading, up to the next; nothing where its paragraphs have entries of their own."""
    words = []
    for tag in heading.find_next_siblings():
        if tag.name in HEADINGS:
            break
        if tag.select_one("a.para, .criterion, .glossary__entry, form"):
            return ""
        words.append(_text(tag))
    return " ".join(words)[:LONGEST]


def _text(tag: Tag, without: str = "") -> str:
    words = re.sub(r"\s+", " ", tag.get_text(" ")).replace(" .", ".").replace(" ,", ",").strip()
    return re.sub(r"(?:Paragraph|Source: paragraph) ", "", words).removeprefix(without).strip()[:LONGEST]
