"""What the search knows of words: those that tell nothing, those that mean the same, and what papers are called."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from pathlib import Path
from typing import Any

from calculators.records.papers import Paper, load_paper, paper_ids
from site_build.finish.built import PageError
from site_build.writing.site import DOCS

FILE = DOCS / "find" / "words.toml"
KEYS = {"little", "same", "named"}


def known_words(file: Path = FILE) -> dict[str, Any]:
    """The words of `file`, with the papers' short forms and what each stands for; `PageError` where it is not fit.

    A site need not have that file.
    """
    held: dict[str, Any] = {"little": "", "same": [], "named": []}
    if file.exists():
        held = tomllib.loads(file.read_text(encoding="utf-8"))
    if wrong := held.keys() ^ KEYS:
        raise PageError(f"{file.name}: {sorted(wrong)[0]} is missing, or is no key of it")
    little = held["little"].split()
    groups = [_group(file, n, group) for n, group in enumerate(held["same"], start=1)]
    return {
        "little": sorted(set(little)),
        "same": groups + short_forms([load_paper(id) for id in paper_ids()]),
        "named": [_named(file, group) for group in held["named"]],
    }


def _named(file: Path, group: dict[str, Any]) -> tuple[str, list[str]]:
    """The address of a paper's pages, and what readers call it."""
    paper = group.get("paper", "")
    if paper not in paper_ids():
        raise PageError(f"{file.name}: “{paper}” is no paper, but has names")
    return f"frameworks/{paper}/", _words(file, paper, group, {"paper", "words"}, 1)


def _group(file: Path, n: int, group: dict[str, Any]) -> list[str]:
    words = group.get("words", [])
    return _words(file, words[0] if words else f"number {n}", group, {"words"}, 2)


def _words(file: Path, first: str, group: dict[str, Any], keys: set[str], least: int) -> list[str]:
    words = group.get("words", [])
    if group.keys() != keys or len(words) < least:
        many = "two words" if least > 1 else "a word"
        raise PageError(f"{file.name}: the group {first} needs {many} or more, and no other key")
    if twice := [word for word in words if words.count(word) > 1]:
        raise PageError(f"{file.name}: {twice[0]} stands twice in the group {first}")
    if odd := [word for word in words if word != word.strip().lower() or not word]:
        raise PageError(f"{file.name}: “{odd[0]}” in the group {first} is not in small letters")
    return list(words)


def short_forms(told: list[Paper]) -> list[list[str]]:
    """Each short form of the glossaries with all that the papers spell out for it."""
    found: dict[str, set[str]] = defaultdict(set)
    for paper in told:
        for term in paper.terms.values():
            if term.expansion and " " not in term.term:
                found[term.term.lower()].add(term.expansion.lower())
    return [[short, *sorted(long - {short})] for short, long in sorted(found.items()) if long - {short}]
