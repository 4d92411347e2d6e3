"""Drawings and tables of the lines between a paper's bodies, for a page."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from markupsafe import Markup

from calculators.records.papers import Paper
from calculators.records.schemas import Line, slug
from site_build.pictures.drawing import svg
from site_build.pictures.lines import graph, key, spine
from site_build.pictures.lines import picture as at_a_glance
from site_build.pictures.lines.lines import View, in_view, of_body, views
from site_build.pictures.lines.marks import Sheet
from site_build.pictures.lines.picks import Picker, picker
from site_build.pictures.lines.rows import body_link, rows
from site_build.pictures.lines.tree import around, grow
from site_build.writing.page import Page
from site_build.writing.templating import render

MINE = "Which lines are mine?"
OWN, WHOLE = "The table below the drawing", "The table of every line, on this page,"


def accountability_diagram(
    page: Page, view: str = "overview", body: str | None = None, paper: str | None = None
) -> str:
    """The lines that answer one question, drawn, with the same lines as a table.

    `view` is an id in kinds.toml; with `body` all lines of that one body are drawn instead.
    Nothing where the paper has no such line; `ValueError` where there is no such view.
    """
    source = page.paper(paper)
    lines = tuple(source.lines.values())
    if body is not None:
        return ego(page, source, of_body(lines, source.body(body).id), body, f"dg-{source.id}-body-{body}")
    if view not in views():
        raise ValueError(f"'{view}' is no view of the lines: choose from {', '.join(views())}")
    asked = views()[view]
    lines = in_view(lines, asked)
    if not lines:
        return ""
    return _drawn(page, source, lines, f"dg-{source.id}-{view}", asked.title, asked)


def picture(page: Page, paper: str | None = None) -> str:
    """Who answers to whom in a paper, at a glance: a drawing that fits a phone's screen."""
    source = page.paper(paper)
    ties = at_a_glance.ties(source)
    lines = [line for tie in ties for line in tie.lines]
    title = f"Who answers to whom: {source.short}"
    return render(
        "pictures/picture.html.jinja",
        drawn=svg.html(
            at_a_glance.draw(_sheet(page, source), f"dg-{source.id}-picture", title, _described(lines))
        ),
        marks=key.picture_marks(ties),
        rows=rows(page, source, lines),
    )


def governance_diagram(page: Page, model: str, title: str, paper: str | None = None) -> str:
    """The lines of every kind that hold under one model alone: those whose label names it in brackets.

    `ValueError` where no line names the model.
    """
    source = page.paper(paper)
    lines = tuple(line for line in source.lines.values() if line.label.endswith(f"({model})"))
    if not lines:
        raise ValueError(f"no line of {source.id} is limited to the model '{model}'")
    return _drawn(page, source, lines, f"dg-{source.id}-model-{slug(model)}", title)


def ego(
    page: Page, source: Paper, lines: Sequence[Line], body: str, id: str, *, listed: bool = True
) -> Markup:
    """The given lines of one body, drawn around it, with the same lines as a table.

    Without `listed` the page has a table of all lines, and this drawing none of its own.
    """
    title = f"The lines of {source.body(body).name}"
    trees = [around(body, lines)]
    drawing = spine.draw(_sheet(page, source), trees, id, title, _described(lines, OWN if listed else WHOLE))
    return _figure(page, source, lines, None, drawing, listed=listed)


def accountability_table(
    page: Page, kind: str | None = None, body: str | None = None, paper: str | None = None
) -> str:
    """The lines as a table, by question: all, or those of one kind or view, or of one body, or both."""
    source = page.paper(paper)
    lines = tuple(source.lines.values())
    if body is not None:
        lines = of_body(lines, source.body(body).id)
    if kind is not None:
        lines = tuple(
            line for line in lines if kind == line.kind or line in in_view(lines, views().get(kind))
        )
    asked = [(view.title, in_view(lines, view)) for view in views().values()]
    whole = kind is None and body is None
    return render(
        "pictures/table.html.jinja",
        parts=[(title, part, rows(page, source, part)) for title, part in asked if part],
        count=len(lines),
        anchors=whole,
        name=source.short,
        choice=picker(_sheet(page, source), lines, f"dg-{source.id}-table", MINE) if whole else None,
    )


def _drawn(
    page: Page, source: Paper, lines: Sequence[Line], id: str, title: str, view: View | None = None
) -> Markup:
    """The lines as a graph where the page is wide enough, as trees elsewhere, and as a table."""
    sheet, trees = _sheet(page, source), grow(lines)
    narrow = spine.draw(sheet, trees, id, title, _described(lines))
    wide = graph.draw(sheet, lines, f"{id}-wide", title, _described(lines))
    if wide is None:
        wide = spine.draw_wide(sheet, trees, f"{id}-wide", title, _described(lines))
    if view is None:
        return _figure(page, source, lines, wide, narrow)
    offered = picker(sheet, lines, id, view.mine, title=title)
    return _figure(page, source, lines, wide, narrow, view.lead, offered)


def _figure(
    page: Page,
    source: Paper,
    lines: Sequence[Line],
    wide: ET.Element | None,
    narrow: ET.Element,
    lead: str = "",
    offered: Picker | None = None,
    *,
    listed: bool = True,
) -> Markup:
    return render(
        "pictures/figure.html.jinja",
        lead=lead,
        wide=svg.html(wide) if wide is not None else "",
        narrow=svg.html(narrow),
        marks=key.kinds_used(lines) if wide is not None else [],
        bases=key.bases_used(lines),
        rows=rows(page, source, lines) if listed else [],
        choice=offered,
    )


def _sheet(page: Page, source: Paper) -> Sheet:
    return Sheet(source, lambda body: body_link(page, source, body))


def _described(lines: Sequence[Line], table: str = OWN) -> str:
    bodies = len({end for line in lines for end in (line.from_, line.to)})
    told = (
        f"{len(lines)} lines between {bodies} bodies." if len(lines) > 1 else "One line between two bodies."
    )
    return f"{told} {table} gives the same lines in words, each with its source."
