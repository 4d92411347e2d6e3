"""Draw a process from top to bottom: numbers in lanes, a card beside each, arrows that branch or return at the side."""

from __future__ import annotations

from collections import Counter
from xml.etree import ElementTree as ET

from calculators.records.schemas import Step
from site_build.pictures.drawing import svg
from site_build.pictures.lines.marks import card as body_card
from site_build.pictures.lines.setting import WIDTH
from site_build.pictures.processes.cards import LEADING, NAME, PAD, TOUCH, WORDS, Flow, Run, StepCard
from site_build.pictures.processes.parts import CHANNEL, EDGE, ENTERS, MARK, RADIUS, Jump, Part, arrows, lanes
from site_build.writing.steps import exits, following

BASE = 0.76
"""Where in its line a word stands."""
POINT, AROUND = 3.0, 3.5
"""How much further a diamond reaches than a circle, and the line around a step that two take together."""


def draw(flow: Flow, part: Part, id: str, title: str, description: str) -> ET.Element:
    """One part of a process."""
    drawing = svg.drawing(id, title, description, WIDTH, part.height, "dg-flow")
    _guides(flow, drawing, part)
    if part.of > 1:
        told = f"{part.n} of {part.of}: steps {part.steps[0]} to {part.steps[-1]}"
        first = told if len(part.cards) > 1 else f"{part.n} of {part.of}: step {part.steps[0]}"
        before = _before(flow, part)
        _free(drawing, f"{first}, on from step {before}" if before else first, EDGE, EDGE + LEADING * BASE)
    for card, after in arrows(flow, part):
        _down(flow, drawing, part, card, after)
    for jump in part.jumps:
        _around(drawing, part, jump)
    _arriving(flow, drawing, part)
    for card, top in zip(part.cards, part.tops, strict=True):
        _number(flow, drawing, card, top)
        _card(flow, drawing, part, card, top)
    return drawing


def _before(flow: Flow, part: Part) -> str:
    """The step of another drawing from which the way down leads to the first of this one."""
    for step in flow.process.step:
        ends = [exit.to for exit in exits(flow.process, step)]
        if (
            step.n not in part.steps
            and part.steps[0] in ends
            and following(flow.process, step) == part.steps[0]
        ):
            return step.n
    return ""


def _guides(flow: Flow, drawing: ET.Element, part: Part) -> None:
    """The lanes themselves, where there are several."""
    across = lanes(flow)
    group = svg.group(drawing, "dg-lanes", aria_hidden="true")
    for x in across.values() if len(across) > 1 else ():
        svg.path(group, svg.way([(x, part.tops[0]), (x, part.tops[-1] + part.cards[-1].height)]), "dg-lane")


def _number(flow: Flow, drawing: ET.Element, card: StepCard, top: float) -> None:
    """The step's number in the lane of who acts: the way to its paragraph. A line around it where two act together."""
    step = card.step
    shape = "dg-choice" if step.decision else "dg-round"
    anchor = svg.link(
        drawing,
        flow.paragraph_link(step.paragraph),
        f"Step {step.n}: {step.paragraph}",
        f"dg-card dg-number {shape}",
    )
    anchor.set("data-step", step.n)
    svg.place(anchor, lanes(flow)[step.actor], _middle(top))
    half = RADIUS - 1.5 if step.decision else RADIUS
    for size, css in ((half + AROUND - 0.5, "dg-both"), (half, "dg-box")):
        if css == "dg-box" or step.co_actor:
            svg.box(anchor, -size, -size, 2 * size, 2 * size, css)
    svg.text(anchor, [step.n], 0, WORDS * 0.36, LEADING, "dg-n", middle=True)


def _card(flow: Flow, drawing: ET.Element, part: Part, card: StepCard, top: float) -> None:
    step = card.step
    at = (part.left, top, part.width, card.height)
    name, *rows = card.rows
    css = f"dg-step dg-{step.basis}"
    if step.actor:
        kind = flow.sheet.paper.body(step.actor).kind
        box = body_card(
            flow.sheet, drawing, step.actor, flow.name(step.actor), at, f"dg-{kind} {css}" if kind else css
        )
    else:
        box = svg.group(drawing, f"dg-card {css}")
        svg.place(box, part.left, top)
        svg.box(box, 0, 0, part.width, card.height, "dg-box")
    svg.text(box, name.lines, PAD, PAD + LEADING * BASE, LEADING, name.css)
    words = svg.group(drawing, "dg-line", aria_hidden="true")
    svg.place(words, part.left, top)
    y = PAD + name.height
    for row in rows:
        if row.css == "dg-with":
            _with(flow, drawing, part, row, top + y, step.co_actor)
        else:
            svg.text(words, row.lines, PAD, y + LEADING * BASE, LEADING, row.css, label=row.label)
        y += row.height


def _with(flow: Flow, drawing: ET.Element, part: Part, row: Run, y: float, body: str) -> None:
    """Who takes part, as a link of its own."""
    at = (part.left + PAD, y, part.width - 2 * PAD, row.height)
    anchor = body_card(flow.sheet, drawing, body, f"with {flow.name(body)}", at, "dg-co")
    first = LEADING * BASE + (TOUCH - LEADING) / 2 if len(row.lines) == 1 else LEADING * BASE
    svg.text(anchor, row.lines, 0, first, LEADING, "dg-with")


def _down(flow: Flow, drawing: ET.Element, part: Part, card: StepCard, after: str) -> None:
    """The arrow to the next step, or out of the drawing where that stands in the next one."""
    across = lanes(flow)
    group = _arrow(drawing, card.step.n, after)
    x = across[card.step.actor]
    start = _middle(part.tops[part.steps.index(card.step.n)])
    if after not in part.steps:
        end = part.height - EDGE - LEADING
        svg.path(group, svg.way([(x, start), (x, end)]), "dg-stroke")
        svg.head(group, "filled", x, end, 0, 1)
        _free(drawing, f"On to step {after}, in {part.n + 1} of {part.of}", EDGE, part.height - EDGE - 2)
        return
    at = part.steps.index(after)
    target = part.cards[at].step
    end = _middle(part.tops[at]) - _reach(target)
    to = across[target.actor]
    turn = end - 12
    svg.path(group, svg.way([(x, start), (x, turn), (to, turn), (to, end)]), "dg-stroke")
    svg.head(group, "filled", to, end, 0, 1)


def _around(drawing: ET.Element, part: Part, jump: Jump) -> None:
    """An arrow at the side, to another step of this drawing or out of it."""
    group = _arrow(drawing, jump.start, jump.to)
    edge = part.left + part.width
    lane = edge + jump.channel * CHANNEL - CHANNEL / 3
    if jump.to not in part.steps:
        end = WIDTH - EDGE - 2 * MARK
        svg.path(group, svg.way([(edge, jump.leaves), (end, jump.leaves)]), "dg-stroke")
        svg.head(group, "filled", end, jump.leaves, 1, 0)
        _elsewhere(group, jump.to, jump.leaves)
        return
    points = [(edge, jump.leaves), (lane, jump.leaves), (lane, jump.enters), (edge, jump.enters)]
    svg.path(group, svg.way(points), "dg-stroke")
    svg.head(group, "filled", edge, jump.enters, -1, 0)


def _elsewhere(group: ET.Element, step: str, y: float) -> None:
    """The number of a step in another drawing, at the edge: where an arrow goes on to, or comes from."""
    mark = svg.group(group, "dg-elsewhere")
    svg.place(mark, WIDTH - EDGE - MARK, y)
    svg.box(mark, -MARK, -MARK, 2 * MARK, 2 * MARK, "dg-box")
    svg.text(mark, [step], 0, WORDS * 0.3, LEADING, "dg-n", middle=True)


def _arriving(flow: Flow, drawing: ET.Element, part: Part) -> None:
    """Where arrows of other drawings arrive: the last stretch of them, with the step that they come from."""
    edge = part.left + part.width
    arrived = Counter[str]()
    for step in flow.process.step:
        for exit in exits(flow.process, step):
            if step.n in part.steps or exit.to not in part.steps:
                continue
            group = svg.group(drawing, "dg-arrives", aria_hidden="true")
            at = part.steps.index(exit.to)
            if exit.to == following(flow.process, step):
                target = part.cards[at].step
                x = lanes(flow)[target.actor]
                end = _middle(part.tops[at]) - _reach(target)
                svg.path(group, svg.way([(x, end - RADIUS), (x, end)]), "dg-stroke")
                svg.head(group, "filled", x, end, 0, 1)
            else:
                y = part.tops[at] + ENTERS + arrived[exit.to] * (2 * MARK + 1)
                arrived[exit.to] += 1
                svg.path(group, svg.way([(WIDTH - EDGE - 2 * MARK, y), (edge, y)]), "dg-stroke")
                svg.head(group, "filled", edge, y, -1, 0)
                _elsewhere(group, step.n, y)


def _arrow(drawing: ET.Element, start: str, to: str) -> ET.Element:
    return svg.group(drawing, "dg-line dg-next", data_from=start, data_to=to, aria_hidden="true")


def _free(drawing: ET.Element, words: str, x: float, y: float) -> None:
    group = svg.group(drawing, "dg-line", aria_hidden="true")
    svg.text(group, [words], x, y, LEADING, "dg-words-free dg-part-name")


def _reach(step: Step) -> float:
    """From the middle of a step's number to where an arrow meets it."""
    return RADIUS + (POINT if step.decision else 0) + (AROUND if step.co_actor else 0)


def _middle(top: float) -> float:
    """The height at which a step's number stands, beside the name on its card."""
    return top + PAD + NAME * 0.55
