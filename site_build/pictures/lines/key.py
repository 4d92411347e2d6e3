"""What the strokes and arrowheads of a drawing mean, for those that it uses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from calculators.records.schemas import Line
from site_build.pictures.drawing import svg
from site_build.pictures.lines.lines import kinds
from site_build.pictures.lines.picture import Tie

BASIS_WORDS = {
    "stated": "the paper says so",
    "implied": "the paper’s words imply it",
    "inferred": "our inference from the paper",
}


@dataclass(frozen=True, slots=True)
class KeyMark:
    """A sample of a stroke, and what it means."""

    sample: Markup
    words: str


def kinds_used(lines: Sequence[Line]) -> list[KeyMark]:
    """A mark for each kind of line among these, in the order of the questions."""
    used = {line.kind for line in lines}
    return [
        KeyMark(_sample("stated", kind.head, kind.heavy), kind.says)
        for kind in kinds().values()
        if kind.id in used
    ]


def bases_used(lines: Sequence[Line]) -> list[KeyMark]:
    """A mark for each basis among these lines; none where the paper states them all."""
    used = [basis for basis in BASIS_WORDS if any(line.basis == basis for line in lines)]
    if used == ["stated"]:
        return []
    return [KeyMark(_sample(basis, "", False), f"{basis}: {BASIS_WORDS[basis]}") for basis in used]


def picture_marks(ties: Sequence[Tie]) -> list[KeyMark]:
    """A mark for each sort of arrow in a picture, four at most."""
    marks = [
        ("dg-main", "filled", "the way from your practice to the top", any(tie.main for tie in ties)),
        ("dg-answers", "filled", "answers to", any(tie.answers and not tie.main for tie in ties)),
        ("dg-other", "open", "decides for, sends to or belongs to", any(not tie.answers for tie in ties)),
        ("dg-answers dg-inferred", "", "not said outright in the paper", any(tie.inferred for tie in ties)),
    ]
    return [KeyMark(_mark(css, head), words) for css, head, words, used in marks if used]


def _mark(css: str, head: str) -> Markup:
    sample = svg.sample(44, 14)
    group = svg.group(sample, css)
    svg.path(group, svg.way([(2, 7), (42, 7)]), "dg-stroke")
    if head:
        svg.head(group, head, 42, 7, 1, 0)
    return svg.html(sample)


def _sample(basis: str, head: str, heavy: bool) -> Markup:
    sample = svg.sample(44, 14)
    group = svg.group(sample, f"dg-{basis}{' dg-heavy' if heavy else ''}")
    svg.path(group, svg.way([(2, 7), (42, 7)]), "dg-stroke")
    if head:
        svg.head(group, head, 42, 7, 1, 0)
    if head == "both":
        svg.head(group, head, 2, 7, -1, 0)
    return svg.html(sample)
