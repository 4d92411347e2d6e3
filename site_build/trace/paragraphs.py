"""Every paragraph of a paper in order: what is recorded from it, and a place for who uses it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from calculators.records.papers import Paper
from calculators.records.schemas import Paragraph
from site_build.trace.cited_by import Backlink, records_by_paragraph
from site_build.writing.front_matter import front_matter
from site_build.writing.lengths import lines, runs
from site_build.writing.page import Page
from site_build.writing.site import FRAMEWORKS
from site_build.writing.templating import render

RULE = "Rule"
# The lines that stand around a row's words: its fold, and the room above and below.
AROUND = 2


@dataclass(frozen=True, slots=True)
class Recorded:
    """A paragraph, its address below the site's root, its rules in words, and its other records by kind."""

    paragraph: Paragraph
    place: str
    rules: tuple[str, ...]
    others: tuple[tuple[str, tuple[Backlink, ...]], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Paragraphs that follow one another in the paper and stand on one page, as many as make a short page here."""

    id: str
    title: str
    rows: tuple[Recorded, ...]

    @property
    def folder(self) -> str:
        """Where the part has its page, below the list."""
        return self.id.removeprefix("on-")

    @property
    def span(self) -> str:
        """The first and the last paragraph: `2.2.3, para 1 to 2.2.3, bullet 7`."""
        first, last = self.rows[0].paragraph.label, self.rows[-1].paragraph.label
        return first if first == last else f"{first} to {last}"


def paragraphs(page: Page, paper: str | None = None) -> str:
    """The list of every paragraph, in the paper's order. Its pages and calculators are added to the built page."""
    held = page.paper(paper)
    return render("trace/paragraphs.html.jinja", page=page, paper=held, parts=parts(held))


def parts(paper: Paper) -> list[Part]:
    """The paper's paragraphs in order, by the page that restates them; the first part of a page has its name."""
    return [Part(id, title_of(paper, stem), tuple(_rows(paper, group))) for id, stem, group in groups(paper)]


def groups(paper: Paper) -> Iterator[tuple[str, str, Sequence[Paragraph]]]:
    """Paragraphs that follow one another and stand on one page: the part's id, the page's stem, the paragraphs.

    Where they are too many for a page of the list, further parts follow: `on-levels`, `on-levels-2`.
    """
    records = records_by_paragraph(paper.id)

    def length(paragraph: Paragraph) -> int:
        rules = [one.words for one in records.get(paragraph.label, ()) if one.kind == RULE]
        return AROUND + lines(f"{paragraph.label} {paragraph.title}", paragraph.unused, *rules)

    seen: set[str] = set()
    for number, (stem, group) in enumerate(groupby(paper.paragraphs.values(), key=lambda p: p.page), 1):
        id = f"part-{number}" if stem in seen else f"on-{stem}"
        for n, run in enumerate(runs(group, length), 1):
            yield id if n == 1 else f"{id}-{n}", stem, run
        seen.add(stem)


def title_of(paper: Paper, stem: str) -> str:
    """The page's title as its front matter gives it; the stem where the page is not there."""
    file = FRAMEWORKS / paper.id / f"{stem}.md"
    return str(front_matter(file).get("title", stem)) if file.is_file() else stem


def _rows(paper: Paper, group: Iterable[Paragraph]) -> Iterable[Recorded]:
    records = records_by_paragraph(paper.id)
    for paragraph in group:
        held = records.get(paragraph.label, ())
        rules = tuple(one.words for one in held if one.kind == RULE)
        kinds = dict.fromkeys(one.kind for one in held if one.kind != RULE)
        others = tuple((kind, tuple(one for one in held if one.kind == kind)) for kind in kinds)
        yield Recorded(paragraph, paper.url(paragraph.label), rules, others)
