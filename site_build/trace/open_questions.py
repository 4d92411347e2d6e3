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
from site_build.writing.citations import cite
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
        return f"frameworks/{self.paper.id}/open-questions/#{slug(self.found.id)}"

    def cited(self, page: Page) -> Markup:
        """Every paragraph that it is about."""
        labels = dict.fromkeys((self.found.paragraph, *self.found.also))
        return Markup(" ").join(Markup(cite(page, label, self.paper.id)) for label in labels)


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
    )
