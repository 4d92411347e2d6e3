"""What the arrows of a drawing mean, for those that it has: four signs at most."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from site_build.pictures.drawing import svg
from site_build.pictures.lines.picture import end
from site_build.pictures.lines.ties import Tie


@dataclass(frozen=True, slots=True)
class KeyMark:
    """A sample of an arrow, and what it means."""

    sample: Markup
    words: str


def marks(ties: Sequence[Tie], name: Callable[[str], str], *, way: bool = False) -> list[KeyMark]:
    """A mark for each sort of arrow among these; `way` where all of them lead on to the next body."""
    top = ", ".join(sorted(map(name, end(ties))))
    found = [
        (
            "dg-main",
            "filled",
            f"the way up from your practice, to: {top}",
            any(tie.main for tie in ties),
        ),
        ("dg-answers", "filled", "answers to", any(tie.answers and not tie.main for tie in ties)),
        ("dg-other", "open", _other(ties, way=way), any(not (tie.answers or tie.main) for tie in ties)),
        ("dg-answers dg-inferred", "", "not said outright in the paper", any(tie.inferred for tie in ties)),
    ]
    return [KeyMark(_sample(css, head), words) for css, head, words, used in found if used]


def _other(ties: Sequence[Tie], *, way: bool) -> str:
    if way:
        return "on to the body that deals with it next"
    directions = {tie.direction == "both" for tie in ties if not (tie.answers or tie.main)}
    if directions == {True}:
        return "between the two, both ways"
    return "something else, from who does it" + ("; with two heads, both do" if True in directions else "")


def _sample(css: str, head: str) -> Markup:
    sample = svg.sample(44, 14)
    group = svg.group(sample, css)
    svg.path(group, svg.way([(2, 7), (42, 7)]), "dg-stroke")
    if head:
        svg.head(group, head, 42, 7, 1, 0)
    return svg.html(sample)
