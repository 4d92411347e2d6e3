"""The words of every paragraph, one file a paper, for whoever wants to read a cited one without leaving the page."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from selectolax.lexbor import LexborNode

from site_build.finish.built import BuiltPage, evened, value, words_of
from site_build.finish.facts import Restated

FOLDER = Path("assets", "paragraphs")
# What stands beside the words: their own number, other numbers, and the way to a calculator.
BESIDE = "a.para, a.cite, a.used-by"
LONGEST = 600
"""Letters that are read in place; whoever wants more goes there."""


def paragraphs_of(page: BuiltPage, restated: Mapping[str, Restated]) -> Iterator[tuple[str, str, str]]:
    """Each paragraph that the page restates: its anchor, its number with what it is about, and its words."""
    for mark in page.tree.css("article a.para[id]"):
        label, found = evened(words_of(mark)).removeprefix("Paragraph "), restated.get(value(mark, "id"))
        title = ": ".join(filter(None, (label, found.title if found else "")))
        yield value(mark, "id"), title, _words(mark.parent or mark)


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


def _words(block: LexborNode) -> str:
    plain = block.clone()
    for beside in plain.css(BESIDE):
        beside.decompose()
    said = evened(words_of(plain))
    return said if len(said) <= LONGEST else f"{said[:LONGEST].rsplit(' ', 1)[0]} …"
