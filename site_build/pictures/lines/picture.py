"""What the picture of a paper holds: the bodies that belong in it, and the way from a practice to the top."""

from __future__ import annotations

from calculators.records.papers import Paper
from site_build.pictures.lines.ties import ANSWERS, Tie, tied


def ties(paper: Paper) -> list[Tie]:
    """The arrows of the picture."""
    pictured = {body.id for body in paper.bodies.values() if body.picture}
    return tied(
        line
        for line in paper.lines.values()
        if {line.from_, line.to} <= pictured and (line.picture or line.kind in ANSWERS)
    )


def start(found: list[Tie]) -> set[str]:
    """The body at the foot of the main way."""
    main = [tie for tie in found if tie.main]
    return {tie.low for tie in main} - {tie.high for tie in main}
