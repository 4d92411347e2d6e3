"""What the search knows of words: those that tell nothing, and those that mean the same."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from pathlib import Path
from typing import Any

from calculators.records.papers import Paper, load_paper, paper_ids
from site_build.finish.built import PageError
from site_build.writing.site import DOCS

FILE = DOCS / "find" / "words.toml"
KEYS = {"little", "same"}


def known_words(file: Path = FILE) -> dict[str, Any]:
    """The words of `file`, with the papers' short forms and what each stands for; `PageError` where it is not fit.

    A site need not have that file.
    """
    held: dict[str, Any] = {"little": "", "same": []}
    if file.exists():
        held = tomllib.loads(file.read_text(encoding="utf-8"))
    if wrong := held.keys() ^ KEYS:
        raise PageError(f"{file.name}: {sorted(wrong)[0]} is missing, or is no key of it")
    little = held["little"].split()
    groups = [_group(file, n, group) for n, group in enumerate(held["same"], start=1)]
    return {
        "little": sorted(set(little)),
        "same": groups + short_forms([load_paper(id) for id in paper_ids()]),
    }


def _group(file: Path, n: int, group: dict[str, Any]) -> list[str]:
    words = group.get("words", [])
    first = words[0] if words else f"number {n}"
    if group.keys() != {"words"} or len(words) < 2:
        raise PageError(f"{file.name}: the group {first} needs two words or more, and no other key")
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
