"""The lines between bodies as rows of a table: the text that stands beside every drawing of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from calculators.records.papers import Paper
from calculators.records.schemas import Line
from site_build.pictures.lines.lines import verb
from site_build.pictures.lines.marks import heard, seen
from site_build.writing.citations import cite
from site_build.writing.page import Page


@dataclass(frozen=True, slots=True)
class LineRow:
    """One line in words, its two ends linked, with its citations."""

    line: Line
    sender: str
    sender_link: str
    says: str
    receiver: str
    receiver_link: str
    cited: list[Markup]


def body_link(page: Page, paper: Paper, body: str) -> str:
    """The link from the page to the section that tells what the body is."""
    return page.link(f"frameworks/{paper.id}/accountability/#body-{body}")


def rows(page: Page, paper: Paper, lines: Iterable[Line], *, drawn: bool = False) -> list[LineRow]:
    """A row for each line, in the same order; beside a drawing each body is called as it is there, then by its name."""

    def name(body: str) -> str:
        return heard(paper, body, seen(paper, body)) if drawn else paper.body(body).name

    return [
        LineRow(
            line,
            name(line.from_),
            body_link(page, paper, line.from_),
            verb(paper, line),
            name(line.to),
            body_link(page, paper, line.to),
            citations(page, paper, line.paragraph, *line.also),
        )
        for line in lines
    ]


def citations(page: Page, paper: Paper, *labels: str) -> list[Markup]:
    """A link for each paragraph, once."""
    return [Markup(cite(page, label, paper.id)) for label in dict.fromkeys(labels)]
