"""A process drawn for a page, with the same steps as a list."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from calculators.records.errors import RecordError
from calculators.records.schemas import Step
from site_build.pictures.drawing import svg
from site_build.pictures.lines.rows import body_link, citations
from site_build.pictures.processes import flow
from site_build.pictures.processes.cards import Flow
from site_build.pictures.processes.steps import Exit, exits
from site_build.writing.page import Page
from site_build.writing.templating import render


@dataclass(frozen=True, slots=True)
class Told:
    """A step in words: who acts, with links, where it leads, and its citations."""

    step: Step
    actors: list[tuple[str, str]]
    ways: list[str]
    cited: list[Markup]


def process(page: Page, id: str, paper: str | None = None) -> str:
    """The process with this id as a flow and as a list; `RecordError` where the paper has none."""
    source = page.paper(paper)
    if id not in source.processes:
        raise RecordError(source.folder / "processes.toml", id, "is not there")
    found = source.processes[id]
    drawn = Flow(source, found, lambda label: page.link(source.url(label)))
    described = (
        f"{len(found.step)} steps. The list below the drawing tells the same steps, each with its source."
    )
    wide = flow.draw_wide(drawn, f"dg-{source.id}-{id}-wide", described)
    told = [
        Told(
            step,
            [(source.body(a).name, body_link(page, source, a)) for a in (step.actor, step.co_actor) if a],
            [_way(e) for e in exits(found, step)],
            citations(page, source, step.paragraph, *step.also),
        )
        for step in found.step
    ]
    return render(
        "pictures/process.html.jinja",
        process=found,
        told=told,
        wide=svg.html(wide) if wide is not None else "",
        narrow=svg.html(flow.draw_narrow(drawn, f"dg-{source.id}-{id}", described)),
        cited=citations(page, source, found.paragraph, *found.also),
    )


def _way(exit: Exit) -> str:
    if not exit.to:
        return exit.words
    return f"{exit.words}: step {exit.to}" if exit.words else f"step {exit.to}"
