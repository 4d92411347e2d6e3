"""Who does what in a decision: the lines about it by what each body does, for one paper or for all five."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from markupsafe import Markup

from calculators.records.errors import RecordError
from calculators.records.papers import Paper, load_paper, paper_ids
from calculators.records.reading import read_records
from calculators.records.schemas import Line
from site_build.pictures.lines.lines import basis_words, kinds
from site_build.pictures.lines.rows import body_link, citations
from site_build.writing.page import Page
from site_build.writing.templating import render

MATTERS = Path(__file__).parent / "matters.toml"
ROLES = Path(__file__).parent / "roles.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A decision, or what a body does in one."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Part:
    """What a body does in a decision: the line's own words, how far the paper says so, and its paragraphs."""

    body: str
    link: str
    about: str
    basis: str
    cited: list[Markup]


@dataclass(frozen=True, slots=True)
class Row:
    """A decision, or a paper, with the parts by column."""

    title: str
    anchor: str
    cells: list[tuple[str, list[Part]]]


@cache
def roles() -> Mapping[str, Named]:
    """What a body may do in a decision, by column; `RecordError` where a kind of line names another."""
    found = {role.id: role for role in read_records(ROLES, "role", Named)}
    for kind in kinds().values():
        if odd := {kind.role, kind.hears} - {"", *found}:
            raise RecordError(ROLES, odd.pop(), f"is a role of the kind '{kind.id}', and no role here")
    return found


@cache
def matters() -> Mapping[str, Named]:
    """Every decision by id; `RecordError` where a line of a paper is about another, or has no part in one."""
    found = {matter.id: matter for matter in read_records(MATTERS, "matter", Named)}
    for id in paper_ids():
        paper = load_paper(id)
        for line in paper.lines.values():
            if not line.matter:
                continue
            file = paper.folder / "accountability.toml"
            if line.matter not in found:
                raise RecordError(file, line.id, f"is about the unknown matter '{line.matter}'")
            if not (kinds()[line.kind].role or kinds()[line.kind].hears):
                raise RecordError(file, line.id, f"has a matter, and '{line.kind}' is no part in a decision")
    return found


def responsibilities(page: Page, paper: str | None = None) -> str:
    """Every decision of a paper in a row: who decides, proposes, advises and is told; nothing where no line tells."""
    source = page.paper(paper)
    found = [
        Row(matter.title, f"matter-{matter.id}", _cells(page, source, about))
        for matter in matters().values()
        if (about := _about(source, matter.id))
    ]
    return _table(found, "What is decided") if found else ""


def responsibilities_compared(page: Page) -> str:
    """Each decision on a page of its own, with a row for each paper."""
    parts = []
    for matter in matters().values():
        papers = [(paper, _about(paper, matter.id)) for paper in map(load_paper, paper_ids())]
        found = [Row(paper.short, "", _cells(page, paper, about)) for paper, about in papers if about]
        silent = [paper.short for paper, about in papers if not about]
        if found:
            parts.append((matter, _table(found, "Paper"), silent))
    return render("pictures/matters.html.jinja", parts=parts)


def _about(paper: Paper, matter: str) -> list[Line]:
    return [line for line in paper.lines.values() if line.matter == matter]


def _cells(page: Page, paper: Paper, lines: Iterable[Line]) -> list[tuple[str, list[Part]]]:
    cells: dict[str, list[Part]] = {role: [] for role in roles()}
    for line in lines:
        kind = kinds()[line.kind]
        senders = (line.from_, line.to) if kind.head == "both" else (line.from_,)
        for body in senders if kind.role else ():
            cells[kind.role].append(_part(page, paper, line, body))
        if kind.hears:
            cells[kind.hears].append(_part(page, paper, line, line.to))
    return [(roles()[role].title, parts) for role, parts in cells.items()]


def _part(page: Page, paper: Paper, line: Line, body: str) -> Part:
    return Part(
        paper.body(body).name,
        body_link(page, paper, body),
        line.label,
        basis_words(line),
        citations(page, paper, line.paragraph, *line.also),
    )


def _table(rows: Sequence[Row], first: str) -> Markup:
    titles = [role.title for role in roles().values()]
    return render("pictures/matrix.html.jinja", rows=rows, first=first, roles=titles)
