"""The abbreviations that a page made from records leaves unexplained, with what they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable

from calculators.records.papers import Paper


def short_forms(words: str, papers: Iterable[Paper]) -> dict[str, str]:
    """By abbreviation what it stands for, where it first stands in the words by itself.

    In brackets, as in `Primary care trust (PCT)`, it is explained already.
    """
    found: dict[str, str] = {}
    for paper in papers:
        for term in paper.terms.values():
            first = re.search(rf"\(?\b{re.escape(term.term)}s?\b", words)
            if term.expansion and first and not first[0].startswith("("):
                found.setdefault(term.term, term.expansion)
    return found
