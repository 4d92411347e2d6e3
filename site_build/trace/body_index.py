"""The index of bodies and roles: each by name, with the papers that have it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from calculators.records.errors import RecordError
from calculators.records.papers import Paper, load_paper, paper_ids
from calculators.records.reading import read_records
from calculators.records.schemas import Body, slug
from site_build.writing.letters import by_letter
from site_build.writing.page import Page
from site_build.writing.site import DOCS
from site_build.writing.templating import render

FILE = DOCS / "find" / "same_bodies.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class SameBody:
    """Bodies of the same kind in several papers, each as `paper/body`, under one name."""

    id: str
    name: str
    bodies: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class BodyInPaper:
    """A body as one paper has it."""

    paper: Paper
    body: Body

    @property
    def target(self) -> str:
        """Where the paper's own pages show the body with its lines."""
        return f"frameworks/{self.paper.id}/accountability/#body-{self.body.id}"


@dataclass(frozen=True, slots=True)
class NamedBody:
    """One name of the index, with its place in each paper that has it."""

    id: str
    name: str
    places: tuple[BodyInPaper, ...]
    note: str = ""


@cache
def same_bodies(file: Path = FILE) -> tuple[SameBody, ...]:
    """The mapping made by hand; `RecordError` where it names a body that is not there, or one twice."""
    groups = read_records(file, "same", SameBody, required=False)
    seen: set[str] = set()
    for group in groups:
        for name in group.bodies:
            paper, _, body = name.partition("/")
            if paper not in paper_ids() or body not in load_paper(paper).bodies:
                raise RecordError(file, group.id, f"names the unknown body '{name}'")
            if name in seen:
                raise RecordError(file, group.id, f"names '{name}', which another group has")
            seen.add(name)
    return groups


def entries() -> list[NamedBody]:
    """Every body of every paper, once, by name."""
    found = [NamedBody(g.id, g.name, tuple(map(body_in_paper, g.bodies)), g.note) for g in same_bodies()]
    grouped = {name for group in same_bodies() for name in group.bodies}
    found += [entry for entry in _single() if _name(entry.places[0]) not in grouped]
    return sorted(found, key=lambda entry: slug(entry.name))


def bodies_index(page: Page) -> str:
    """The index by letter: each name with the papers that have it, where the body has a page of its own."""
    letters = by_letter(entries(), lambda entry: entry.name)
    return render("trace/body_index.html.jinja", page=page, letters=letters)


def _single() -> Iterator[NamedBody]:
    for id in paper_ids():
        paper = load_paper(id)
        for body in paper.bodies.values():
            yield NamedBody(f"{id}-{body.id}", body.name, (BodyInPaper(paper, body),))


def body_in_paper(name: str) -> BodyInPaper:
    """The body that a group names as `paper/body`."""
    paper, _, body = name.partition("/")
    return BodyInPaper(load_paper(paper), load_paper(paper).body(body))


def _name(place: BodyInPaper) -> str:
    return f"{place.paper.id}/{place.body.id}"
