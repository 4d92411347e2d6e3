"""Two open questions on one paragraph: somebody has read both, and says how their defaults go together."""

import tomllib
from itertools import chain, combinations

import pytest

from calculators.records.papers import load_paper, paper_ids
from calculators.records.schemas import Ambiguity
from tests.support.every import every
from tests.support.pages import ROOT

BETWEEN = " + "
MOST_WORDS = 20
TOGETHER: dict[str, dict[str, str]] = tomllib.loads(
    (ROOT / "tests/data/defaults_together.toml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("id", paper_ids())
def test_each_two_questions_that_share_a_paragraph_have_been_read_together(id: str) -> None:
    doubts = every(load_paper(id).ambiguities.values())
    shared = {
        f"{one.id}{BETWEEN}{other.id}"
        for one, other in combinations(doubts, 2)
        if _paragraphs(one) & _paragraphs(other)
    }
    told = TOGETHER.get(id, {}).keys()
    assert shared - told == set(), "read both in the paper, and say how their defaults go together"
    assert told - shared == set(), "share no paragraph, or not in this order: strike out"


def test_each_two_go_together_in_a_short_sentence_of_their_own() -> None:
    sentences = every(chain.from_iterable(pairs.values() for pairs in TOGETHER.values()))
    unfinished = [sentence for sentence in sentences if not sentence.endswith(".")]
    long = [sentence for sentence in sentences if len(sentence.split()) > MOST_WORDS]
    twice = [sentence for sentence in sentences if sentences.count(sentence) > 1]
    assert (unfinished, long, twice) == ([], [], [])


def test_each_of_two_that_go_together_has_a_default() -> None:
    for id, pairs in every(TOGETHER.items()):
        named = chain.from_iterable(pair.split(BETWEEN) for pair in pairs)
        for doubt in map(load_paper(id).ambiguity, named):
            assert doubt.followed, f"{doubt.id} has no default that could go together with another"


def _paragraphs(doubt: Ambiguity) -> set[str]:
    return {doubt.paragraph, *doubt.also}
