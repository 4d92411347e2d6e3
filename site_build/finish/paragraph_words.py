"""The words of every paragraph, one file a paper, for whoever wants to read a cited one without leaving the page."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from site_build.finish.built import BuiltPage, value
from site_build.finish.facts import Restated
from site_build.finish.search_index import paragraph

FOLDER = Path("assets", "paragraphs")


def paragraphs_of(page: BuiltPage, restated: Mapping[str, Restated]) -> Iterator[tuple[str, str, str]]:
    """Each paragraph that the page restates: its anchor, its number with what it is about, and its words."""
    for mark in page.tree.css("article a.para[id]"):
        yield value(mark, "id"), *paragraph(mark, restated)


def write_paragraphs(out: Path, pages: Mapping[str, Iterable[Iterable[str]]]) -> None:
    """Write `assets/paragraphs/<paper>.json`: by anchor, a paragraph's name and words."""
    papers: dict[str, dict[str, list[str]]] = {}
    for url, found in pages.items():
        for anchor, *words in found:
            papers.setdefault(url.split("/")[1], {})[anchor] = words
    (out / FOLDER).mkdir(parents=True, exist_ok=True)
    for paper, told in papers.items():
        text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
        (out / FOLDER / f"{paper}.json").write_text(text, encoding="utf-8")
