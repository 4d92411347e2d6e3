"""A body's card: what the drawings of lines and of steps have in common."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from calculators.records.papers import Paper
from site_build.pictures.drawing import svg


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a drawing needs of its surroundings: the records, and a link to a body's own page."""

    paper: Paper
    body_link: Callable[[str], str]


def card(
    sheet: Sheet,
    parent: ET.Element,
    body: str,
    seen: str,
    at: tuple[float, float, float, float],
    css: str = "",
) -> ET.Element:
    """The body's box as a link to its section; `at` is x, y, width and height. Words in it count from its corner.

    Its name is what is `seen` in the box, then the body's own where that is not part of it.
    """
    own = sheet.paper.body(body).name
    # Whoever speaks to the page says what stands there, WCAG 2.5.3.
    heard = seen if own in seen else f"{seen} ({own})"
    anchor = svg.link(parent, sheet.body_link(body), heard, f"dg-card {css}".strip())
    anchor.set("data-body", body)
    x, y, width, height = at
    svg.place(anchor, x, y)
    svg.box(anchor, 0, 0, width, height, "dg-box")
    return anchor
