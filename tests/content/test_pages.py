"""The pages of a paper: whole, each paragraph once and in its place, each open question where it matters."""

from collections import Counter
from pathlib import Path

import pytest

from calculators.records.papers import load_paper, paper_ids
from tests.content.pages import as_built, calls, sources_of
from tests.support.built import of_class, words
from tests.support.every import every

OPEN_QUESTIONS = "open-questions"
# Where an open question stands on no other page of its paper: its id and the reason.
ONLY_LISTED: dict[str, str] = {}
PAPER = pytest.mark.parametrize("paper_id", paper_ids())
PARA = f".//*[@id][{of_class('para')}]"


@PAPER
def test_each_paragraph_is_restated_once_on_its_page(site: Path, paper_id: str) -> None:
    wanted = Counter({(p.page, p.anchor): 1 for p in load_paper(paper_id).paragraphs.values()})
    restated = Counter(
        (source.stem, str(mark.get("id")))
        for source in sources_of(paper_id)
        for mark in as_built(site, source).article.xpath(PARA)
    )
    assert restated == wanted


@PAPER
def test_a_paragraph_says_something_of_its_own(site: Path, paper_id: str) -> None:
    """Beside each paragraph's number stand words that restate it, and not its number alone."""
    marks = [
        (source, mark)
        for source in sources_of(paper_id)
        for mark in as_built(site, source).article.xpath(f".//*[self::p or self::li]/*[{of_class('para')}]")
    ]
    bare = [
        f"{source}: {mark.get('id')}"
        for source, mark in every(marks, "paragraphs")
        if len(words(mark.getparent()).removeprefix(words(mark)).split()) < 3
    ]
    assert bare == []


@PAPER
def test_a_page_has_title_description_and_paper(paper_id: str) -> None:
    for source in sources_of(paper_id):
        assert source.meta.get("title"), source
        assert source.meta.get("paper") == source.paper_id, source
        description = source.meta.get("description", "")
        assert description.endswith("."), source
        assert ". " not in description, f"{source}: the description is one sentence."


@PAPER
def test_a_page_begins_with_its_heading_its_paper_and_its_short_form(paper_id: str) -> None:
    for source in sources_of(paper_id):
        parts = [part for part in source.text.split("\n\n") if part.strip()]
        assert parts[0].strip().startswith("# "), source
        assert parts[1] == "{{ paper_status() }}", source
        assert parts[2].startswith("**In short:** "), source
        assert parts[2].strip().endswith("{: .lead }"), source


@PAPER
def test_each_open_question_is_listed_and_stands_where_it_matters(paper_id: str) -> None:
    own = sources_of(paper_id)
    listed = [id for s in own if s.stem == OPEN_QUESTIONS for id in calls(s.text, "ambiguity")]
    elsewhere = {id for s in own if s.stem != OPEN_QUESTIONS for id in calls(s.text, "ambiguity")}
    every = set(load_paper(paper_id).ambiguities)
    assert Counter(listed) == Counter(every)
    assert every - elsewhere == every & ONLY_LISTED.keys()
