"""All lines between two bodies as one arrow, and the bodies that a drawing sets out by level."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import get_args

from calculators.records.papers import Paper
from calculators.records.schemas import Line
from calculators.records.schemas.bodies import BodyLevel
from site_build.pictures.lines.lines import high_and_low, kinds

ANSWERS = ("accountable_to", "responsible_to", "reports_to")
"""The kinds of line that tell to whom a body answers."""


@dataclass(frozen=True, slots=True)
class Tie:
    """Lines between two bodies, drawn as one arrow: `high` stands above `low`."""

    high: str
    low: str
    lines: tuple[Line, ...]

    @property
    def main(self) -> bool:
        """Whether it is a step of the way from a practice to the top."""
        return any(line.picture == "main" for line in self.lines)

    @property
    def answers(self) -> bool:
        """Whether it tells to whom a body answers."""
        return any(line.kind in ANSWERS for line in self.lines)

    @property
    def direction(self) -> str:
        """Whether its arrow points down, up, or both ways, as its lines run."""
        if any(kinds()[line.kind].head == "both" for line in self.lines):
            return "both"
        ends = {line.from_ for line in self.lines}
        return "forward" if ends == {self.high} else "back" if ends == {self.low} else "both"

    @property
    def inferred(self) -> bool:
        """Whether the paper states none of its lines."""
        return all(line.basis != "stated" for line in self.lines)

    @property
    def shorts(self) -> tuple[str, ...]:
        """What its lines say, a word or two for each kind."""
        return tuple(dict.fromkeys(kinds()[line.kind].short for line in self.lines))


def tied(lines: Iterable[Line]) -> list[Tie]:
    """The lines by the two bodies that they join, those of a kind that a reader asks for first before the others."""
    order = list(kinds())
    found: dict[frozenset[str], list[Line]] = {}
    for line in lines:
        if line.from_ != line.to:
            found.setdefault(frozenset((line.from_, line.to)), []).append(line)
    ties = []
    for together in found.values():
        together.sort(key=lambda line: order.index(line.kind))
        ties.append(Tie(*high_and_low(together[0]), tuple(together)))
    return ties


def rows(paper: Paper, bodies: Collection[str]) -> list[list[str]]:
    """These bodies by level, the highest first; those that have no level are left out."""
    by_level = [
        [body for body in bodies if paper.body(body).level == level] for level in get_args(BodyLevel) if level
    ]
    return [row for row in by_level if row]
