"""What the arrows of a drawing mean, for those that it has: four signs at most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from site_build.pictures.drawing import svg
from site_build.pictures.lines.ties import Tie


@dataclass(frozen=True, slots=True)
class KeyMark:
    """A sample of an arrow, and what it means."""

    sample: Markup
    words: str


def marks(ties: Sequence[Tie]) -> list[KeyMark]:
    """A mark for each sort of arrow among these."""
    found = [
        ("dg-main", "filled", "the way from your practice to the top", any(tie.main for tie in ties)),
        ("dg-answers", "filled", "answers to", any(tie.answers and not tie.main for tie in ties)),
        ("dg-other", "open", "another line, from who acts", any(not tie.answers for tie in ties)),
        ("dg-answers dg-inferred", "", "not said outright in the paper", any(tie.inferred for tie in ties)),
    ]
    return [KeyMark(_sample(css, head), words) for css, head, words, used in found if used]


def _sample(css: str, head: str) -> Markup:
    sample = svg.sample(44, 14)
    group = svg.group(sample, css)
    svg.path(group, svg.way([(2, 7), (42, 7)]), "dg-stroke")
    if head:
        svg.head(group, head, 42, 7, 1, 0)
    return svg.html(sample)
