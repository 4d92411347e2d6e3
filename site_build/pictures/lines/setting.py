"""Where the boxes and arrows of a drawing stand: of many that a phone's screen holds, the one that reads best."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from functools import cache
from importlib.metadata import version
from itertools import combinations, product
from math import inf
from pathlib import Path
from typing import Any

from site_build.kept import kept, key_of, key_of_files
from site_build.pictures.drawing import layout, legible
from site_build.pictures.drawing.layout import Arc, Gaps, Placed, Point, place, placed_again
from site_build.pictures.drawing.legible import faults

ROOM = "settings"
CODE = (
    f"{key_of_files(Path(__file__), *map(Path, (layout.__file__, legible.__file__)))} {version('pygraphviz')}"
)
EDGE = 2.0
WIDTH, HEIGHT = 358.0, 600.0
"""The column of a phone's screen, and what of its height a drawing may take."""
GAPS = (Gaps(26, 30, 26), Gaps(16, 26, 26), Gaps(10, 24, 24), Gaps(5, 24, 20), Gaps(5, 19, 0))
"""From roomy to as close as a phone's screen may ask for."""
PLAIN = (GAPS[1], GAPS[2], GAPS[4])
"""For a view, of which a page and a handout may hold several."""
LOOSE = 30.0
"""What is too large by more, with all boxes as close as may be, no other order of them makes fit."""
FINE = 1.0
"""Faults so few are not worth a closer look."""
KEPT, TURNS = 3, 12
"""So many of the ways to cut levels are tried in full, with the boxes in so many orders, forwards and backwards."""

Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """What is to be set out: boxes by size, the arcs between them, and the levels as rows, the highest first.

    `levels` is empty where it is a way from body to body. A `thorough` search tries many orders.
    """

    boxes: tuple[tuple[str, Point], ...]
    arcs: tuple[Arc, ...]
    levels: Rows = ()
    sideways: bool = True
    thorough: bool = False
    height: float = HEIGHT


@cache
def best(setting: Setting) -> Placed | None:
    """A row a level, else from the top, else from the left; nothing where a screen does not hold it.

    It takes a while to find, and stands as long as the setting and the code do.
    """
    found = kept(ROOM, key_of(CODE, repr(setting)), lambda: _told(_sought(setting)))
    return placed_again(found) if found else None


def _sought(setting: Setting) -> Placed | None:
    for rows, way in ((_cuts(setting), "TB"), ([()], "TB"), ([()], "LR")):
        if way == "LR" and not setting.sideways:
            continue
        if found := _of(setting, rows, way):
            return found
    return None


def _told(placed: Placed | None) -> dict[str, Any]:
    return asdict(placed) if placed else {}


def _of(setting: Setting, rows: Sequence[Rows], way: str) -> Placed | None:
    plain = tuple(replace(arc, weight=1) for arc in setting.arcs)
    weights = list(dict.fromkeys((setting.arcs, plain))) if setting.thorough else [setting.arcs]
    close = [
        each
        for each in rows
        if _over(setting, place(dict(setting.boxes), setting.arcs, each, way, GAPS[-1])) < LOOSE
    ]
    best, least = None, inf
    for gaps in GAPS if setting.thorough else PLAIN:
        for each, order, arcs in product(close, _orders(setting), weights):
            placed = place(order, arcs, each, way, gaps)
            if _over(setting, placed) <= 0 and (found := faults(order, arcs, placed)) < least:
                best, least = placed, found
            if not least:
                return best
        # Closer together it hardly ever reads better.
        if least < FINE:
            break
    return best


def _cuts(setting: Setting) -> list[Rows]:
    """The levels as rows, and with some of them cut, so that a body that is answered to stands above: the best few."""
    if not setting.levels:
        return []
    cut = {row: layers for row in setting.levels if len(layers := _layers(row, setting.arcs)) > 1}
    if not setting.thorough:
        chosen: list[Rows] = [(), tuple(cut)] if cut else [()]
        return [_with(setting.levels, cut, which) for which in chosen]
    ways = [_with(setting.levels, cut, which) for n in range(len(cut) + 1) for which in combinations(cut, n)]
    order = dict(setting.boxes)

    def cost(rows: Rows) -> float:
        placed = place(order, setting.arcs, rows, "TB", GAPS[2])
        return faults(order, setting.arcs, placed) + max(0.0, _over(setting, placed)) / 4

    return sorted(ways, key=cost)[:KEPT] if len(ways) > KEPT else ways


def _with(levels: Rows, cut: dict[tuple[str, ...], Rows], which: Sequence[tuple[str, ...]]) -> Rows:
    return tuple(part for row in levels for part in (cut[row] if row in which else (row,)))


def _layers(row: Sequence[str], arcs: Sequence[Arc]) -> Rows:
    """The row in as many as it takes for the higher end of an arc to stand above the lower one."""
    found, left = [], list(row)
    while left:
        under = {arc.low for arc in arcs if arc.high in left and arc.low in left}
        # Those that stand above each other in a circle stay beside each other.
        top = [body for body in left if body not in under] or left
        found.append(tuple(top))
        left = [body for body in left if body not in top]
    return tuple(found)


def _orders(setting: Setting) -> Iterator[dict[str, Point]]:
    """The boxes in other orders: where each ends up beside the others hangs on which is told first."""
    boxes = setting.boxes
    for n in range(min(TURNS, len(boxes)) if setting.thorough else 1):
        turned = boxes[n:] + boxes[:n]
        yield dict(turned)
        yield dict(reversed(turned))


def _over(setting: Setting, placed: Placed) -> float:
    """By how much it is too large."""
    return max(placed.width + 2 * EDGE - WIDTH, placed.height + 2 * EDGE - setting.height)
