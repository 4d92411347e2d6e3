"""A body's card and a line's stroke: what the tree and the graph have in common."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from calculators.records.papers import Paper
from calculators.records.schemas import Line
from site_build.pictures.drawing import svg
from site_build.pictures.lines.lines import basis_words, kinds, verb

NAME = 16.0
TEXT = 14.0
NAME_LEADING = 20.0
NAME_BASE = 14.0
TEXT_LEADING = 18.0
TEXT_BASE = 13.0
PAD = 10.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a drawing needs of its surroundings: the records, and a link to a body's own section."""

    paper: Paper
    body_link: Callable[[str], str]


def card(
    sheet: Sheet, parent: ET.Element, body: str, at: tuple[float, float, float, float], css: str = ""
) -> ET.Element:
    """The body's box as a link to its section; `at` is x, y, width and height. Words in it count from its corner."""
    anchor = svg.link(parent, sheet.body_link(body), sheet.paper.body(body).name, f"dg-card {css}".strip())
    anchor.set("data-body", body)
    x, y, width, height = at
    svg.place(anchor, x, y)
    svg.box(anchor, 0, 0, width, height, "dg-box")
    return anchor


def line_group(parent: ET.Element, line: Line) -> ET.Element:
    """The group of one line's marks, not read out: the row beside the drawing says the same."""
    weight = " dg-heavy" if kinds()[line.kind].heavy else ""
    return svg.group(parent, f"dg-line dg-{line.basis}{weight}", data_line=line.id, aria_hidden="true")


def words(sheet: Sheet, line: Line, short: bool) -> str:
    """The line's own words: its verb, what it is about, and how far the paper says so."""
    says = kinds()[line.kind].short if short else verb(sheet.paper, line)
    return f"{says}: {line.label}{basis_words(line)}" if line.label else f"{says}{basis_words(line)}"
