"""How well a layout reads: what runs into what, so that the best of several can be taken."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from math import dist, hypot

from site_build.pictures.drawing.layout import Arc, Placed, Point, Route

Box = tuple[float, float, float, float]
STEPS = 5
"""Into so many straight strokes each piece of a curve is cut."""
APART, NEAR = 9.0, 14.0
"""How far an arrow's point keeps from another's, and how far from it another line may run for a reader to tell them."""
STUB = 22.0
"""An arrow that is shorter is nearly all head."""
BESIDE = 4.0
"""A line this near to a box or to words could be theirs."""
DETOUR = 1.12
"""A line longer than this many times the way between its ends is seen to bend."""


def faults(boxes: Mapping[str, Point], arcs: Sequence[Arc], placed: Placed) -> float:
    """Nought where nothing touches and no line bends; else the more, the harder it is to follow."""
    strokes = {arc.id: stroke(placed.routes[arc.id]) for arc in arcs}
    words = {arc.id: _around(placed.routes[arc.id].words, arc.words) for arc in arcs if arc.words[0] > 1}
    cards = {id: _around(placed.boxes[id], size) for id, size in boxes.items()}
    # A line that weighs more is to be seen first, so it counts twice.
    found = sum(_bent(strokes[arc.id]) * (2 if arc.weight > 1 else 1) for arc in arcs)
    for one, other in itertools.combinations(arcs, 2):
        found += _meeting(placed.routes[one.id], placed.routes[other.id])
        found += 2 * _crossings(strokes[one.id], strokes[other.id])
    for arc in arcs:
        others = (card for body, card in cards.items() if body not in (arc.high, arc.low))
        found += 2 * sum(_through(strokes[arc.id], card) for card in others)
    for id, label in words.items():
        found += 3 * sum(_overlap(label, card) for card in cards.values())
        found += 3 * sum(_overlap(label, other) for held, other in words.items() if held > id)
        found += 2 * sum(_through(line, label) for held, line in strokes.items() if held != id)
    return found


def stroke(route: Route) -> list[Point]:
    """Its line as short straight strokes, its arrow's points included."""
    curve = route.curve
    points = [curve[0]]
    for at in range(0, len(curve) - 1, 3):
        a, b, c, d = curve[at : at + 4]
        for n in range(1, STEPS + 1):
            t = n / STEPS
            u = 1 - t
            weights = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
            points.append(
                (
                    sum(w * p[0] for w, p in zip(weights, (a, b, c, d), strict=True)),
                    sum(w * p[1] for w, p in zip(weights, (a, b, c, d), strict=True)),
                )
            )
    for tip, back in route.heads:
        if back == curve[-1]:
            points.append(tip)
        else:
            points.insert(0, tip)
    return points


def _bent(line: Sequence[Point]) -> float:
    straight = dist(line[0], line[-1])
    length = sum(dist(a, b) for a, b in itertools.pairwise(line))
    short = 2.0 if length < STUB else 0.0
    return short + max(0.0, length / max(straight, 1.0) - DETOUR) * 6


def _meeting(one: Route, other: Route) -> float:
    """Arrows' points that stand upon each other, or upon the other's line."""
    found = 0.0
    for this, that in ((one, other), (other, one)):
        ends = [that.curve[0], that.curve[-1]] + [tip for tip, _ in that.heads]
        for tip, _ in this.heads:
            near = min(dist(tip, end) for end in ends)
            found += 1.5 if near < APART else 0.3 if near < NEAR else 0.0
    return found


def _crossings(one: Sequence[Point], other: Sequence[Point]) -> int:
    if not _overlap(_held(one), _held(other)):
        return 0
    return sum(_cross(*a, *b) for a in itertools.pairwise(one) for b in itertools.pairwise(other))


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    return _side(a, b, c) * _side(a, b, d) < 0 and _side(c, d, a) * _side(c, d, b) < 0


def _side(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _held(line: Sequence[Point]) -> Box:
    across, down = [x for x, _ in line], [y for _, y in line]
    return min(across), min(down), max(across), max(down)


def _around(middle: Point, size: Point) -> Box:
    (x, y), (width, height) = middle, size
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _through(line: Sequence[Point], box: Box) -> bool:
    left, top, right, bottom = box
    left, top, right, bottom = left - BESIDE, top - BESIDE, right + BESIDE, bottom + BESIDE
    if not _overlap(_held(line), (left, top, right, bottom)):
        return False
    return any(left < x < right and top < y < bottom for x, y in _dense(line))


def _dense(line: Sequence[Point]) -> Iterator[Point]:
    for (x, y), (to_x, to_y) in itertools.pairwise(line):
        count = max(1, int(hypot(to_x - x, to_y - y) // 4))
        for n in range(count):
            yield x + (to_x - x) * n / count, y + (to_y - y) * n / count
