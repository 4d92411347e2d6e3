"""Lists by the letter that their entries begin with."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from calculators.records.schemas import slug


def by_letter[T](entries: Iterable[T], name: Callable[[T], str]) -> dict[str, list[T]]:
    """The entries, already in order, under their first letters; a leading “the” does not count."""
    letters: dict[str, list[T]] = {}
    for entry in sorted(entries, key=lambda one: sorted_as(name(one))):
        first = sorted_as(name(entry))[0]
        letters.setdefault(first.upper() if first.isalpha() else "0 to 9", []).append(entry)
    return letters


def sorted_as(name: str) -> str:
    """The name as it is put in order: without a leading article."""
    return slug(name).removeprefix("the-")
