"""A drawing that is taken in at a glance: one box a body, one arrow between two, a row a level, one phone's screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import hypot
from xml.etree import ElementTree as ET

from site_build.pictures.drawing import svg
from site_build.pictures.drawing.layout import Arc, Placed, Point, components
from site_build.pictures.drawing.measure import ROOM, balanced, text_width
from site_build.pictures.lines.lines import sentence
from site_build.pictures.lines.marks import Sheet, card, seen
from site_build.pictures.lines.setting import EDGE, HEIGHT, Setting, best
from site_build.pictures.lines.ties import Tie, rows

MOST = 12
"""Bodies that a drawing may hold."""
NAME, WORDS, LEADING, BOX, PAD = 14.0, 14.0, 17.0, 78.0, 6.0
PICTURE = 560.0
"""How tall the picture of a whole paper may be, which stands on a first page with its key."""
ACROSS = 80.0
"""Words on a line that are wider break."""
MAIN = 12
"""What the main way weighs: it runs straight where anything does."""
SLACK = 0.86
"""Words on a line stand free, so they may come closer than the widest font would have them."""


@dataclass(frozen=True)
class Sketch:
    """Its ties, the bodies that it puts first, and whether every arrow has words or only the main way.

    `way` where its arrows lead down from body to body; else the levels of the bodies set them out. `whole` for the
    picture of a paper, whose setting is sought with more care.
    """

    sheet: Sheet
    ties: Sequence[Tie]
    own: Collection[str] = ()
    worded: bool = True
    way: bool = False
    whole: bool = False

    @cached_property
    def bodies(self) -> list[str]:
        """The bodies, each once, those named first by its ties first."""
        ends = (end for tie in self.ties for end in (tie.high, tie.low))
        return list(dict.fromkeys([*self.own, *ends]))

    @property
    def from_practice(self) -> bool:
        """Whether a practice stands in it."""
        return any(self.sheet.paper.body(body).level == "practice" for body in self.bodies)

    @cached_property
    def placed(self) -> Placed | None:
        """The boxes and arrows where one drawing holds them: a row a level, else from the top, else from the left.

        Of several that fit it is the one that reads best. It is worked out once: whoever asks whether it fits has it
        drawn after.
        """
        if len(self.bodies) > MOST:
            return None
        return best(
            Setting(
                tuple((body, _box(self, body)[1]) for body in self.bodies),
                tuple(_arc(self, tie) for tie in self.ties),
                () if self.way else tuple(tuple(row) for row in rows(self.sheet.paper, self.bodies)),
                sideways=not self.way,
                thorough=self.whole,
                height=PICTURE if self.whole else HEIGHT,
            )
        )


def draw(sketch: Sketch, id: str, title: str, description: str) -> ET.Element | None:
    """The drawing, or nothing where a phone's screen would not hold it."""
    placed = sketch.placed
    if placed is None:
        return None
    drawing = svg.drawing(
        id, title, description, placed.width + 2 * EDGE, placed.height + 2 * EDGE, "dg-picture"
    )
    for tie in sketch.ties:
        _tie(sketch, drawing, placed, tie)
    for body, (x, y) in placed.boxes.items():
        lines, (width, height) = _box(sketch, body)
        record = sketch.sheet.paper.body(body)
        kind = record.kind
        css = " ".join(filter(None, ("dg-own" if body in sketch.own else "", f"dg-{kind}" if kind else "")))
        at = (x + EDGE - width / 2, y + EDGE - height / 2, width, height)
        anchor = card(sketch.sheet, drawing, body, seen(sketch.sheet.paper, body), at, css)
        svg.text(anchor, lines, width / 2, PAD + LEADING * 0.76, LEADING, "dg-name", middle=True)
    return drawing


def fits(sketch: Sketch) -> bool:
    """Whether one drawing holds it."""
    return sketch.placed is not None


def parts(sketch: Sketch) -> list[Sketch]:
    """The same ties in few drawings: what hangs together, else around the body that has most of them."""
    found: list[Sketch] = []
    arcs = [_arc(sketch, tie) for tie in sketch.ties]
    for group in components(sketch.bodies, arcs):
        part = replace(sketch, ties=[tie for tie in sketch.ties if tie.high in group])
        found += [part] if fits(part) else _around(part)
    joined = _joined(found)
    # Whoever follows a way starts at their own practice.
    return sorted(joined, key=lambda one: not one.from_practice) if sketch.way else joined


def _joined(found: Sequence[Sketch]) -> list[Sketch]:
    """Small drawings beside each other in one, where it has room for both."""
    joined: list[Sketch] = []
    for sketch in found:
        for n, other in enumerate(joined):
            both = replace(other, ties=[*other.ties, *sketch.ties])
            if fits(both):
                joined[n] = both
                break
        else:
            joined.append(sketch)
    return joined


def _around(sketch: Sketch) -> list[Sketch]:
    """The ties of the body that has most, in drawings with room for them, then those of the others."""
    ends = Counter(end for tie in sketch.ties for end in (tie.high, tie.low))
    hub = max(sketch.bodies, key=lambda body: ends[body])
    own = [tie for tie in sketch.ties if hub in (tie.high, tie.low)]
    # Those above it and those below it apart, where both are many.
    sides = [[tie for tie in own if tie.high == hub], [tie for tie in own if tie.low == hub]]
    fans = [own] if fits(replace(sketch, ties=own)) else [side for side in sides if side]
    found = [replace(sketch, ties=chunk) for fan in fans for chunk in _chunks(sketch, fan)]
    rest = [tie for tie in sketch.ties if tie not in own]
    return [*found, *(parts(replace(sketch, ties=rest)) if rest else [])]


def _chunks(sketch: Sketch, fan: Sequence[Tie]) -> list[Sequence[Tie]]:
    """The fan in as few parts of about one size as fit."""
    for count in range(1, len(fan) + 1):
        size = -(-len(fan) // count)
        chunks = [fan[at : at + size] for at in range(0, len(fan), size)]
        if all(fits(replace(sketch, ties=chunk)) for chunk in chunks):
            return chunks
    raise ValueError(f"no drawing holds the line between {fan[0].high} and {fan[0].low}")


def _box(sketch: Sketch, body: str) -> tuple[list[str], Point]:
    """The lines of its name, and its size."""
    lines = balanced(seen(sketch.sheet.paper, body), NAME, BOX)
    widest = max(text_width(line, NAME) for line in lines)
    return lines, (widest / ROOM + 2 * PAD, len(lines) * LEADING + 2 * PAD)


def _arc(sketch: Sketch, tie: Tie) -> Arc:
    return Arc(_id(tie), tie.high, tie.low, _size(sketch, tie), tie.direction, MAIN if tie.main else 1)


def _id(tie: Tie) -> str:
    return f"{tie.high} {tie.low}"


def _tie(sketch: Sketch, drawing: ET.Element, placed: Placed, tie: Tie) -> None:
    css = "dg-main" if tie.main else "dg-answers" if tie.answers else "dg-other"
    told = " ".join(line.id for line in tie.lines)
    css += " dg-inferred" if tie.inferred else ""
    group = svg.group(drawing, f"dg-line {css}", data_lines=told, aria_hidden="true")
    svg.note(group, " ".join(f"{sentence(sketch.sheet.paper, line)}." for line in tie.lines))
    route = placed.routes[_id(tie)]
    svg.path(group, svg.curve([(x + EDGE, y + EDGE) for x, y in route.curve]), "dg-stroke")
    for tip, back in route.heads:
        length = hypot(tip[0] - back[0], tip[1] - back[1]) or 1
        along = (tip[0] - back[0]) / length, (tip[1] - back[1]) / length
        svg.head(group, "filled" if tie.answers or tie.main else "open", tip[0] + EDGE, tip[1] + EDGE, *along)
    if words := _words(sketch, tie):
        x, y = route.words
        y += EDGE - (len(words) - 1) * LEADING / 2 + WORDS * 0.34
        svg.text(group, words, x + EDGE, y, LEADING, "dg-words-free", middle=True)


def _words(sketch: Sketch, tie: Tie) -> list[str]:
    """What stands on its arrow: in a picture of the whole paper only the main way has words."""
    if sketch.worded:
        # Two that stand upon each other would read as one.
        words = [f"{short}," for short in tie.shorts[:-1]] + [tie.shorts[-1]]
        return [line for each in words for line in balanced(each, WORDS, ACROSS)]
    # Two heads have no sign of their own in a key that is to be short.
    both = ["both ways"] if tie.direction == "both" else []
    return [*balanced(tie.shorts[0], WORDS, ACROSS), *both] if tie.main else both


def _size(sketch: Sketch, tie: Tie) -> Point:
    words = _words(sketch, tie)
    if not words:
        return 1.0, 1.0
    return max(text_width(line, WORDS) for line in words) * SLACK + 12, len(words) * LEADING
