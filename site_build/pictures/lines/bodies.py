"""Every body of a paper: what it does, who sits on it, and its own lines, drawn and listed."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from calculators.records.schemas import Body, Line
from site_build.pictures.lines.diagram import ego
from site_build.pictures.lines.lines import basis_words, in_view, of_body, views
from site_build.pictures.lines.rows import LineRow, citations, rows
from site_build.writing.page import Page
from site_build.writing.templating import render

ANSWERS = ("accountable_to", "responsible_to", "reports_to")
"""The kinds of line that tell to whom a body answers."""


@dataclass(frozen=True, slots=True)
class BodySection:
    """A body with its citations, the lines that say to whom it answers, and all its lines drawn."""

    body: Body
    cited: list[Markup]
    answers: list[LineRow]
    lines: tuple[Line, ...]
    drawn: Markup


def bodies(page: Page, paper: str | None = None) -> str:
    """Each body under its anchor `body-<id>`, after an index of them all."""
    source = page.paper(paper)
    lines = source.lines.values()
    entries = []
    for body in source.bodies.values():
        own = of_body(lines, body.id)
        up = [line for line in in_view(own, views()["overview"]) if line.from_ == body.id]
        answers = rows(page, source, (line for line in up if line.kind in ANSWERS))
        drawn = (
            ego(page, source, own, body.id, f"dg-{source.id}-of-{body.id}", listed=False) if own else Markup()
        )
        cited = citations(page, source, body.paragraph, *body.also)
        entries.append(BodySection(body, cited, answers, own, drawn))
    index = sorted(source.bodies.values(), key=lambda body: body.name.lower())
    return render("pictures/bodies.html.jinja", entries=entries, index=index, basis_words=basis_words)
