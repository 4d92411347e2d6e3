"""The cards of a process: what each step's card says, and how tall that makes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from calculators.records.papers import Paper
from calculators.records.schemas import Process, Step
from calculators.values import formats
from site_build.pictures.drawing.measure import ROOM, wrap
from site_build.pictures.processes.steps import Exit, exits

PAD = 10.0
TEXT = 14.0
NAME = 16.0
LEADING = 18.0


@dataclass(frozen=True, slots=True)
class Run:
    """A run of lines in a card, in one style; an exit's run is where its arrow leaves the card."""

    css: str
    lines: list[str]
    exit: Exit | None = None
    label: str = ""


@dataclass(slots=True)
class StepCard:
    """A step with its place."""

    step: Step
    rows: list[Run]
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


def make_card(flow: Flow, step: Step, x: float, width: float, *, named: bool) -> StepCard:
    """The step's card at this place; `named` says whether it names its actor, as no lane does so for it."""
    inside = width - 2 * PAD
    title = f"{step.n}: {flow.name(step.actor)}" if named else step.n
    room = (inside + PAD) * ROOM
    rows = [Run("dg-name", wrap(title, NAME if named else TEXT, room))]
    if step.co_actor:
        rows.append(Run("dg-with", wrap(f"with {flow.name(step.co_actor)}", TEXT, room)))
    rows.append(Run("dg-words", wrap(step.action, TEXT, room)))
    for css, label, words in (
        ("dg-decides", "Decides", step.decision),
        ("dg-when", "By when", step.deadline),
    ):
        if words:
            rows.append(Run(css, wrap(f"{label}: {words}", TEXT, room), label=f"{label}:"))
    if step.basis != "stated":
        rows.append(Run("dg-basis", [f"({step.basis})"]))
    after = following(flow, step)
    for exit in exits(flow.process, step):
        if exit.to == after and not exit.words:
            continue
        way = f"{exit.words}: step {exit.to}" if exit.words else f"Then: step {exit.to}"
        way = formats.upper_first(way if exit.to else exit.words)
        rows.append(
            Run(
                "dg-exit",
                wrap(way, TEXT, room),
                exit,
                way.partition(":")[0] + ":" if exit.to else "",
            )
        )
    return StepCard(step, rows, x, width)


def following(flow: Flow, step: Step) -> str:
    """The step that stands next in the record; empty after the last."""
    order = [s.n for s in flow.process.step]
    at = order.index(step.n) + 1
    return order[at] if at < len(order) else ""
