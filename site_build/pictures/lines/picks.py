"""The choice of one body in a large drawing: its own lines alone, drawn and as rows, by style sheet and no script."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from calculators.records.schemas import Line
from site_build.pictures.drawing import svg
from site_build.pictures.lines import spine
from site_build.pictures.lines.lines import of_body
from site_build.pictures.lines.marks import Sheet
from site_build.pictures.lines.tree import around

LARGE = 6
"""With more lines than this a drawing offers the choice: fewer are taken in at a glance."""
MOST = 50
"""As many bodies as the style sheet has rules for: it cannot compare a choice with a mark by itself."""


@dataclass(frozen=True, slots=True)
class Pick:
    """A body that can be chosen, with its number in this choice, how many lines it has, and those lines drawn."""

    n: int
    name: str
    link: str
    count: int
    drawn: Markup


@dataclass(frozen=True, slots=True)
class Picker:
    """The bodies to choose from, and for each line the numbers of its two bodies."""

    id: str
    asks: str
    picks: tuple[Pick, ...] = ()
    own: Mapping[str, str] = field(default_factory=dict)

    def part(self, lines: Sequence[Line]) -> str:
        """The numbers of all bodies that have one of these lines."""
        return " ".join(sorted({n for line in lines for n in self.own[line.id].split()}, key=int))


def picker(sheet: Sheet, lines: Sequence[Line], id: str, asks: str, *, title: str = "") -> Picker | None:
    """A choice among the bodies of these lines, each drawn where there is a title; nothing where they are few."""
    if len(lines) <= LARGE:
        return None
    name = {body: sheet.paper.body(body).name for line in lines for body in (line.from_, line.to)}
    order = sorted(name, key=lambda body: name[body].lower())
    if len(order) > MOST:
        raise ValueError(f"{id} lets readers choose from {len(order)} bodies, the style sheet from {MOST}")
    number = {body: n for n, body in enumerate(order, 1)}
    picks = []
    for body, n in number.items():
        own = of_body(lines, body)
        drawn = _drawn(sheet, own, body, f"{id}-{n}", title) if title else Markup()
        picks.append(Pick(n, name[body], sheet.body_link(body), len(own), drawn))
    ends = {
        line.id: " ".join(str(number[end]) for end in dict.fromkeys((line.from_, line.to))) for line in lines
    }
    return Picker(f"{id}-choice", asks, tuple(picks), ends)


def _drawn(sheet: Sheet, own: Sequence[Line], body: str, id: str, title: str) -> Markup:
    told = "The table below the drawing gives the same in words, each with its source."
    drawing = spine.draw(
        sheet, [around(body, own)], id, f"{title}: {sheet.paper.body(body).name}", told, css="dg-one"
    )
    drawing.set("data-own", id.rpartition("-")[2])
    return svg.html(drawing)
