"""A summary is as firm as the record of each rule in it: the sentence with its value has a verb of that force."""

import re
from pathlib import Path

import pytest

from calculators.records.papers import load_paper
from site_build.compare.comparison import papers_asked, questions
from tests.support.built import built, whole, words
from tests.support.every import every
from tests.support.firm import firm, rule, sentences
from tests.support.pages import page_paths

ONLY_COUNTED = {
    "brent-plan-no-harm": "“Only when” says a condition as firmly as the paper does.",
    "fur-not-eligible-year": "The sentence says when the scheme applies, and the next what it is for.",
    "fur-ogim-ceiling": "The sum says who approves; what must be submitted has a sentence of its own on the page.",
    "consultation-deadline": "The sentence says until when views were asked for.",
    "number-of-levels": "The sentence counts the levels; who is invited to move stands in the next.",
}
"""Rules of which a summary takes no more than the number or the date, with what the sentence says instead."""

RESTATING = ("frameworks/", "compare/", "readers/", "calculators/")
DESCRIBES = re.compile(
    r"^In short: (?:here|this|these|find|pick|look|read|start|search)\b|"
    r"\b(?:this|each) page (?:says|shows|tells|sets|lists)\b|links to its paragraph"
)
"""How a summary reads that tells what a page is about, and not what it says."""
HOW_TO = {"find/": "The page tells how to search, and so does its summary."}


def test_a_summary_is_as_firm_as_the_rules_whose_values_it_takes(site: Path) -> None:
    found, weak = 0, set()
    for path in every(path for path in page_paths() if path.startswith(RESTATING)):
        for lead in whole(site, path).article.xpath(".//p[starts-with(normalize-space(.), 'In short')]"):
            for sentence, name in [(said, name) for said, names in sentences(lead) for name in names]:
                found += 1
                if not firm(sentence, name):
                    weak.add(name)
                    print(f"{path}: {rule(name).force} ({name}): {sentence}")
    assert found > 50
    assert {name.partition("/")[2] for name in weak} == ONLY_COUNTED.keys()


def test_a_summary_says_what_the_page_says_and_not_what_it_is_about(site: Path) -> None:
    told = {
        path: words(lead)
        for path in page_paths()
        for lead in built(site, path).article.xpath(".//p[starts-with(normalize-space(.), 'In short')]")
    }
    assert len(told) > 90
    assert {path for path, lead in told.items() if DESCRIBES.search(lead)} == HOW_TO.keys()


@pytest.mark.parametrize("id", questions())
def test_a_comparison_begins_with_who_says_what_and_who_says_nothing(site: Path, id: str) -> None:
    (lead,) = built(site, f"compare/{id}/").article.xpath(".//p[starts-with(normalize-space(.), 'In short')]")
    assert lead.xpath(".//data[@data-rule]")
    short = [load_paper(name).short.rpartition(" ")[0] or load_paper(name).short for name in papers_asked()]
    assert sum(name in words(lead) for name in short) > 1
    assert len(words(lead).split()) <= 90
