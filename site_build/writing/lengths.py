"""Lists that are too long for one page, cut into runs that a phone shows in a few screens."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from math import ceil

# What a phone's line holds, and the lines that a list on a page of its own may have.
CHARACTERS = 40
LINES = 150


def lines(*texts: str) -> int:
    """The lines that texts take on a phone, each beginning a new one."""
    return sum(ceil(len(text) / CHARACTERS) for text in texts)


def runs[T](entries: Iterable[T], length: Callable[[T], int], most: int = LINES) -> list[Sequence[T]]:
    """The entries in order, in as few runs of `most` lines as hold them, and those about as long as one another.

    An entry that is longer by itself stands alone.
    """
    given = list(entries)
    lengths = [length(entry) for entry in given]
    fair = sum(lengths) / max(1, ceil(sum(lengths) / most))
    found: list[list[T]] = []
    filled = 0
    for entry, own in zip(given, lengths, strict=True):
        if not found or filled + own > most or filled + own / 2 > fair:
            found.append([])
            filled = 0
        found[-1].append(entry)
        filled += own
    return [tuple(run) for run in found]
