"""Draw trees of bodies as cards on a spine: narrow enough to be read on a phone without scrolling."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from calculators.records.schemas import Line
from site_build.pictures.drawing import svg
from site_build.pictures.drawing.measure import ROOM, wrap
from site_build.pictures.lines.lines import high_and_low, kinds
from site_build.pictures.lines.marks import (
    NAME,
    NAME_BASE,
    NAME_LEADING,
    PAD,
    TEXT,
    TEXT_BASE,
    TEXT_LEADING,
    Sheet,
    card,
    line_group,
    words,
)
from site_build.pictures.lines.tree import Branch

WIDTH = 332.0
INDENT = 30.0
SPINE = 9.0
GAP = 12.0
GUTTER = 24.0


def draw(
    sheet: Sheet,
    trees: Sequence[Branch],
    id: str,
    title: str,
    description: str,
    css: str = "dg-narrow",
) -> ET.Element:
    """One drawing of all the trees, one under the other; `css` says when the style sheet shows it."""
    canvas, height = _column(sheet, trees)
    drawing = svg.drawing(id, title, description, WIDTH, height, css)
    drawing.extend(canvas)
    return drawing


def draw_wide(
    sheet: Sheet, trees: Sequence[Branch], id: str, title: str, description: str
) -> ET.Element | None:
    """The same trees side by side in two columns; nothing where there is but one tree."""
    if len(trees) < 2:
        return None
    heights = [_column(sheet, [tree])[1] + GAP for tree in trees]
    split = min(range(1, len(trees)), key=lambda n: max(sum(heights[:n]), sum(heights[n:])))
    drawing = svg.drawing(
        id,
        title,
        description,
        2 * WIDTH + GUTTER,
        max(sum(heights[:split]), sum(heights[split:])),
        str(svg.fit(2 * WIDTH + GUTTER, TEXT)),
    )
    for n, part in enumerate((trees[:split], trees[split:])):
        column = svg.group(drawing, "dg-column", transform=f"translate({n * (WIDTH + GUTTER):g} 0)")
        column.extend(_column(sheet, part)[0])
    return drawing


def _column(sheet: Sheet, trees: Sequence[Branch]) -> tuple[ET.Element, float]:
    canvas = ET.Element("g")
    y = 1.0
    for tree in trees:
        y = _branch(sheet, canvas, tree, "", 1.0, y) + GAP
    return canvas, y - GAP + 1


def _branch(sheet: Sheet, canvas: ET.Element, branch: Branch, above: str, x: float, y: float) -> float:
    """Draw the card and what hangs from it; gives the y below all of it."""
    bottom = _card(sheet, canvas, branch, above, x, y)
    spine = svg.path(canvas, "", "dg-spine") if branch.below else None
    end = y = bottom
    for below in branch.below:
        y += GAP
        end = y + _connector_ys(sheet, below, branch.body, x + INDENT)[-1]
        y = _branch(sheet, canvas, below, branch.body, x + INDENT, y)
    if spine is not None:
        spine.set("d", svg.way([(x + SPINE, bottom), (x + SPINE, end)]))
    return y


def _card(sheet: Sheet, canvas: ET.Element, branch: Branch, above: str, x: float, y: float) -> float:
    blocks = _blocks(sheet, branch, above, x)
    height = _height(blocks)
    css = "dg-again" if branch.again else "" if above else "dg-root"
    anchor = card(sheet, canvas, branch.body, (x, y, WIDTH - 1 - x, height), css)
    at = y + PAD
    for line, rows in blocks:
        if line is None:
            svg.text(anchor, rows, PAD, at - y + NAME_BASE, NAME_LEADING, "dg-name")
            at += len(rows) * NAME_LEADING
            continue
        group = line_group(canvas, line)
        svg.place(group, x, at + TEXT_LEADING / 2)
        _connector(group, line, above)
        svg.text(group, rows, PAD, TEXT_BASE - TEXT_LEADING / 2, TEXT_LEADING, "dg-words")
        at += len(rows) * TEXT_LEADING
    return y + height


def _connector(group: ET.Element, line: Line, above: str) -> None:
    start = SPINE - INDENT
    form = kinds()[line.kind].head
    svg.path(group, svg.way([(start, 0), (0, 0)]), "dg-stroke")
    if line.from_ == above or form == "both":
        svg.head(group, form, 0, 0, 1, 0)
    if line.from_ != above or form == "both":
        svg.head(group, form, start + 1, 0, -1, 0)


def _blocks(sheet: Sheet, branch: Branch, above: str, x: float) -> list[tuple[Line | None, list[str]]]:
    """In the order of reading: lines that come down to the body, its name, lines that go up from it."""
    width = WIDTH - 1 - x - 2 * PAD
    room = (
        width + PAD
    ) * ROOM  # Words spaced out may run into the padding, as names, which are bold, may not.
    down = [line for line in branch.lines if line.from_ == above]
    up = [line for line in branch.lines if line.from_ != above]
    named: list[tuple[Line | None, list[str]]] = [
        (None, wrap(sheet.paper.body(branch.body).name, NAME, width * ROOM))
    ]
    return [
        *(
            (line, wrap(words(sheet, line, short=high_and_low(line)[0] == above), TEXT, room))
            for line in down
        ),
        *named,
        *((line, wrap(words(sheet, line, short=False), TEXT, room)) for line in up),
    ]


def _height(blocks: Sequence[tuple[Line | None, list[str]]]) -> float:
    return 2 * PAD + sum(len(rows) * (TEXT_LEADING if line else NAME_LEADING) for line, rows in blocks)


def _connector_ys(sheet: Sheet, branch: Branch, above: str, x: float) -> list[float]:
    """How far below its card's top each of the branch's lines meets it."""
    blocks = _blocks(sheet, branch, above, x)
    tops = [_height(blocks[:n]) - PAD for n in range(len(blocks))]
    return [top + TEXT_LEADING / 2 for top, (line, _) in zip(tops, blocks, strict=True) if line]
