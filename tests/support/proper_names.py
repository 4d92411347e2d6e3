"""Titles and proper names in the text of a paper: runs of words with capitals."""

import re
from collections.abc import Iterator
from functools import cache

from tests.support.shared import SOURCES
from tests.support.source_lines import TEXTS, words

_CAPITAL = r"(?:[A-Z][\w&’'/-]*[a-z][\w&’'/-]*|[A-Z]{2,}[\w/-]*)"
_LINK = r"(?:of|and|for|the|in|to|on|&|with|at|by)"
_RUN = re.compile(rf"{_CAPITAL}(?: +(?:{_LINK} +){{0,2}}{_CAPITAL})+")
_SENTENCE = re.compile(r"(?<=[.;:?!])\s+|^[\s·•*o\d.()a-z-]{0,6}\s+")
_PARTS = re.compile(r"\s(?:and|&|for|to|by|with|on|in|the|at)\s|/")
_SHORT = re.compile(r"(?:[A-Z]{2,}s?|Co|GPs|Pb[RC]|DoH)(?:['’]s|s['’])?")
"""Abbreviations: a glossary and a page say these in full, and a name is no other for having one before or after it."""

_BEFORE = frozenset(
    {"a", "all", "an", "both", "each", "for", "from", "if", "in", "of", "our", "since", "the", "this", "when"}
)
"""What begins a sentence, and no name."""


def plain(text: str) -> str:
    """Text as names are compared in it: no marks, no case, no possessives and no plurals."""
    bare = re.sub(r"[^\w ]|[¹²³]", " ", re.sub(r"'s?\b", " ", words(text)))
    return " ".join(re.sub(r"(?<=\w{3})s\b", "", bare).split())


@cache
def names(paper: str) -> tuple[str, ...]:
    """Each run of two or more words with capitals, as the text has it first; what only begins a sentence is none."""
    text = (SOURCES / TEXTS[paper]).read_text(encoding="utf-8")
    runs = (
        run[0] for line in text.splitlines() for part in _SENTENCE.split(line) for run in _RUN.finditer(part)
    )
    return tuple({plain(run): run for run in runs if _capitals(run) > 1}.values())


def missing(paper: str, told: str) -> Iterator[str]:
    """The names that do not stand in a text as a whole, nor in the parts of which they are made."""
    held = f" {plain(told)} "
    for name in names(paper):
        if not _stands(name, held):
            yield from (part for part in _parts(name) if not _stands(part, held))


def _stands(name: str, held: str) -> bool:
    return f" {plain(name)} " in held


def _parts(name: str) -> Iterator[str]:
    for part in _PARTS.split(name):
        found = part.split()
        while found and (_SHORT.fullmatch(found[0]) or found[0].lower() in _BEFORE):
            del found[0]
        while found and _SHORT.fullmatch(found[-1]):
            del found[-1]
        if _capitals(bare := " ".join(found)) > 1:
            yield bare


def _capitals(text: str) -> int:
    return sum(word[0].isupper() for word in text.split())
