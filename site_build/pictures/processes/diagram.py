"""A process drawn for a page, with the same steps as a list."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from calculators.records.errors import RecordError
from calculators.records.schemas import Step
from site_build.pictures.drawing import svg
from site_build.pictures.lines.marks import Sheet
from site_build.pictures.lines.rows import body_link, citations
from site_build.pictures.processes import key
from site_build.pictures.processes.cards import Flow
from site_build.pictures.processes.flow import draw
from site_build.pictures.processes.parts import parts
from site_build.writing.page import Page
from site_build.writing.printing import print_part
from site_build.writing.steps import Way, ways
from site_build.writing.templating import render


@dataclass(frozen=True, slots=True)
class Told:
    """A step in words: who acts, with links, where it leads, and its citations."""

    step: Step
    actors: list[tuple[str, str]]
    ways: list[Way]
    cited: list[Markup]


def process(page: Page, id: str, paper: str | None = None) -> str:
    """The process with this id as a flow and as a list; `RecordError` where the paper has none."""
    source = page.paper(paper)
    if id not in source.processes:
        raise RecordError(source.folder / "processes.toml", id, "is not there")
    found = source.processes[id]
    flow = Flow(
        Sheet(source, lambda body: body_link(page, source, body)),
        found,
        lambda label: page.link(source.url(label)),
    )
    drawn = []
    for part in parts(flow):
        several = f"-{part.n}" if part.of > 1 else ""
        title = f"{found.title}, {part.n} of {part.of}" if several else found.title
        steps = f"{len(part.cards)} steps" if len(part.cards) > 1 else "One step"
        described = f"{steps}. The list below tells the same, each step with its source."
        drawn.append(svg.html(draw(flow, part, f"dg-{source.id}-{id}{several}", title, described)))
    told = [
        Told(
            step,
            [(source.body(a).name, body_link(page, source, a)) for a in (step.actor, step.co_actor) if a],
            ways(found, step),
            citations(page, source, step.paragraph, *step.also),
        )
        for step in found.step
    ]
    return render(
        "pictures/process.html.jinja",
        process=found,
        told=told,
        drawn=drawn,
        marks=key.marks(found),
        button=print_part(f"process-{id}", "Print these steps"),
        cited=citations(page, source, found.paragraph, *found.also),
    )
