"""Finding one's way: every body, question and word is in its index, and paragraphs lead to all that uses them."""

from pathlib import Path

import pytest

from calculators.engine.registry import ids
from calculators.records.errors import RecordError
from calculators.records.papers import load_paper, paper_ids
from site_build.prose import glossary
from site_build.trace import body_index, open_questions
from site_build.trace.reliance import calculators_by_place
from tests.support.built import built, of_class, words
from tests.support.every import every
from tests.support.pages import DOCS

READERS = sorted((DOCS / "readers").glob("*.md"))
ANSWERING = [file for file in READERS if "\n### " in file.read_text(encoding="utf-8")]
OF_THE_SITE = {"Can I do many practices at once?"}
"""Questions about this site and not about a paper."""


def test_every_body_stands_once_in_the_index() -> None:
    listed = [(p.paper.id, p.body.id) for entry in body_index.entries() for p in entry.places]
    assert sorted(listed) == sorted((id, body) for id in paper_ids() for body in load_paper(id).bodies)


def test_bodies_set_together_come_from_more_than_one_paper() -> None:
    for group in every(body_index.same_bodies()):
        assert len({name.partition("/")[0] for name in group.bodies}) > 1, group.id


@pytest.mark.parametrize("bodies", ['["brent/nobody"]', '["brent/pct", "brent/pct"]'])
def test_a_mapping_that_names_no_body_or_one_twice_is_refused(tmp_path: Path, bodies: str) -> None:
    file = tmp_path / "same.toml"
    file.write_text(f'[[same]]\nid = "a"\nname = "A"\nbodies = {bodies}\n', encoding="utf-8")
    with pytest.raises(RecordError, match="brent/"):
        body_index.same_bodies(file)


def test_every_open_question_stands_in_the_index_with_all_its_readings(site: Path) -> None:
    text = words(built(site, "find/questions/").article)
    for _, listed in every(open_questions.questions()):
        for question in listed:
            assert question.found.title in text
            assert [r.id for r in question.found.reading if r.text not in text] == []


def test_every_calculator_is_listed_with_its_open_questions() -> None:
    touched = {c.id for _, listed in open_questions.questions() for q in listed for c in q.calculators}
    assert touched <= set(ids())
    assert "gateway" in touched


def test_a_word_of_two_papers_shows_both_meanings(site: Path) -> None:
    page = built(site, "glossary/")
    shared = [entry for entry in glossary.entries() if len(entry.senses) > 1]
    for entry in every(shared, "words of two papers"):
        shown = page.by_id[f"term-{entry.id}"].xpath("./dd")
        assert len(shown) == len(entry.senses), entry.id
        for sense, meaning in zip(entry.senses, shown, strict=True):
            assert sense.paper.short in words(meaning)


@pytest.mark.parametrize("paper_id", paper_ids())
def test_a_paragraph_leads_to_each_calculator_that_rests_on_it(site: Path, paper_id: str) -> None:
    page, paper = built(site, f"frameworks/{paper_id}/paragraphs/"), load_paper(paper_id)
    for label, paragraph in every(paper.paragraphs.items()):
        links = page.by_id[f"of-{paragraph.anchor}"].xpath(".//a/@href")
        linked = {page.leads_to(link)[0] for link in every(links, f"links of {label}")}
        for id in calculators_by_place().get(paper.url(label), ()):
            assert f"calculators/{id}/" in linked, f"{label}: {id}"


@pytest.mark.parametrize("paper_id", paper_ids())
def test_a_page_that_restates_paragraphs_leads_to_the_list_of_them(site: Path, paper_id: str) -> None:
    link = f".//*[{of_class('to-every')}]//a[contains(@href, 'paragraphs/#')]"
    for stem in every({p.page for p in load_paper(paper_id).paragraphs.values()}, "pages"):
        folder = "" if stem == "index" else f"{stem}/"
        assert built(site, f"frameworks/{paper_id}/{folder}").article.xpath(link), stem


@pytest.mark.parametrize("file", READERS, ids=lambda file: file.stem)
def test_a_page_by_reader_is_short_and_reached_from_where_to_look(site: Path, file: Path) -> None:
    page = built(site, f"readers/{file.stem}/")
    assert page.article.xpath(f".//p[{of_class('lead')}]")
    assert len(page.article.xpath(".//h3")) <= 12
    find = built(site, "find/")
    assert page.path in {find.leads_to(link)[0] for link in find.tree.xpath("//a/@href")}


@pytest.mark.parametrize("file", ANSWERING, ids=lambda file: file.stem)
def test_a_readers_question_is_answered_with_its_source_before_it_leads_on(site: Path, file: Path) -> None:
    page = built(site, f"readers/{file.stem}/")
    for question in every(page.article.xpath(".//h3"), "questions"):
        answer = question.getnext()
        assert answer.tag == "p", words(question)
        assert words(question).endswith("?")
        if words(question) not in OF_THE_SITE:
            assert answer.xpath(f".//a[{of_class('cite')}]"), words(question)
