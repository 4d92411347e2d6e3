"""A process in as few drawings as a phone's screen allows, cut where it tears least."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from calculators.records.schemas import Step
from site_build.pictures.lines.setting import HEIGHT, WIDTH
from site_build.pictures.processes.cards import LEADING, PAD, Flow, StepCard, make_card
from site_build.writing.steps import exits, following

RADIUS, REACH = 13.0, 17.0
"""A step's number, and the most that its mark takes to either side."""
EDGE = 3.0
PITCH, LANES = 22.0, 54.0
"""From one lane to the next, and what all of them may take of the width beside the first."""
CHANNEL = 13.0
MARK, OUT = 9.0, 31.0
"""The mark at the end of an arrow from or to another drawing, with the step's number, and the room that it takes."""
GAP = 10.0
ENTERS = PAD + LEADING / 2
"""How far below its top an arrow at the side enters a card: beside its name."""
ABOVE, BELOW = 36.0, 34.0
"""What a drawing needs for the words before its first step and after its last, where it is one of several."""

TORN = 60.0
"""How much lower the tallest drawing has to be for one more arrow to be cut."""


@dataclass(frozen=True, slots=True)
class Jump:
    """An arrow that leaves the way down: it starts at a row of a card, and runs down or up in a channel at the side.

    `to` may be a step of another drawing; the arrow then ends at a mark that tells its number.
    """

    start: str
    to: str
    leaves: float
    enters: float
    channel: int


@dataclass(frozen=True, slots=True)
class Part:
    """Steps that one drawing holds: their cards, the top of each, and the arrows at their side."""

    n: int
    of: int
    cards: tuple[StepCard, ...]
    tops: tuple[float, ...]
    left: float
    width: float
    height: float
    jumps: tuple[Jump, ...]

    @property
    def steps(self) -> list[str]:
        """The numbers of its steps."""
        return [card.step.n for card in self.cards]


def parts(flow: Flow) -> list[Part]:
    """Its drawings: as few as fit, with few arrows cut, and of about one height.

    `ValueError` where one step alone is taller than a drawing.
    """
    steps = flow.process.step

    @cache
    def card(n: int, width: float) -> StepCard:
        return make_card(flow, steps[n], width)

    for count in range(1, len(steps) + 1):
        tried = (_cut(flow, card, cuts) for cuts in itertools.combinations(range(1, len(steps)), count - 1))
        if found := [whole for whole in tried if all(part.height <= HEIGHT for part in whole)]:
            return min(found, key=lambda whole: TORN * _torn(whole) + max(part.height for part in whole))
    raise ValueError(f"a phone's screen does not hold each step of the process “{flow.process.id}”")


def lanes(flow: Flow) -> dict[str, float]:
    """The middle of the lane of each who acts."""
    actors = flow.actors()
    pitch = min(PITCH, LANES / max(1, len(actors) - 1))
    return {actor: EDGE + REACH + n * pitch for n, actor in enumerate(actors)}


def _cut(flow: Flow, card: Callable[[int, float], StepCard], cuts: Sequence[int]) -> list[Part]:
    runs = list(itertools.pairwise([0, *cuts, len(flow.process.step)]))
    return [_part(flow, card, n, len(runs), range(*run)) for n, run in enumerate(runs, 1)]


def _torn(whole: Sequence[Part]) -> int:
    """How many arrows leave the drawing that they start in, but for the way down."""
    return sum(jump.to not in part.steps for part in whole for jump in part.jumps)


def _part(flow: Flow, card: Callable[[int, float], StepCard], n: int, of: int, steps: range) -> Part:
    left = max(lanes(flow).values()) + REACH + EDGE
    inside = {flow.process.step[n].n for n in steps}
    beyond = OUT if any(_crosses(flow, step, inside) for step in flow.process.step) else 0.0
    channels = 0
    # How far arrows at the side run depends on the cards' heights, and these on the width that the arrows leave.
    while True:
        width = WIDTH - left - EDGE - channels * CHANNEL - beyond
        cards = tuple(card(step, width) for step in steps)
        tops = tuple(_tops(cards, EDGE + (ABOVE if of > 1 else 0)))
        found = list(_jumps(flow, cards, tops))
        jumps = _channelled([jump for jump in found if jump.to in inside])
        jumps += [jump for jump in found if jump.to not in inside]
        needed = max((jump.channel for jump in jumps), default=0)
        if needed <= channels:
            break
        channels = needed
    height = tops[-1] + cards[-1].height + (BELOW if n < of else EDGE)
    return Part(n, of, cards, tops, left, width, height, tuple(jumps))


def _crosses(flow: Flow, step: Step, inside: Collection[str]) -> bool:
    """Whether an arrow leads from the step into the drawing or out of it, but for the way down."""
    after = following(flow.process, step)
    aside = [exit.to for exit in exits(flow.process, step) if exit.to and exit.to != after]
    return any((step.n in inside) != (to in inside) for to in aside)


def _tops(cards: Sequence[StepCard], top: float) -> Iterator[float]:
    for card in cards:
        yield top
        top += card.height + GAP


def _jumps(flow: Flow, cards: Sequence[StepCard], tops: Sequence[float]) -> Iterator[Jump]:
    at = {card.step.n: top for card, top in zip(cards, tops, strict=True)}
    for card, top in zip(cards, tops, strict=True):
        y = top + PAD
        after = following(flow.process, card.step)
        for row in card.rows:
            for n, to in enumerate(to for to in row.to if to != after):
                # Two that leave one row do so side by side, with room for the marks at their ends.
                leaves = y + row.height / 2 + n * (5 if to in at else 2 * MARK + 1)
                yield Jump(card.step.n, to, leaves, at[to] + ENTERS if to in at else leaves, 0)
            y += row.height


def _channelled(jumps: Sequence[Jump]) -> list[Jump]:
    """Each jump in a channel of its own for its length, the shortest nearest to the cards."""
    taken: list[tuple[int, float, float]] = []
    found = []
    for jump in sorted(jumps, key=lambda jump: abs(jump.leaves - jump.enters)):
        low, high = sorted((jump.leaves, jump.enters))
        channel = next(
            n for n in itertools.count(1) if not any(c == n and a <= high and low <= b for c, a, b in taken)
        )
        taken.append((channel, low, high))
        found.append(Jump(jump.start, jump.to, jump.leaves, jump.enters, channel))
    return found


def arrows(flow: Flow, part: Part) -> Iterator[tuple[StepCard, str]]:
    """The arrows down from each card of the part to the step below it, where that is where it leads."""
    for card in part.cards:
        after = following(flow.process, card.step)
        for exit in exits(flow.process, card.step):
            if exit.to == after and after:
                yield card, after
