"""What the strokes and arrowheads of a drawing mean, for those that it uses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from calculators.records.schemas import Line
from site_build.pictures.drawing import svg
from site_build.pictures.lines.lines import kinds

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


def _sample(basis: str, head: str, heavy: bool) -> Markup:
    sample = svg.sample(44, 14)
    group = svg.group(sample, f"dg-{basis}{' dg-heavy' if heavy else ''}")
    svg.path(group, svg.way([(2, 7), (42, 7)]), "dg-stroke")
    if head:
        svg.head(group, head, 42, 7, 1, 0)
    if head == "both":
        svg.head(group, head, 2, 7, -1, 0)
    return svg.html(sample)
