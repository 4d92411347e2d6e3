"""Every open question of every paper with its readings, and the calculators whose rules it touches."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup

from calculators.engine.calculator import Calculator
from calculators.engine.registry import get, ids
from calculators.records.papers import Paper, load_paper, paper_ids
from calculators.records.schemas import Ambiguity, slug
from site_build.prose.boxes import OPEN_QUESTIONS
from site_build.writing.page import Page
from site_build.writing.templating import render


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """An ambiguity of a paper, with the calculators that use a rule it puts in doubt."""

    paper: Paper
    found: Ambiguity
    calculators: tuple[Calculator, ...]

    @property
    def id(self) -> str:
        """Its place in the index: two papers may use one name."""
        return f"{self.paper.id}-{slug(self.found.id)}"

    @property
    def target(self) -> str:
        """Its box among the paper's own open questions."""
        return f"{question_page(self.paper)}#{slug(self.found.id)}"


def question_page(paper: Paper) -> str:
    """The address of a paper's own open questions."""
    return f"frameworks/{paper.id}/{OPEN_QUESTIONS}/"


@cache
def calculators_by_question() -> Mapping[tuple[str, str], tuple[str, ...]]:
    """The calculators that each question says it affects."""
    return {
        (document, question.id): tuple(
            id for id in ids() if id in question.affects and document in get(id).documents
        )
        for document in paper_ids()
        for question in load_paper(document).ambiguities.values()
    }


def questions() -> list[tuple[Paper, list[OpenQuestion]]]:
    """Every open question by paper, in record order."""
    by_question = calculators_by_question()
    return [
        (
            paper,
            [OpenQuestion(paper, a, tuple(map(get, by_question.get((paper.id, a.id), ())))) for a in listed],
        )
        for paper, listed in ((load_paper(id), load_paper(id).ambiguities.values()) for id in paper_ids())
        if listed
    ]


def questions_index(page: Page) -> str:
    """First by calculator, then each question with its readings, by paper."""
    papers = questions()
    every = [question for _, listed in papers for question in listed]
    by_calculator = [(get(id), [q for q in every if get(id) in q.calculators]) for id in ids()]
    return render(
        "trace/open_questions.html.jinja",
        page=page,
        papers=papers,
        by_calculator=[row for row in by_calculator if row[1]],
        question_page=question_page,
    )


def questions_count(page: Page, paper: str | None = None) -> str:
    """How many questions are open, in the page's paper or in all, and how many bear on which calculator: a sentence."""
    wanted = paper or page.paper_id
    every = [q for held, listed in questions() for q in listed if not wanted or held.id == wanted]
    bearing = [question for question in every if question.calculators]
    told = "1 question is open." if len(every) == 1 else f"{len(every)} questions are open."
    if not bearing:
        return told
    counts = [(get(id), sum(get(id) in question.calculators for question in bearing)) for id in ids()]
    links = Markup(", ").join(
        Markup('<a href="{}">{}</a> ({})').format(page.link(f"calculators/{one.id}/"), one.title, count)
        for one, count in counts
        if count
    )
    return Markup("{} {} of them can change what a calculator says: {}.").format(told, len(bearing), links)
