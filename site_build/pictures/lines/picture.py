"""The picture of a paper: who answers to whom, in one drawing that fits a phone's screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args
from xml.etree import ElementTree as ET

from calculators.records.papers import Paper
from calculators.records.schemas import Line
from calculators.records.schemas.bodies import BodyLevel
from site_build.pictures.drawing import svg
from site_build.pictures.drawing.layout import Arc, Placed, Point, place
from site_build.pictures.drawing.measure import ROOM, balanced, text_width
from site_build.pictures.lines.lines import high_and_low, kinds, sentence, views
from site_build.pictures.lines.marks import Sheet, card

MOST = 12
"""Bodies that a picture may hold."""
WIDTH = 358.0
"""The column of a phone's screen."""
NAME, WORDS, LEADING, BOX, PAD = 14.0, 12.0, 16.0, 78.0, 6.0


@dataclass(frozen=True, slots=True)
class Tie:
    """All lines of a picture between two bodies: one arrow, from the one that answers up to the other."""

    high: str
    low: str
    lines: tuple[Line, ...]

    @property
    def main(self) -> bool:
        """Whether it is a step of the way from a practice to the top."""
        return any(line.picture == "main" for line in self.lines)

    @property
    def answers(self) -> bool:
        """Whether it tells to whom a body answers."""
        return any(line.kind in ANSWERS for line in self.lines)

    @property
    def direction(self) -> str:
        """Whether its arrow points up, to who is answered to, or down, to whom a decision concerns."""
        return "back" if self.lines[0].from_ == self.low else "forward"

    @property
    def inferred(self) -> bool:
        """Whether the paper states none of its lines."""
        return all(line.basis != "stated" for line in self.lines)


ANSWERS = frozenset({"accountable_to", "responsible_to", "reports_to"})


def ties(paper: Paper) -> list[Tie]:
    """The arrows of the picture, the strongest line of each first."""
    pictured = {body.id for body in paper.bodies.values() if body.picture}
    order = [kind.id for view in views().values() for kind in view.kind]
    found: dict[tuple[str, str], list[Line]] = {}
    for line in paper.lines.values():
        if (
            {line.from_, line.to} <= pictured
            and line.from_ != line.to
            and (line.picture or line.kind in ANSWERS)
        ):
            found.setdefault(high_and_low(line), []).append(line)
    return [
        Tie(high, low, tuple(sorted(lines, key=lambda line: order.index(line.kind))))
        for (high, low), lines in found.items()
    ]


def rows(paper: Paper) -> list[list[str]]:
    """The bodies of the picture by level, the highest first."""
    by_level = [
        [body.id for body in paper.bodies.values() if body.picture and body.level == level]
        for level in get_args(BodyLevel)
    ]
    return [row for row in by_level if row]


def draw(sheet: Sheet, id: str, title: str, description: str) -> ET.Element:
    """The picture."""
    paper = sheet.paper
    names = {body: balanced(paper.body(body).picture, NAME, BOX) for row in rows(paper) for body in row}
    boxes = {
        body: (max(text_width(line, NAME) for line in lines) / ROOM + 2 * PAD, len(lines) * LEADING + 2 * PAD)
        for body, lines in names.items()
    }
    drawn = ties(paper)
    arcs = [Arc(f"{tie.high} {tie.low}", tie.high, tie.low, _size(tie), tie.direction) for tie in drawn]
    own = {tie.low for tie in drawn if tie.main} - {tie.high for tie in drawn if tie.main}
    placed = place(boxes, arcs, rows(paper))
    drawing = svg.drawing(id, title, description, placed.width + 4, placed.height + 4, "dg-picture")
    for tie in drawn:
        _tie(sheet, drawing, placed, tie)
    for body, (x, y) in placed.boxes.items():
        width, height = boxes[body]
        css = "dg-own" if body in own else ""
        anchor = card(sheet, drawing, body, (x + 2 - width / 2, y + 2 - height / 2, width, height), css)
        svg.text(anchor, names[body], width / 2, PAD + LEADING * 0.76, LEADING, "dg-name", middle=True)
    return drawing


def _tie(sheet: Sheet, drawing: ET.Element, placed: Placed, tie: Tie) -> None:
    css = "dg-main" if tie.main else "dg-answers" if tie.answers else "dg-other"
    group = svg.group(drawing, f"dg-line {css}{' dg-inferred' if tie.inferred else ''}", aria_hidden="true")
    svg.note(group, " ".join(f"{sentence(sheet.paper, line)}." for line in tie.lines))
    route = placed.routes[f"{tie.high} {tie.low}"]
    svg.path(group, svg.curve([(x + 2, y + 2) for x, y in route.curve]), "dg-stroke")
    for tip, back in route.heads:
        length = ((tip[0] - back[0]) ** 2 + (tip[1] - back[1]) ** 2) ** 0.5 or 1
        along = (tip[0] - back[0]) / length, (tip[1] - back[1]) / length
        svg.head(group, "filled" if tie.answers or tie.main else "open", tip[0] + 2, tip[1] + 2, *along)
    if not tie.main:
        return
    x, y = route.words
    svg.text(group, [_words(tie)], x + 2, y + 2 + WORDS * 0.34, LEADING, "dg-words-free", middle=True)


def _words(tie: Tie) -> str:
    return kinds()[tie.lines[0].kind].short


def _size(tie: Tie) -> Point:
    return (text_width(_words(tie), WORDS) * 0.86 + 4, LEADING) if tie.main else (1.0, 1.0)
