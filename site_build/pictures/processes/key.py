"""What the marks of a process mean, for those that it has: four signs at most."""

from __future__ import annotations

from markupsafe import Markup

from calculators.records.schemas import Process
from site_build.pictures.drawing import svg
from site_build.pictures.lines.key import KeyMark


def marks(process: Process) -> list[KeyMark]:
    """A mark for each sort of step in the process."""
    steps = process.step
    found = [
        ("dg-number dg-round", 20, "a step, with its paragraph", True),
        ("dg-number dg-choice", 16, "a decision", any(step.decision for step in steps)),
        (
            "dg-number dg-round dg-two",
            18,
            "two act together",
            any(step.co_actor for step in steps),
        ),
        (
            "dg-step dg-inferred",
            20,
            "not said outright",
            any(step.basis != "stated" for step in steps),
        ),
    ]
    return [KeyMark(_sample(css, size), words) for css, size, words, used in found if used]


def _sample(css: str, size: float) -> Markup:
    sample = svg.sample(28, 28)
    group = svg.group(sample, css)
    svg.place(group, 14, 14)
    if "dg-two" in css:
        svg.box(group, -size / 2 - 3, -size / 2 - 3, size + 6, size + 6, "dg-both")
    svg.box(group, -size / 2, -size / 2, size, size, "dg-box")
    return svg.html(sample)
