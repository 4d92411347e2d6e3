"""A silent cell is a claim about a paper: each is held against the paper's own text, where that is to hand."""

import re
from functools import cache

import pytest

from calculators.records.reading import read_toml
from site_build.compare.comparison import FOLDER, Aspect, Silence, read_comparison
from tests.support.every import every
from tests.support.shared import SOURCES, needs_sources

FILES = {
    "hertfordshire": "hertfordshire-2007-08",
    "county-durham-darlington": "county-durham-darlington-2009-10",
    "brent": "brent-cluster-agreement",
    "health-reform-2006": "health-reform-commissioning-2006",
    "co-commissioning-2014": "nhs-england-co-commissioning-2014",
}
ASPECTS = [
    pytest.param(aspect, id=f"{id}: {aspect.title}")
    for id in read_toml(FOLDER / "questions.toml")["questions"]
    for aspect in read_comparison(id).aspects
]


@cache
def text_of(paper: str) -> str:
    """The paper as one run of lower case words, without the marks of lists and of emphasis."""
    whole = (SOURCES / f"{FILES[paper]}.txt").read_text(encoding="utf-8")
    return re.sub(r"[\s>*]+", " ", whole).lower()


def found(paper: str, words: tuple[str, ...]) -> list[str]:
    return [word for word in words if re.search(rf"\b{re.escape(word.lower())}", text_of(paper))]


@pytest.mark.parametrize("aspect", ASPECTS)
def test_an_aspect_on_which_a_paper_is_silent_has_tell_tale_words(aspect: Aspect) -> None:
    if any(isinstance(answer, Silence) for answer in aspect.answers.values()):
        assert aspect.words


@needs_sources
@pytest.mark.parametrize("aspect", ASPECTS)
def test_a_silent_paper_has_none_of_the_words_or_says_what_it_has(aspect: Aspect) -> None:
    for paper, answer in every(aspect.answers.items()):
        if isinstance(answer, Silence):
            assert bool(found(paper, aspect.words)) == bool(answer.note), paper


@needs_sources
@pytest.mark.parametrize("aspect", ASPECTS)
def test_the_words_tell_each_paper_that_answers(aspect: Aspect) -> None:
    for paper, answer in every(aspect.answers.items()):
        assert isinstance(answer, Silence) or not aspect.words or found(paper, aspect.words), paper
