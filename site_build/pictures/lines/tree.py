"""Turn lines between bodies into an indented tree where each line stands once: a shape that fits a phone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from calculators.records.schemas import Line
from site_build.pictures.lines.lines import high_and_low, kinds

DEPTH = 5
"""How far the tree may be indented; a branch that goes deeper starts again at the margin."""


@dataclass(slots=True)
class Branch:
    """A body in the tree, the lines that join it to the body above it, and the bodies below it."""

    body: str
    lines: list[Line] = field(default_factory=list)
    again: bool = False
    below: list[Branch] = field(default_factory=list)

    @property
    def all_lines(self) -> list[Line]:
        """Its own lines and those of every body below it, in drawing order."""
        return self.lines + [line for branch in self.below for line in branch.all_lines]


def grow(lines: Sequence[Line]) -> list[Branch]:
    """Trees that hold every line once.

    A body met a second time is drawn again without its branch. Lines between the same two share a place.
    """
    left = {line.id: line for line in lines}
    trees: list[Branch] = []
    placed: set[str] = set()
    waiting = _tops(lines)
    while waiting or left:
        body = waiting.pop(0) if waiting else _busiest(left.values())
        if body in placed and not _below(body, left.values()):
            continue
        placed.add(body)
        tree = Branch(body)
        _fill(tree, left, placed, waiting, 1)
        trees.append(tree)
    return trees


def around(body: str, lines: Sequence[Line]) -> Branch:
    """The body with every other body it has a line to or from, those it answers to first."""
    order = list(kinds())
    ranked = sorted(lines, key=lambda line: (order.index(line.kind), line.from_ != body))
    others: dict[str, list[Line]] = {}
    for line in ranked:
        others.setdefault(line.to if line.from_ == body else line.from_, []).append(line)
    return Branch(body, below=[Branch(other, joined) for other, joined in others.items()])


def _fill(branch: Branch, left: dict[str, Line], placed: set[str], waiting: list[str], depth: int) -> None:
    for body, joined in _below(branch.body, left.values()).items():
        ours = [line for line in joined if line.id in left]
        for line in ours:
            del left[line.id]
        if not ours:
            continue
        below = Branch(body, ours, again=body in placed)
        branch.below.append(below)
        if below.again or depth == DEPTH:
            deeper = not below.again and bool(_below(body, left.values()))
            below.again = below.again or deeper
            if deeper:
                waiting.append(body)
            continue
        placed.add(body)
        _fill(below, left, placed, waiting, depth + 1)


def _below(body: str, left: Iterable[Line]) -> dict[str, list[Line]]:
    """The bodies under this one, each with every line left between the two, whichever way it runs."""
    left = list(left)
    under = [low for high, low in (high_and_low(line) for line in left) if high == body]
    return {
        low: [line for line in left if {line.from_, line.to} == {body, low}] for low in dict.fromkeys(under)
    }


def _tops(lines: Sequence[Line]) -> list[str]:
    """Bodies that stand under no other, those with the most below them first."""
    pairs = [high_and_low(line) for line in lines if line.from_ != line.to]
    low = {below for _, below in pairs}
    highs = [high for high in dict.fromkeys(high for high, _ in pairs) if high not in low]
    return sorted(highs, key=lambda body: -len(_reach(body, pairs)))


def _reach(body: str, pairs: Sequence[tuple[str, str]]) -> set[str]:
    reached: set[str] = set()
    ahead = [body]
    while ahead:
        body = ahead.pop()
        new = {low for high, low in pairs if high == body} - reached
        reached |= new
        ahead += sorted(new)
    return reached


def _busiest(left: Iterable[Line]) -> str:
    """Of the bodies that still have lines below them, the one with most: where a circle is cut open."""
    counts: dict[str, int] = {}
    for line in left:
        high, _ = high_and_low(line)
        counts[high] = counts.get(high, 0) + 1
    return max(counts, key=lambda body: counts[body])
