"""The first page leads to every question and paper, and what it shows is worked out when the site is built."""

from pathlib import Path

import pytest

from calculators.engine.cases import presets
from calculators.engine.registry import get, ids
from calculators.engine.run import run
from calculators.records.papers import load_paper, paper_ids
from calculators.uses.links import read_fragment
from site_build.forms.examples import worked_headline
from site_build.writing.page import Page
from tests.support.built import Built, built, of_class, words
from tests.support.every import every


@pytest.fixture(scope="module")
def front(site: Path) -> Built:
    return built(site, "")


def test_the_search_stands_before_all_questions_and_leads_somewhere_without_a_script(front: Built) -> None:
    (ask,) = front.article.xpath(".//a[@data-opens-search]")
    assert front.leads_to(ask.get("href"))[0] == "find/"
    assert ask.xpath(f"following::section[ancestor::*[{of_class('readers')}]]")


def test_each_kind_of_reader_has_three_questions(front: Built) -> None:
    readers = front.article.xpath(f".//*[{of_class('readers')}]/section")
    assert len(readers) == 6
    for reader in readers:
        assert len(reader.xpath("./h2/a")) == 1
        assert [words(link)[-1] for link in reader.xpath(".//li/a")] == ["?"] * 3


def test_each_paper_and_each_calculator_has_its_way_in(front: Built) -> None:
    start = front.article.xpath(f".//*[{of_class('start-here')}]//a")
    assert {front.leads_to(link.get("href"))[0] for link in start} == {
        f"frameworks/{id}/" for id in paper_ids()
    }
    assert {words(link) for link in start} == {load_paper(id).short for id in paper_ids()}
    questions = front.article.xpath(f".//*[{of_class('questions')}]//a")
    assert {words(link) for link in questions} == {get(id).question for id in ids()}


def test_one_picture_stands_there_whole(front: Built) -> None:
    (picture,) = front.article.xpath(f".//*[local-name() = 'svg' and {of_class('dg-picture')}]")
    assert picture.xpath(".//*[@data-body]")


def test_the_case_shown_is_the_engines_answer_and_its_link_opens_it(front: Built) -> None:
    (sample,) = front.article.xpath(f".//*[{of_class('sample')}]")
    (link,) = sample.xpath(f".//*[{of_class('sample__open')}]/a")
    page, anchor = front.leads_to(link.get("href"))
    opened = read_fragment(anchor)
    assert opened.state == "whole"
    calculator = page.split("/")[1]
    assert opened.case in [case.input for case in presets(calculator)]
    result = run(calculator, opened.case)
    text = words(sample)
    assert result.headline in text
    assert result.actions[0].text in text
    for step in every(result.working[:3]):
        assert step.step in text
        assert step.calculation in text


def test_a_case_that_is_not_there_is_refused() -> None:
    with pytest.raises(ValueError, match="no worked example"):
        worked_headline(Page("", ""), ids()[0], "Nobody wrote this one")
