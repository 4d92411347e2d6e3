"""Ask Graphviz where boxes and lines should go. Sizes come from us, so no installed font has a say."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

import pygraphviz

INCH = 72.0
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Gaps:
    """The least room between two boxes of a row, between two rows, and between two of a row that an arrow joins."""

    boxes: float
    rows: float
    joined: float


@dataclass(frozen=True, slots=True)
class Arc:
    """A line to be placed from one box down to another, with the size of its words and its arrow's ends.

    The more it weighs, the straighter it runs.
    """

    id: str
    high: str
    low: str
    words: Point
    direction: str
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Route:
    """Where a line runs: its curve, its words' centre, and each arrow's point with where it comes from."""

    curve: list[Point]
    words: Point
    heads: list[tuple[Point, Point]]


@dataclass(frozen=True, slots=True)
class Placed:
    """A component laid out with its own top left corner at nought; `boxes` tells the middle of each."""

    width: float
    height: float
    boxes: Mapping[str, Point]
    routes: Mapping[str, Route]


def place(
    boxes: Mapping[str, Point],
    arcs: Sequence[Arc],
    rows: Sequence[Sequence[str]] = (),
    way: str = "TB",
    gaps: Gaps = Gaps(5, 19, 0),
) -> Placed:
    """Lay out boxes (id to width and height) and the lines between them from the top, or from the left by `way` "LR".

    The boxes of each row stand beside each other, the first row at the top; others where their lines take them.
    """
    names = {id: f"n{n}" for n, id in enumerate(boxes)}
    # Written out and read back as text: that takes a tenth of the time of telling it mark by mark.
    graph = pygraphviz.AGraph("\n".join(_told(boxes, arcs, rows, way, gaps, names)))
    laid = json.loads(graph.draw(format="json0", prog="dot"))
    left, bottom, right, top = _numbers(laid["bb"])

    def point(text: str) -> Point:
        x, y = _numbers(text)
        return x - left, top - y

    at = {each["name"]: each["pos"] for each in laid["objects"] if "pos" in each}
    edges = {edge["id"]: edge for edge in laid.get("edges", ()) if "id" in edge}
    return Placed(
        right - left,
        top - bottom,
        {id: point(at[name]) for id, name in names.items()},
        {arc.id: _route(edges[f"e{n}"], point) for n, arc in enumerate(arcs)},
    )


def _told(
    boxes: Mapping[str, Point],
    arcs: Sequence[Arc],
    rows: Sequence[Sequence[str]],
    way: str,
    gaps: Gaps,
    names: Mapping[str, str],
) -> Iterator[str]:
    """The graph in Graphviz's own language; its names are ours, so no word of a paper stands in it."""
    yield "digraph {"
    yield f"rankdir={way}; newrank=true; nodesep={gaps.boxes / INCH:.4f}; ranksep={gaps.rows / INCH:.4f};"
    yield 'node [shape=box, fixedsize=true, label=""];'
    for id, (width, height) in boxes.items():
        yield f"{names[id]} [width={width / INCH:.4f}, height={height / INCH:.4f}];"
    at = {id: n for n, row in enumerate(rows) for id in row}
    for n, arc in enumerate(arcs):
        # A line that runs against the rows must not move them.
        against = arc.high in at and arc.low in at and at[arc.high] >= at[arc.low]
        own = "constraint=false" if against else f"weight={arc.weight}"
        if against and at[arc.high] == at[arc.low]:
            own += f", minlen={max(1, ceil(gaps.joined / gaps.boxes))}"
        words = f"label={_blank(*arc.words)}, dir={arc.direction}"
        yield f"{names[arc.high]} -> {names[arc.low]} [id=e{n}, {words}, {own}];"
    for row in rows:
        yield f"{{ rank=same; {'; '.join(names[id] for id in row)} }}"
    for above, below in itertools.pairwise(rows):
        yield f"{names[above[0]]} -> {names[below[0]]} [style=invis, weight=0];"
    yield "}"


def placed_again(told: Mapping[str, Any]) -> Placed:
    """What `dataclasses.asdict` has told of a layout, after it was kept as JSON."""

    def point(found: Sequence[float]) -> Point:
        return found[0], found[1]

    return Placed(
        told["width"],
        told["height"],
        {id: point(at) for id, at in told["boxes"].items()},
        {
            id: Route(
                [point(each) for each in route["curve"]],
                point(route["words"]),
                [(point(tip), point(back)) for tip, back in route["heads"]],
            )
            for id, route in told["routes"].items()
        },
    )


def components(boxes: Sequence[str], arcs: Sequence[Arc]) -> list[list[str]]:
    """The boxes that hang together, in groups, each in the given order."""
    group = {box: {box} for box in boxes}
    for arc in arcs:
        if group[arc.high] is not group[arc.low]:
            group[arc.high] |= group[arc.low]
            for box in group[arc.low]:
                group[box] = group[arc.high]
    seen: list[set[str]] = []
    for members in group.values():
        if not any(members is other for other in seen):
            seen.append(members)
    return [[box for box in boxes if box in members] for members in seen]


def _route(edge: Mapping[str, str], point: Callable[[str], Point]) -> Route:
    curve: list[Point] = []
    ends: dict[str, Point] = {}
    for part in edge["pos"].split():
        if part[:2] in ("s,", "e,"):
            ends[part[0]] = point(part[2:])
        else:
            curve.append(point(part))
    heads = [(ends[end], curve[at]) for end, at in (("e", -1), ("s", 0)) if end in ends]
    return Route(curve, point(edge["lp"]), heads)


def _blank(width: float, height: float) -> str:
    size = f'FIXEDSIZE="TRUE" WIDTH="{width:.0f}" HEIGHT="{height:.0f}"'
    return f'<<TABLE BORDER="0" CELLSPACING="0" CELLPADDING="0"><TR><TD {size}></TD></TR></TABLE>>'


def _numbers(text: str) -> list[float]:
    return [float(number) for number in text.split(",")]
