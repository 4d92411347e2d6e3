"""One question put to every paper: the records that answer it, side by side, read from the papers' own data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from math import ceil
from pathlib import Path

from markupsafe import Markup

from calculators.records.errors import RecordError
from calculators.records.papers import Paper, load_paper
from calculators.records.reading import check_keys, read_toml, record
from calculators.records.schemas import slug
from site_build.compare.answers import Said, find, said
from site_build.writing.citations import cited
from site_build.writing.lengths import lines
from site_build.writing.page import Page
from site_build.writing.site import DOCS
from site_build.writing.templating import render

FOLDER = DOCS / "compare"
ASKED = FOLDER / "questions.toml"
SILENT = "silent"
MOST = 9
"""As many papers as the style sheet has rules for: it cannot compare a choice with a column by itself."""
OPEN = 10
"""The lines of a paper's answer that stand open on a phone; one record does whatever its length."""
PARTS = 2
"""The points of a record that stand open."""
VALUE = re.compile(r"\{([a-z0-9-]+)/([a-z0-9-]+)\}")


@dataclass(frozen=True, slots=True)
class Silence:
    """That a paper gives no answer. `note` says why what comes near is none."""

    note: str = ""


type Answer = tuple[str, ...] | Silence


@dataclass(frozen=True, slots=True)
class Aspect:
    """One side of a question: for each paper the names of its records, or its silence.

    `words` are tell-tale: a paper that has none of them can hardly have an answer.
    """

    title: str
    answers: dict[str, Answer]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a reader asks of every paper. `difference` says where they part, `silent` how a gap is named."""

    id: str
    title: str
    difference: str
    silent: str
    aspects: tuple[Aspect, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What docs/compare/questions.toml names: the papers in the order of their columns, and the questions."""

    papers: tuple[str, ...]
    questions: tuple[str, ...]


def _asked() -> Asked:
    return record(ASKED, "the questions", read_toml(ASKED), Asked)


def papers_asked() -> tuple[str, ...]:
    """The ids of the papers in the order of their columns."""
    asked = _asked().papers
    if len(asked) > MOST:
        raise RecordError(ASKED, "papers", f"has {len(asked)}, and a reader can pick from {MOST}")
    return asked


def questions() -> tuple[str, ...]:
    """The ids of the questions in the order of their index."""
    return _asked().questions


@cache
def read_comparison(id: str) -> Comparison:
    """The question in docs/compare/`id`.toml; `RecordError` where a paper has neither an answer nor a silence."""
    file = FOLDER / f"{id}.toml"
    table, asked = read_toml(file), papers_asked()
    check_keys(file, table, {"title", "difference", SILENT, "aspect"})
    aspects = []
    for row in table.get("aspect", ()):
        if set(row) - {"words"} != {"title", *asked}:
            raise RecordError(file, row.get("title", "an aspect"), "must name its title and each paper once")
        answers = {paper: _answer(file, row["title"], load_paper(paper), row[paper]) for paper in asked}
        aspects.append(Aspect(row["title"], answers, tuple(row.get("words", ()))))
    if not aspects or not table.get("title") or not table.get("difference"):
        raise RecordError(file, id, "lacks a title, a difference or an aspect")
    difference = VALUE.sub(lambda name: load_paper(name[1]).rule(name[2]).show(), table["difference"])
    return Comparison(id, table["title"], difference, table.get(SILENT, "Silent"), tuple(aspects))


def comparison(page: Page, id: str) -> str:
    """The question's table: an aspect a row, a paper a column, each cell cited; papers can be picked.

    A row has an address, and so has each of its cells: the row's, then the paper's id. On a phone the papers that say
    nothing of an aspect are told together, in one line.
    """
    question = read_comparison(id)
    papers = [load_paper(name) for name in papers_asked()]
    rows = [
        (
            aspect.title,
            f"on-{slug(aspect.title)}",
            [(paper, _cell(page, question, paper, aspect.answers[paper.id])) for paper in papers],
            [paper.short for paper in papers if aspect.answers[paper.id] == Silence()],
        )
        for aspect in question.aspects
    ]
    return render("compare/comparison.html.jinja", question=question, papers=papers, rows=rows)


def _answer(file: Path, title: str, paper: Paper, given: object) -> Answer:
    match given:
        case "silent":
            return Silence()
        case {"silent": str(note), **rest} if note and not rest:
            return Silence(note)
        case [*names] if names and all(isinstance(name, str) for name in names):
            for name in names:
                _check(file, title, paper, str(name))
            return tuple(map(str, names))
    raise RecordError(file, title, "has an answer that is neither a list of records nor silent")


def _check(file: Path, title: str, paper: Paper, name: str) -> None:
    """`RecordError` at the answer where the paper has no such record."""
    try:
        find(paper, name)
    except RecordError as error:
        raise RecordError(file, title, f"names '{name}', which {paper.id} does not have") from error


def _cell(page: Page, question: Comparison, paper: Paper, answer: Answer) -> Markup:
    if isinstance(answer, Silence):
        return render("compare/silence.html.jinja", words=question.silent, note=answer.note)
    found = [said(paper, find(paper, name)) for name in answer]
    entries = [_entry(page, paper, words) for words in found]
    # The records that answer first stand first: as many as fit are open, and the rest folded.
    filled = [*accumulate(_length(words) for words in found)]
    shown = sum(lines <= OPEN for lines in filled) or 1
    return render("compare/cell.html.jinja", shown=entries[:shown], more=entries[shown:], paper=paper)


def _length(words: Said) -> int:
    """The lines that an entry takes on a phone; a list longer than a few is folded in it."""
    parts = [part.words for part in words.parts] if len(words.parts) <= PARTS else []
    return lines(words.lead, words.note, *parts) + ceil(len(words.cited) / 2)


def _entry(page: Page, paper: Paper, words: Said) -> Markup:
    first, *others = dict.fromkeys(words.cited)
    links = [cited(page, paper, first, named=False, mark=words.mark)]
    links += [cited(page, paper, label, named=False) for label in others]
    return render("compare/entry.html.jinja", words=words, cited=links, parts=PARTS)
