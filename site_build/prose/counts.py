"""How many records of a kind there are, for sentences that would be wrong once somebody adds one."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from calculators.records.papers import Paper, load_paper, paper_ids
from calculators.values.formats import in_words
from site_build.writing.page import Page

KINDS: Mapping[str, Callable[[Paper], int]] = {
    "paragraphs": lambda paper: len(paper.paragraphs),
    "paragraphs with a record": lambda paper: sum(not one.unused for one in paper.paragraphs.values()),
    "open questions": lambda paper: len(paper.ambiguities),
    "words explained": lambda paper: len(paper.terms),
    "bodies": lambda paper: len(paper.bodies),
}


def how_many(page: Page, kind: str, *, everywhere: bool = False, words: bool = False) -> str:
    """How many there are in the page's paper, or `everywhere`; `words` writes a small number in words.

    `ValueError` where the kind is none that is counted.
    """
    if kind not in KINDS:
        raise ValueError(f"'{kind}' is not counted: choose from {', '.join(KINDS)}")
    papers = map(load_paper, paper_ids()) if everywhere else [page.paper()]
    number = sum(map(KINDS[kind], papers))
    return in_words(number) if words else f"{number:,}"
