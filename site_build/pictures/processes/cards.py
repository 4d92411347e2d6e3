"""The cards of a process: what each step's card says, and how tall that makes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from calculators.records.schemas import Process, Step
from calculators.values import formats
from site_build.pictures.drawing.measure import ROOM, wrap
from site_build.pictures.lines.marks import Sheet
from site_build.writing.steps import branches

PAD, NAME, WORDS, LEADING = 8.0, 14.0, 13.0, 17.0
TOUCH = 24.0
"""How high a name is that can be followed with a finger."""


@dataclass(frozen=True, slots=True)
class Flow:
    """A process of a paper, and how to link from the page to a body and to a paragraph."""

    sheet: Sheet
    process: Process
    paragraph_link: Callable[[str], str]

    def actors(self) -> list[str]:
        """Who acts, in the order of their first step."""
        return list(dict.fromkeys(step.actor for step in self.process.step))

    def name(self, actor: str) -> str:
        """The actor's name; a step without an actor says so."""
        return self.sheet.paper.body(actor).name if actor else "Nobody is named"


@dataclass(frozen=True, slots=True)
class Run:
    """A run of lines in a card, in one style, and the steps to which arrows lead from its end."""

    css: str
    lines: list[str]
    height: float
    label: str = ""
    to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StepCard:
    """A step with what its card says."""

    step: Step
    rows: tuple[Run, ...]

    @property
    def height(self) -> float:
        """The card's height, all rows and the padding."""
        return 2 * PAD + sum(row.height for row in self.rows)


def make_card(flow: Flow, step: Step, width: float) -> StepCard:
    """What the step's card says where it is this wide."""
    room = (width - PAD) * ROOM
    rows = [_run("dg-name", flow.name(step.actor), NAME, room)]
    if step.co_actor:
        lines = wrap(f"with {flow.name(step.co_actor)}", WORDS, room)
        rows.append(Run("dg-with", lines, max(TOUCH, len(lines) * LEADING)))
    basis = "" if step.basis == "stated" else f" ({step.basis})"
    rows.append(_run("dg-words", f"{step.action}{basis}", WORDS, room))
    for css, label, words in (
        ("dg-decides", "Decides:", step.decision),
        ("dg-when", "By when:", step.deadline),
    ):
        if words:
            rows.append(_run(css, f"{label} {words}", WORDS, room, label))
    for way in branches(flow.process, step):
        words = formats.upper_first(str(way) if way.words or not way.to else f"then: {way}")
        label = words.partition(":")[0] + ":" if way.to else ""
        rows.append(_run("dg-exit", words, WORDS, room, label, way.to))
    return StepCard(step, tuple(rows))


def _run(css: str, words: str, size: float, room: float, label: str = "", to: tuple[str, ...] = ()) -> Run:
    lines = wrap(words, size, room)
    return Run(css, lines, len(lines) * LEADING, label, to)
