"""Drawings of the lines between a paper's bodies, each of one screen, with the same lines as a table."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from markupsafe import Markup

from calculators.records.papers import Paper
from calculators.records.schemas import Line, slug
from site_build.pictures.drawing import svg
from site_build.pictures.lines import key
from site_build.pictures.lines import picture as at_a_glance
from site_build.pictures.lines.chain import chain
from site_build.pictures.lines.lines import in_view, views
from site_build.pictures.lines.marks import Sheet, seen
from site_build.pictures.lines.rows import body_link, rows
from site_build.pictures.lines.sketch import MOST, Sketch, draw, fits, parts
from site_build.pictures.lines.ties import led, tied
from site_build.writing.page import Page
from site_build.writing.printing import print_part
from site_build.writing.templating import render

PICTURE = "Who answers to whom, from your practice up. Choose a body to read about it."


def picture(page: Page, paper: str | None = None) -> str:
    """Who answers to whom in a paper, at a glance."""
    source = page.paper(paper)
    ties = at_a_glance.ties(source)
    sketch = Sketch(_sheet(page, source), ties, at_a_glance.start(ties), worded=False, whole=True)
    lines = [line for tie in at_a_glance.upwards(source, ties) for line in tie.lines]
    title = f"Who answers to whom: {source.short}"
    return _figure(page, source, [sketch], lines, f"dg-{source.id}-picture", title, PICTURE, anchor="picture")


def accountability_diagram(page: Page, view: str = "overview", paper: str | None = None) -> str:
    """The lines that answer one question, in as few drawings as hold them, and as a table with each line's anchor.

    `view` is an id in kinds.toml. Nothing where the paper has no such line; `ValueError` where there is no such view.
    """
    source = page.paper(paper)
    if view not in views():
        raise ValueError(f"'{view}' is no view of the lines: choose from {', '.join(views())}")
    asked = views()[view]
    lines = in_view(source.lines.values(), asked)
    if not lines:
        return ""
    ties = led(source, tied(lines)) if asked.way else tied(lines)
    if asked.way:
        told = [line for tie in ties for line in tie.lines]
        lines = (*told, *(line for line in lines if line not in told))
    id, sketches = f"dg-{source.id}-{view}", parts(Sketch(_sheet(page, source), ties, way=asked.way))
    return _figure(page, source, sketches, lines, id, asked.title, asked.lead, anchors=True)


def governance_diagram(page: Page, model: str, title: str, paper: str | None = None) -> str:
    """The lines of every kind that hold under one model alone: those whose label names it in brackets.

    `ValueError` where no line names the model.
    """
    source = page.paper(paper)
    lines = [line for line in source.lines.values() if line.label.endswith(f"({model})")]
    if not lines:
        raise ValueError(f"no line of {source.id} is limited to the model '{model}'")
    sketches = parts(Sketch(_sheet(page, source), tied(lines)))
    return _figure(page, source, sketches, lines, f"dg-{source.id}-model-{slug(model)}", title)


def body_chain(page: Page, body: str, paper: str | None = None) -> str:
    """From one body to the top, and who answers to it; nothing where the paper has no such line."""
    source = page.paper(paper)
    ties = chain(source, source.body(body).id, MOST)
    if not ties:
        return ""
    title = f"Who {source.body(body).name} answer{'' if source.body(body).plural else 's'} to"
    lines = [line for tie in ties for line in tie.lines]
    sketch = Sketch(_sheet(page, source), ties, (body,))
    # A chain is not to be torn apart: rather no words on its arrows, which the table has.
    whole = next((one for one in (sketch, replace(sketch, worded=False)) if fits(one)), None)
    sketches = [whole] if whole else parts(sketch)
    return _figure(page, source, sketches, lines, f"dg-{source.id}-chain-{body}", title, printed=False)


def line_table(page: Page, source: Paper, lines: Iterable[Line], *, above: Collection[Line] = ()) -> Markup:
    """The lines in words, by the question that they answer, each with its source.

    Those that stand `above` it on the page already are not printed once more.
    """
    lines, told = list(lines), {line.id for line in above}
    by_view = [(view.title, in_view(lines, view)) for view in views().values()]
    found = [(title, rows(page, source, part)) for title, part in by_view if part]
    return render("pictures/table.html.jinja", parts=found, told=told)


def _figure(
    page: Page,
    source: Paper,
    sketches: Sequence[Sketch],
    lines: Collection[Line],
    id: str,
    title: str,
    lead: str = "",
    *,
    anchor: str = "",
    anchors: bool = False,
    printed: bool = True,
) -> Markup:
    drawn = []
    for n, sketch in enumerate(sketches, 1):
        several = f"-{n}" if len(sketches) > 1 else ""
        words = f"{title}, {n} of {len(sketches)}" if several else title
        one = draw(sketch, f"{id}{several}", words, _described(sketch))
        if one is None:
            raise ValueError(f"{source.id}: a phone's screen does not hold the drawing “{title}”")
        drawn.append(svg.html(one))
    return render(
        "pictures/figure.html.jinja",
        lead=lead,
        drawn=drawn,
        marks=key.marks(
            [tie for sketch in sketches for tie in sketch.ties],
            lambda body: seen(source, body),
            way=any(sketch.way for sketch in sketches),
        ),
        rows=rows(page, source, lines, drawn=True),
        id=anchor or id,
        button=print_part(anchor or id, "Print this drawing") if printed else "",
        anchors=anchors,
    )


def _sheet(page: Page, source: Paper) -> Sheet:
    return Sheet(source, lambda body: body_link(page, source, body))


def _described(sketch: Sketch) -> str:
    arrows = f"{len(sketch.ties)} arrows" if len(sketch.ties) > 1 else "One arrow"
    return f"{arrows} between {len(sketch.bodies)} bodies. The table gives every line in words, each with its source."
