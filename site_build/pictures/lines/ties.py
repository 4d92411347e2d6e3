"""All lines between two bodies as one arrow, and the bodies that a drawing sets out by level."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import get_args

from calculators.records.papers import Paper
from calculators.records.schemas import Line
from calculators.records.schemas.bodies import BodyLevel
from site_build.pictures.lines.lines import high_and_low, kinds

ANSWERS = ("accountable_to", "responsible_to", "reports_to")
"""The kinds of line that tell to whom a body answers."""


@dataclass(frozen=True, slots=True)
class Tie:
    """Lines between two bodies, drawn as one arrow: `high` stands above `low`.

    `leads` to one of them where it is a step of a way: lines that run the other way are then told from their receiver.
    """

    high: str
    low: str
    lines: tuple[Line, ...]
    leads: str = ""

    @property
    def main(self) -> bool:
        """Whether it is a step of the way up from a practice: in a picture, or since it tells who answers to whom."""
        return any(line.picture == "main" for line in self.lines) and (
            self.answers or self.leads == self.high
        )

    @property
    def answers(self) -> bool:
        """Whether it tells to whom a body answers."""
        return any(line.kind in ANSWERS for line in self.lines)

    @property
    def direction(self) -> str:
        """Whether its arrow points down, up, or both ways, as its lines run."""
        if any(kinds()[line.kind].head == "both" for line in self.lines):
            return "both"
        ends = {line.to if self._back(line) else line.from_ for line in self.lines}
        return "forward" if ends == {self.high} else "back" if ends == {self.low} else "both"

    @property
    def inferred(self) -> bool:
        """Whether the paper states none of its lines."""
        return all(line.basis != "stated" for line in self.lines)

    @property
    def shorts(self) -> tuple[str, ...]:
        """What its lines say, a word or two for each kind."""
        said = [(kinds()[line.kind], self._back(line)) for line in self.lines]
        return tuple(dict.fromkeys(kind.back if back else kind.short for kind, back in said))

    def _back(self, line: Line) -> bool:
        """Whether its arrow runs from the line's receiver to its sender."""
        return bool(kinds()[line.kind].back and line.from_ == self.leads)


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


def led(paper: Paper, ties: Iterable[Tie]) -> list[Tie]:
    """The ties as steps of a way down, in the order in which a matter takes them, a practice's own first."""
    ties = [replace(tie, leads=tie.low) for tie in ties]
    order: list[Tie] = []
    while left := [tie for tie in ties if tie not in order]:
        below = {tie.low for tie in left}
        # Where bodies refer to one another in a circle, there is no first.
        first = [tie for tie in left if tie.high not in below] or left
        order += sorted(first, key=lambda tie: paper.body(tie.high).level != "practice")
    return order


def rows(paper: Paper, bodies: Collection[str]) -> list[list[str]]:
    """These bodies by level, the highest first; those that have no level are left out."""
    by_level = [
        [body for body in bodies if paper.body(body).level == level] for level in get_args(BodyLevel) if level
    ]
    return [row for row in by_level if row]
