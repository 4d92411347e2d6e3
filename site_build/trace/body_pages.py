"""The page of each body of a paper: what it is, whom it answers to, what it decides, and where its like stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import get_args

from markupsafe import Markup

from calculators.records.papers import Paper
from calculators.records.schemas import Body, Process, Step, slug
from calculators.records.schemas.bodies import BodyKind
from site_build.pictures import body_chain, line_table
from site_build.pictures.lines.lines import basis_words, in_view, of_body, views
from site_build.pictures.lines.rows import LineRow, citations, rows
from site_build.pictures.lines.ties import ANSWERS
from site_build.trace.body_index import BodyInPaper, body_in_paper, same_bodies
from site_build.trace.cited_by import shown_on
from site_build.writing.page import Page
from site_build.writing.templating import render

KINDS: Mapping[str, str] = {
    "organisation": "Organisations",
    "committee": "Committees and boards",
    "group": "Groups",
    "team": "Teams",
    "role": "People and roles",
    "public": "Patients and the public",
    "": "Others",
}


@dataclass(frozen=True, slots=True)
class OwnStep:
    """A step that a body takes in a process, with where the process is drawn."""

    process: Process
    step: Step
    link: str
    cited: list[Markup]


@dataclass(frozen=True, slots=True)
class BodyPage:
    """A body with all that the records say of it."""

    body: Body
    cited: list[Markup]
    members_cited: list[Markup]
    chair_cited: list[Markup]
    questions: list[tuple[str, str]]
    chain: str
    answers: list[LineRow]
    answered: list[LineRow]
    decides: list[LineRow]
    steps: list[OwnStep]
    lines: str
    count: int
    others: int
    likes: list[BodyInPaper]
    note: str

    @property
    def processes(self) -> list[tuple[Process, list[OwnStep]]]:
        """Its steps by the process that they belong to."""
        return [
            (own[0].process, own)
            for _, group in groupby(self.steps, key=lambda step: step.process.id)
            for own in [list(group)]
        ]


def bodies(page: Page, paper: str | None = None) -> str:
    """Every body by kind, each with a page of its own, in which it keeps the anchor `body-<id>`."""
    source = page.paper(paper)
    kinds = [
        (KINDS[kind], sorted(found, key=lambda body: body.name.lower()))
        for kind in [*filter(None, get_args(BodyKind)), ""]
        if (found := [body for body in source.bodies.values() if body.kind == kind])
    ]
    pages = [_page(page, source, body) for body in source.bodies.values()]
    return render("trace/bodies.html.jinja", page=page, kinds=kinds, pages=pages, basis_words=basis_words)


def _page(page: Page, source: Paper, body: Body) -> BodyPage:
    own = of_body(source.lines.values(), body.id)
    answering = [line for line in own if line.kind in ANSWERS]
    decides = [line for line in in_view(own, views()["decisions"]) if line.from_ == body.id]
    likes, note = _likes(source, body)
    return BodyPage(
        body,
        citations(page, source, body.paragraph, *body.also),
        citations(page, source, *(body.membership_in or (body.paragraph,))),
        citations(page, source, *(body.chair_in or (body.paragraph,))),
        [
            (source.ambiguity(id).title, page.link(f"frameworks/{source.id}/open-questions/#{slug(id)}"))
            for id in body.ambiguity
        ],
        body_chain(page, body.id, source.id),
        rows(page, source, (line for line in answering if line.from_ == body.id)),
        rows(page, source, (line for line in answering if line.to == body.id)),
        rows(page, source, decides),
        _steps(page, source, body),
        line_table(page, source, own, above=[*answering, *decides]) if own else "",
        len(own),
        sum(line not in answering and line not in decides for line in own),
        likes,
        note,
    )


def _steps(page: Page, source: Paper, body: Body) -> list[OwnStep]:
    return [
        OwnStep(
            process,
            step,
            page.link(f"{shown_on(source, 'process', process.id)}#process-{process.id}"),
            citations(page, source, step.paragraph, *step.also),
        )
        for process in source.processes.values()
        for step in process.step
        if body.id in (step.actor, step.co_actor)
    ]


def _likes(source: Paper, body: Body) -> tuple[list[BodyInPaper], str]:
    """The bodies of its kind in the other papers, and what differs between them."""
    own = f"{source.id}/{body.id}"
    for group in same_bodies():
        if own in group.bodies:
            return [body_in_paper(name) for name in group.bodies if name != own], group.note
    return [], ""
