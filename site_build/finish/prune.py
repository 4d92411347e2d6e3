"""The theme's style sheet, less the rules for things that no page of this site has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
FOREIGN = re.compile(r"\[data-md-")
STRING = re.compile(r"\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'")
PROPERTY = re.compile(r"(?<=[{;])(--[\w-]+):((?:\"[^\"]*\"|'[^']*'|[^;}\"'])*);?")
NESTED = ("@media", "@supports")


class Block(NamedTuple):
    """One rule: what stands before its braces, and what stands between them."""

    head: str
    body: str


def prune(text: str, classes: Iterable[str]) -> str:
    """`text` without rules whose every selector needs a class outside `classes`, and without properties unused then."""
    kept = _prune(text, frozenset(classes))
    read = set(re.findall(r"var\(\s*(--[\w-]+)", kept))
    return PROPERTY.sub(lambda found: found[0] if found[1] in read else "", kept)


def blocks(text: str) -> Iterator[Block]:
    """The rules of a style sheet at its outermost level; strings may hold anything."""
    hidden = STRING.sub(lambda found: "x" * len(found[0]), text)
    start = depth = opened = 0
    for n, mark in enumerate(hidden):
        if mark == "{":
            opened = n if depth == 0 else opened
            depth += 1
        elif mark == "}":
            depth -= 1
            if depth == 0:
                yield Block(text[start:opened].strip(), text[opened + 1 : n])
                start = n + 1


def _prune(text: str, classes: frozenset[str]) -> str:
    rules = []
    for head, body in blocks(text):
        if head.startswith(NESTED):
            if inner := _prune(body, classes):
                rules.append(f"{head}{{{inner}}}")
        elif head.startswith("@") or any(_matches(selector, classes) for selector in head.split(",")):
            rules.append(f"{head}{{{body}}}")
    return "".join(rules)


def _matches(selector: str, classes: frozenset[str]) -> bool:
    """Whether elements of the site can match: every class named outside `:not()` must be there."""
    needed = re.sub(r":not\([^)]*\)", "", selector)
    return not FOREIGN.search(needed) and all(name in classes for name in CLASS.findall(needed))
