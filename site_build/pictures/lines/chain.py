"""From one body to the top: whom it answers to, whom those answer to, and who answers to it."""

from __future__ import annotations

from collections.abc import Iterable

from calculators.records.papers import Paper
from calculators.records.schemas import Line
from site_build.pictures.lines.lines import high_and_low
from site_build.pictures.lines.ties import ANSWERS, Tie, tied


def answering(paper: Paper) -> list[Line]:
    """The lines that tell to whom a body answers."""
    return [line for line in paper.lines.values() if line.kind in ANSWERS and line.from_ != line.to]


def upward(lines: Iterable[Line], body: str) -> list[Line]:
    """The lines from a body on, up to where the paper says no more."""
    lines, reached = list(lines), {body}
    while more := {high for low, high in _ends(lines) if low in reached} - reached:
        reached |= more
    return [line for line in lines if line.from_ in reached]


def chain(paper: Paper, body: str, most: int) -> list[Tie]:
    """The way from a body to the top, and of those who answer to it as many as make `most` bodies."""
    lines = answering(paper)
    up = tied(upward(lines, body))
    held = {body} | {end for tie in up for end in (tie.high, tie.low)}
    down = [tie for tie in tied(line for line in lines if line.to == body) if tie.low not in held]
    return [*up, *down[: max(0, most - len(held))]]


def _ends(lines: Iterable[Line]) -> Iterable[tuple[str, str]]:
    return ((low, high) for high, low in map(high_and_low, lines))
