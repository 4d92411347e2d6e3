"""Draw a process as cards from top to bottom: one column on a phone, a lane for each actor on wide screens."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from site_build.pictures.drawing import svg
from site_build.pictures.drawing.measure import wrap
from site_build.pictures.processes.cards import LEADING, PAD, TEXT, Flow, StepCard, following, make_card
from site_build.pictures.processes.steps import Exit, exits

NARROW = 332.0
LANES = {2: 280.0, 3: 230.0, 4: 190.0}
"""How wide each lane is, by how many there are; more would leave their words too little room."""
GUTTER = 8.0
CHANNEL = 16.0
GAP = 30.0


def draw_narrow(flow: Flow, id: str, description: str) -> ET.Element:
    """One column, each card with its actor."""
    room = CHANNEL * _jumps(flow)
    cards = [make_card(flow, step, 1.0, NARROW - 2 - room, named=True) for step in flow.process.step]
    height = _stack(flow, cards, 1.0)
    drawing = svg.drawing(id, flow.process.title, description, NARROW, height + 1, "dg-narrow")
    _paint(flow, drawing, cards, NARROW - 1 - room)
    return drawing


def draw_wide(flow: Flow, id: str, description: str) -> ET.Element | None:
    """A lane for each actor; nothing where one lane would do or too many would be needed."""
    actors = flow.actors()
    if len(actors) not in LANES:
        return None
    lane = LANES[len(actors)]
    wide = len(actors) * lane + (len(actors) - 1) * GUTTER
    left = {actor: n * (lane + GUTTER) for n, actor in enumerate(actors)}
    heads = {actor: wrap(flow.name(actor), TEXT, lane - 2 * PAD) for actor in actors}
    top = max(len(lines) for lines in heads.values()) * LEADING + 2 * PAD + 8
    cards = [
        make_card(flow, step, left[step.actor] + 8, lane - 16, named=False) for step in flow.process.step
    ]
    height = _stack(flow, cards, top) + 8
    width = wide + CHANNEL * _jumps(flow)
    css = svg.fit(width, TEXT)
    if css is None:
        return None
    drawing = svg.drawing(id, flow.process.title, description, width, height, css)
    for actor, lines in heads.items():
        svg.box(drawing, left[actor], 0, lane, height, "dg-lane")
        middle = left[actor] + lane / 2
        svg.text(drawing, lines, middle, PAD + LEADING * 0.75, LEADING, "dg-lane-name", middle=True)
    _paint(flow, drawing, cards, wide)
    return drawing


def _stack(flow: Flow, cards: list[StepCard], y: float) -> float:
    for card in cards:
        card.y = y
        y += card.height + GAP
    return y - GAP


def _paint(flow: Flow, drawing: ET.Element, cards: list[StepCard], edge: float) -> None:
    by_n = {card.step.n: card for card in cards}
    lane = edge
    for card in cards:
        _box(flow, drawing, card)
        for exit, y in _ways_out(flow, card):
            group = svg.group(
                drawing, "dg-line dg-next", data_from=card.step.n, data_to=exit.to, aria_hidden="true"
            )
            target = by_n[exit.to]
            if exit.to == following(flow, card.step):
                _down(group, card, target)
            else:
                lane += CHANNEL
                _around(group, card, y, target, lane - CHANNEL / 2)


def _box(flow: Flow, drawing: ET.Element, card: StepCard) -> None:
    name = f"{card.step.n}: {flow.name(card.step.actor)}"
    href = flow.paragraph_link(card.step.paragraph)
    anchor = svg.link(drawing, href, name, f"dg-card dg-step dg-{card.step.basis}")
    anchor.set("data-step", card.step.n)
    css = "dg-box dg-box-decides" if card.step.decision else "dg-box"
    svg.box(anchor, card.x, card.y, card.width, card.height, css)
    words = svg.group(drawing, "dg-line", aria_hidden="true")
    y = card.y + PAD
    for n, row in enumerate(card.rows):
        parent = words if n else anchor
        svg.text(parent, row.lines, card.x + PAD, y + LEADING * 0.75, LEADING, row.css, label=row.label)
        y += LEADING * len(row.lines)


def _down(group: ET.Element, card: StepCard, target: StepCard) -> None:
    start, end = card.x + min(card.width / 2, 60), target.x + min(target.width / 2, 60)
    top, bottom = card.y + card.height, target.y
    middle = (top + bottom) / 2
    svg.path(group, svg.way([(start, top), (start, middle), (end, middle), (end, bottom)]), "dg-stroke")
    svg.head(group, "filled", end, bottom, 0, 1)


def _around(group: ET.Element, card: StepCard, y: float, target: StepCard, lane: float) -> None:
    into = target.y + PAD + LEADING / 2
    out, back = card.x + card.width, target.x + target.width
    svg.path(group, svg.way([(out, y), (lane, y), (lane, into), (back, into)]), "dg-stroke")
    svg.head(group, "filled", back, into, -1, 0)


def _ways_out(flow: Flow, card: StepCard) -> list[tuple[Exit, float]]:
    """Each exit to a step, and the height at which it leaves: its own words, or the card's foot."""
    written = {}
    y = card.y + PAD
    for row in card.rows:
        if row.exit:
            written[row.exit] = y + LEADING * (len(row.lines) - 0.5)
        y += LEADING * len(row.lines)
    return [(exit, written.get(exit, y)) for exit in exits(flow.process, card.step) if exit.to]


def _jumps(flow: Flow) -> int:
    """How many arrows leave the straight way down, each of which needs a channel at the side."""
    steps = flow.process.step
    return sum(e.to not in ("", following(flow, s)) for s in steps for e in exits(flow.process, s))
