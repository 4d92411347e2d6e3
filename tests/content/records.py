"""What the checks of records share: what cites what, a value as several, and the numbers in a text."""

import re
from collections.abc import Iterator

from calculators.records.papers import Paper

DIGITS = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


def citations(paper: Paper) -> Iterator[tuple[str, str]]:
    """Place and cited paragraph of every record of the paper, in whatever file it stands."""
    for held in paper.all_records:
        yield from ((f"{held.file}, {held.id}", label) for label in held.paragraphs)


def values(value: str | tuple[str, ...]) -> tuple[str, ...]:
    """A rule's value or values, always as several."""
    return (value,) if isinstance(value, str) else value


def numbers(text: str) -> set[str]:
    """The numbers in a text, without the commas that group thousands."""
    return {found.replace(",", "") for found in DIGITS.findall(text)}
