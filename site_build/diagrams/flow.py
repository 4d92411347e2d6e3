"""Draw a process as cards from top to bottom: one column on a phone, a lane for each actor on wide screens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from calculators.engine.papers import Paper
from calculators.engine.schemas import Process, Step
from site_build.diagrams import svg
from site_build.diagrams.measure import wrap
from site_build.diagrams.steps import Exit, exits

NARROW = 332.0
LANE = 208.0
GUTTER = 16.0
CHANNEL = 16.0
GAP = 30.0
PAD = 10.0
TEXT = 14.0
LEADING = 18.0
MOST_LANES = 4


@dataclass(frozen=True, slots=True)
class Row:
    """A run of lines in a card, in one style; an exit's run is where its arrow leaves the card."""

    css: str
    lines: list[str]
    exit: Exit | None = None
    label: str = ""


@dataclass(slots=True)
class Card:
    """A step with its place."""

    step: Step
    rows: list[Row]
    x: float
    width: float
    y: float = 0.0

    @property
    def height(self) -> float:
        """The card's height, all rows and the padding."""
        return 2 * PAD + LEADING * sum(len(row.lines) for row in self.rows)


@dataclass(frozen=True, slots=True)
class Flow:
    """A process of a paper, and how to link from the page to a paragraph."""

    paper: Paper
    process: Process
    paragraph_link: Callable[[str], str]

    def actors(self) -> list[str]:
        """Who acts, in the order of their first step."""
        return list(dict.fromkeys(step.actor for step in self.process.step))

    def name(self, actor: str) -> str:
        """The actor's name; a step without an actor says so."""
        return self.paper.body(actor).name if actor else "Nobody is named"


def draw_narrow(flow: Flow, id: str, description: str) -> ET.Element:
    """One column, each card with its actor."""
    room = CHANNEL * _jumps(flow)
    cards = [_card(flow, step, 1.0, NARROW - 2 - room, named=True) for step in flow.process.step]
    height = _stack(flow, cards, 1.0)
    drawing = svg.drawing(id, flow.process.title, description, NARROW, height + 1, "dg-narrow")
    _paint(flow, drawing, cards, NARROW - 1 - room)
    return drawing


def draw_wide(flow: Flow, id: str, description: str) -> ET.Element | None:
    """A lane for each actor; nothing where one lane would do or too many would be needed."""
    actors = flow.actors()
    if not 2 <= len(actors) <= MOST_LANES:
        return None
    wide = len(actors) * LANE + (len(actors) - 1) * GUTTER
    left = {actor: n * (LANE + GUTTER) for n, actor in enumerate(actors)}
    heads = {actor: wrap(flow.name(actor), TEXT, LANE - 2 * PAD) for actor in actors}
    top = max(len(lines) for lines in heads.values()) * LEADING + 2 * PAD + 8
    cards = [_card(flow, step, left[step.actor] + 8, LANE - 16, named=False) for step in flow.process.step]
    height = _stack(flow, cards, top) + 8
    width = wide + CHANNEL * _jumps(flow)
    css = svg.fit(width)
    if css is None:
        return None
    drawing = svg.drawing(id, flow.process.title, description, width, height, css)
    for actor, lines in heads.items():
        svg.box(drawing, left[actor], 0, LANE, height, "dg-lane")
        middle = left[actor] + LANE / 2
        svg.text(drawing, lines, middle, PAD + LEADING * 0.75, LEADING, "dg-lane-name", middle=True)
    _paint(flow, drawing, cards, wide)
    return drawing


def _card(flow: Flow, step: Step, x: float, width: float, *, named: bool) -> Card:
    inside = width - 2 * PAD
    title = f"{step.n}: {flow.name(step.actor)}" if named else step.n
    rows = [Row("dg-name", wrap(title, 16 if named else TEXT, inside))]
    if step.co_actor:
        rows.append(Row("dg-with", wrap(f"with {flow.name(step.co_actor)}", TEXT, inside)))
    rows.append(Row("dg-words", wrap(step.action, TEXT, inside)))
    for css, label, words in (
        ("dg-decides", "Decides", step.decision),
        ("dg-when", "By when", step.deadline),
    ):
        if words:
            rows.append(Row(css, wrap(f"{label}: {words}", TEXT, inside), label=f"{label}:"))
    if step.basis != "stated":
        rows.append(Row("dg-basis", [f"({step.basis})"]))
    following = _following(flow, step)
    for exit in exits(flow.process, step):
        if exit.to == following and not exit.words:
            continue
        way = f"{exit.words}: step {exit.to}" if exit.words else f"Then: step {exit.to}"
        way = way if exit.to else exit.words
        way = way[:1].upper() + way[1:]
        rows.append(
            Row("dg-exit", wrap(way, TEXT, inside), exit, way.partition(":")[0] + ":" if exit.to else "")
        )
    return Card(step, rows, x, width)


def _stack(flow: Flow, cards: list[Card], y: float) -> float:
    for card in cards:
        card.y = y
        y += card.height + GAP
    return y - GAP


def _paint(flow: Flow, drawing: ET.Element, cards: list[Card], edge: float) -> None:
    by_n = {card.step.n: card for card in cards}
    lane = edge
    for card in cards:
        _box(flow, drawing, card)
        for exit, y in _ways_out(flow, card):
            group = svg.group(
                drawing, "dg-line dg-next", data_from=card.step.n, data_to=exit.to, aria_hidden="true"
            )
            target = by_n[exit.to]
            if exit.to == _following(flow, card.step):
                _down(group, card, target)
            else:
                lane += CHANNEL
                _around(group, card, y, target, lane - CHANNEL / 2)


def _box(flow: Flow, drawing: ET.Element, card: Card) -> None:
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


def _down(group: ET.Element, card: Card, target: Card) -> None:
    start, end = card.x + min(card.width / 2, 60), target.x + min(target.width / 2, 60)
    top, bottom = card.y + card.height, target.y
    middle = (top + bottom) / 2
    svg.path(group, svg.way([(start, top), (start, middle), (end, middle), (end, bottom)]), "dg-stroke")
    svg.head(group, "filled", end, bottom, 0, 1)


def _around(group: ET.Element, card: Card, y: float, target: Card, lane: float) -> None:
    into = target.y + PAD + LEADING / 2
    out, back = card.x + card.width, target.x + target.width
    svg.path(group, svg.way([(out, y), (lane, y), (lane, into), (back, into)]), "dg-stroke")
    svg.head(group, "filled", back, into, -1, 0)


def _ways_out(flow: Flow, card: Card) -> list[tuple[Exit, float]]:
    """Each exit to a step, and the height at which it leaves: its own words, or the card's foot."""
    written = {}
    y = card.y + PAD
    for row in card.rows:
        if row.exit:
            written[row.exit] = y + LEADING * (len(row.lines) - 0.5)
        y += LEADING * len(row.lines)
    return [(exit, written.get(exit, y)) for exit in exits(flow.process, card.step) if exit.to]


def _following(flow: Flow, step: Step) -> str:
    order = [s.n for s in flow.process.step]
    at = order.index(step.n) + 1
    return order[at] if at < len(order) else ""


def _jumps(flow: Flow) -> int:
    """How many arrows leave the straight way down, each of which needs a channel at the side."""
    steps = flow.process.step
    return sum(e.to not in ("", _following(flow, s)) for s in steps for e in exits(flow.process, s))
