"""What the picture of a paper holds: the bodies that belong in it, and the way from a practice to the top."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import get_args

from calculators.records.papers import Paper
from calculators.records.schemas.bodies import BodyLevel
from site_build.pictures.lines.ties import ANSWERS, Tie, tied


def ties(paper: Paper) -> list[Tie]:
    """The arrows of the picture."""
    pictured = {body.id for body in paper.bodies.values() if body.picture}
    found = tied(
        line
        for line in paper.lines.values()
        if {line.from_, line.to} <= pictured and (line.picture or line.kind in ANSWERS)
    )
    # The way leads up: where the one above decides for the one below, its arrow says by whom it is decided.
    return [
        replace(tie, leads=tie.high) if any(line.picture == "main" for line in tie.lines) else tie
        for tie in found
    ]


def start(found: Iterable[Tie]) -> set[str]:
    """The body at the foot of the main way."""
    main = [tie for tie in found if tie.main]
    return {tie.low for tie in main} - {tie.high for tie in main}


def end(found: Iterable[Tie]) -> set[str]:
    """The body that the main way leads to, as far as the paper goes."""
    main = [tie for tie in found if tie.main]
    return {tie.high for tie in main} - {tie.low for tie in main}


def upwards(paper: Paper, found: Sequence[Tie]) -> list[Tie]:
    """The arrows as a reader follows them: the main way from its foot, then the others from the lowest body up."""
    levels = get_args(BodyLevel)
    ranked = sorted(found, key=lambda tie: -levels.index(paper.body(tie.low).level))
    order, foot = [], start(found)
    while step := next((tie for tie in ranked if tie.main and tie.low in foot and tie not in order), None):
        order.append(step)
        foot = {step.high}
    return [*order, *(tie for tie in ranked if tie not in order)]
