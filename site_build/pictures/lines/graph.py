"""Draw bodies and the lines between them as a graph, for screens wide enough to take it in at once."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot
from xml.etree import ElementTree as ET

from calculators.records.schemas import Line
from site_build.pictures.drawing import svg
from site_build.pictures.drawing.layout import Arc, Placed, Point, components, place, shelve
from site_build.pictures.drawing.measure import ROOM, balanced, text_width
from site_build.pictures.lines.lines import basis_words, high_and_low, kinds, sentence
from site_build.pictures.lines.marks import Sheet, card, line_group

NAME = 14.0
WORDS = 13.0
LEADING = 17.0
SLACK = 0.86
"""Words on a line stand free, so they may come closer than the widest font would have them."""
BOX = 112.0
PAD = 9.0
WIDTH = 900.0
MOST_LINES = 12
"""Lines that hang together; with more of them a graph is a tangle, and the tree is read more easily."""


def draw(sheet: Sheet, lines: Sequence[Line], id: str, title: str, description: str) -> ET.Element | None:
    """The graph, or nothing where it would be too wide for any page."""
    names = {body: balanced(sheet.paper.body(body).name, NAME, BOX) for body in _bodies(lines)}
    boxes = {
        body: (max(text_width(row, NAME) for row in rows) / ROOM + 2 * PAD, len(rows) * LEADING + 2 * PAD)
        for body, rows in names.items()
    }
    arcs = [_arc(line) for line in lines]
    groups = components(list(boxes), arcs)
    if any(sum(arc.high in group for arc in arcs) > MOST_LINES for group in groups):
        return None
    parts = [
        place({b: boxes[b] for b in group}, [arc for arc in arcs if arc.high in group]) for group in groups
    ]
    parts.sort(key=lambda part: -len(part.boxes))
    (width, height), corners = shelve(parts, WIDTH, 28)
    css = svg.fit(width, WORDS)
    if css is None:
        return None
    drawing = svg.drawing(id, title, description, width + 4, height + 4, css)
    for part, (x, y) in zip(parts, corners, strict=True):
        _part(sheet, drawing, part, lines, names, boxes, (x + 2, y + 2))
    return drawing


def _part(
    sheet: Sheet,
    drawing: ET.Element,
    part: Placed,
    lines: Sequence[Line],
    names: dict[str, list[str]],
    boxes: dict[str, Point],
    corner: Point,
) -> None:
    def moved(point: Point) -> Point:
        return point[0] + corner[0], point[1] + corner[1]

    for line in lines:
        if line.id not in part.routes:
            continue
        route = part.routes[line.id]
        group = line_group(drawing, line)
        svg.note(group, sentence(sheet.paper, line))
        svg.path(group, svg.curve([moved(p) for p in route.curve]), "dg-stroke")
        for tip, back in route.heads:
            length = hypot(tip[0] - back[0], tip[1] - back[1]) or 1
            along = (tip[0] - back[0]) / length, (tip[1] - back[1]) / length
            svg.head(group, kinds()[line.kind].head, *moved(tip), *along)
        rows = _words(line)
        x, y = moved(route.words)
        y -= (len(rows) - 1) * LEADING / 2 - WORDS * 0.34
        svg.text(group, rows, x, y, LEADING, "dg-words-free", middle=True)
    for body, centre in part.boxes.items():
        (x, y), (width, height) = moved(centre), boxes[body]
        anchor = card(sheet, drawing, body, (x - width / 2, y - height / 2, width, height))
        svg.text(anchor, names[body], width / 2, PAD + LEADING * 0.74, LEADING, "dg-name", middle=True)


def _arc(line: Line) -> Arc:
    high, low = high_and_low(line)
    form = kinds()[line.kind].head
    rows = _words(line)
    size = max(text_width(row, WORDS) for row in rows) * SLACK + 6, len(rows) * LEADING + 2
    direction = "both" if form == "both" and high != low else "forward" if line.from_ == high else "back"
    return Arc(line.id, high, low, size, direction)


def _words(line: Line) -> list[str]:
    return [kinds()[line.kind].short, *([basis_words(line).strip()] if basis_words(line) else [])]


def _bodies(lines: Sequence[Line]) -> list[str]:
    return list(dict.fromkeys(end for line in lines for end in high_and_low(line)))
