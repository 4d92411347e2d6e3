"""Finding one's way: every body, question and word is in its index, and paragraphs lead to all that uses them."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from calculators.engine.registry import ids
from calculators.records.errors import RecordError
from calculators.records.papers import load_paper, paper_ids
from site_build.prose import glossary
from site_build.trace import body_index, open_questions
from site_build.trace.reliance import calculators_by_place
from tests.content.pages import article
from tests.support.pages import DOCS, file_of

READERS = sorted((DOCS / "readers").glob("*.md"))


def soup(site: Path, path: str) -> BeautifulSoup:
    """A built page."""
    return BeautifulSoup((site / file_of(path)).read_text(encoding="utf-8"), "lxml")


def test_every_body_stands_once_in_the_index() -> None:
    listed = [(p.paper.id, p.body.id) for entry in body_index.entries() for p in entry.places]
    assert sorted(listed) == sorted((id, body) for id in paper_ids() for body in load_paper(id).bodies)


def test_bodies_set_together_come_from_more_than_one_paper() -> None:
    for group in body_index.same_bodies():
        assert len({name.partition("/")[0] for name in group.bodies}) > 1, group.id


@pytest.mark.parametrize("bodies", ['["brent/nobody"]', '["brent/pct", "brent/pct"]'])
def test_a_mapping_that_names_no_body_or_one_twice_is_refused(tmp_path: Path, bodies: str) -> None:
    file = tmp_path / "same.toml"
    file.write_text(f'[[same]]\nid = "a"\nname = "A"\nbodies = {bodies}\n', encoding="utf-8")
    with pytest.raises(RecordError, match="brent/"):
        body_index.same_bodies(file)


def test_every_open_question_stands_in_the_index_with_all_its_readings(site: Path) -> None:
    text = soup(site, "find/questions/").get_text(" ")
    for _, listed in open_questions.questions():
        for question in listed:
            assert question.found.title in text
            assert [r.id for r in question.found.reading if r.text not in text] == []


def test_every_calculator_is_listed_with_its_open_questions() -> None:
    touched = {c.id for _, listed in open_questions.questions() for q in listed for c in q.calculators}
    assert touched <= set(ids())
    assert "gateway" in touched


def test_a_word_of_two_papers_shows_both_meanings(site: Path) -> None:
    page = soup(site, "glossary/")
    shared = [entry for entry in glossary.entries() if len(entry.senses) > 1]
    assert shared
    for entry in shared:
        shown = page.select(f"#term-{entry.id} > dd")
        assert len(shown) == len(entry.senses), entry.id
        for sense, words in zip(entry.senses, shown, strict=True):
            assert sense.paper.short in words.get_text(" ")


@pytest.mark.parametrize("paper_id", paper_ids())
def test_a_paragraph_leads_to_each_calculator_that_rests_on_it(site: Path, paper_id: str) -> None:
    rows = article(site, paper_id, "paragraphs")
    paper = load_paper(paper_id)
    for label, paragraph in paper.paragraphs.items():
        row = rows.select_one(f"#of-{paragraph.anchor}")
        assert row is not None, label
        linked = {str(link["href"]).partition("#")[0] for link in row.select("a[href]")}
        for id in calculators_by_place().get(paper.url(label), ()):
            assert f"../../../calculators/{id}/" in linked, f"{label}: {id}"


@pytest.mark.parametrize("paper_id", paper_ids())
def test_a_page_that_restates_paragraphs_leads_to_the_list_of_them(site: Path, paper_id: str) -> None:
    for stem in {p.page for p in load_paper(paper_id).paragraphs.values()}:
        assert article(site, paper_id, stem).select_one(".to-every a[href*='paragraphs/#']"), stem


@pytest.mark.parametrize("file", READERS, ids=lambda file: file.stem)
def test_a_page_by_reader_is_short_and_reached_from_where_to_look(site: Path, file: Path) -> None:
    page = soup(site, f"readers/{file.stem}/")
    assert len(page.find_all("h1")) == 1
    assert page.select_one("article p.lead") is not None
    assert len(page.select("article li")) <= 12
    assert soup(site, "find/").select_one(f'a[href$="readers/{file.stem}/"]') is not None
