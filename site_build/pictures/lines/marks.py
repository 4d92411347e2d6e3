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


def seen(paper: Paper, body: str) -> str:
    """What a drawing of lines calls the body."""
    record = paper.body(body)
    return record.picture or record.name


def heard(paper: Paper, body: str, shown: str) -> str:
    """What is shown, then the body's own name where that is not part of it: whoever speaks to a page says what stands.

    That the visible words come first is what WCAG 2.5.3 asks.
    """
    own = paper.body(body).name
    # A cluster is not among the words of “clusters”.
    if own in shown or own.startswith(f"{shown} "):
        return max(shown, own, key=len)
    return f"{shown}, in the paper {own}" if shown.endswith(")") else f"{shown} ({own})"


def card(
    sheet: Sheet,
    parent: ET.Element,
    body: str,
    shown: str,
    at: tuple[float, float, float, float],
    css: str = "",
) -> ET.Element:
    """The body's box as a link to its section; `at` is x, y, width and height. Words in it count from its corner.

    Its name is what is `shown` in the box, then the body's own where that is not part of it.
    """
    name = heard(sheet.paper, body, shown)
    anchor = svg.link(parent, sheet.body_link(body), name, f"dg-card {css}".strip())
    anchor.set("data-body", body)
    x, y, width, height = at
    svg.place(anchor, x, y)
    svg.box(anchor, 0, 0, width, height, "dg-box")
    return anchor
