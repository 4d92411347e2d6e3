"""The abbreviations that a page uses and leaves unexplained, with what they stand for."""

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
            if term.expansion and stands_alone(term.term, words) is not None:
                found.setdefault(term.term, term.expansion)
    return found


def stands_alone(short: str, words: str) -> int | None:
    """Where an abbreviation first stands in the words; nothing where it is not, or stands in brackets there."""
    first = re.search(rf"\(?\b{re.escape(short)}s?\b", words)
    return first.start() if first and not first[0].startswith("(") else None
