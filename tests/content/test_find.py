"""Finding one's way: every body, question and word is in its index, and paragraphs lead to all that uses them."""

import re
from pathlib import Path

import pytest

from calculators.engine.registry import ids
from calculators.records.errors import RecordError
from calculators.records.papers import load_paper, paper_ids
from site_build.compare.comparison import papers_asked
from site_build.prose import glossary
from site_build.trace import body_index, open_questions
from site_build.trace.reliance import calculators_by_place
from tests.support.built import built, of_class, own_pages, whole, words
from tests.support.every import every
from tests.support.firm import firm, in_its_own_words, sentences
from tests.support.pages import DOCS

PARA = f".//a[@id][{of_class('para')}]"
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


def test_every_open_question_stands_in_the_index_and_leads_to_all_its_readings(site: Path) -> None:
    index = built(site, "find/questions/")
    for paper, listed in every(open_questions.questions()):
        for question in listed:
            entry = index.by_id[question.id]
            assert question.found.followed in words(entry)
            (link,) = entry.xpath("./a[@href]")
            assert words(link) == question.found.title
            address, anchor = index.leads_to(link.get("href"))
            assert address.startswith(f"{open_questions.question_page(paper)}")
            text = words(built(site, address).by_id[anchor])
            assert [r.id for r in question.found.reading if r.text not in text] == []


@pytest.mark.parametrize("paper_id", paper_ids())
def test_a_papers_open_questions_are_listed_by_title_with_the_reading_used(site: Path, paper_id: str) -> None:
    page = built(site, f"frameworks/{paper_id}/open-questions/")
    told = [
        (words(item.xpath("./a")[0]), words(item.xpath("./span")[0]))
        for item in page.article.xpath(f".//ul[{of_class('own-pages')}]/li/ul/li")
    ]
    asked = load_paper(paper_id).ambiguities.values()
    assert sorted(told) == sorted((one.title, one.followed) for one in every(asked))
    assert re.search(
        rf"\b{len(told)} questions? (?:is|are) open\.",
        words(page.article.xpath(f".//p[{of_class('lead')}]")[0]),
    )


def test_every_calculator_is_listed_with_its_open_questions() -> None:
    touched = {c.id for _, listed in open_questions.questions() for q in listed for c in q.calculators}
    assert touched <= set(ids())
    assert "gateway" in touched


def test_a_word_of_two_papers_shows_both_meanings(site: Path) -> None:
    page = whole(site, "glossary/")
    shared = [entry for entry in glossary.entries() if len(entry.senses) > 1]
    for entry in every(shared, "words of two papers"):
        shown = page.by_id[f"term-{entry.id}"].xpath("./dd")
        assert len(shown) == len(entry.senses), entry.id
        for sense, meaning in zip(entry.senses, shown, strict=True):
            assert sense.paper.short in words(meaning)


@pytest.mark.parametrize("paper_id", paper_ids())
def test_a_paragraph_leads_to_each_calculator_that_rests_on_it(site: Path, paper_id: str) -> None:
    page, paper = whole(site, f"frameworks/{paper_id}/paragraphs/"), load_paper(paper_id)
    for label, paragraph in every(paper.paragraphs.items()):
        links = page.by_id[f"of-{paragraph.anchor}"].xpath(".//a/@href")
        linked = {page.leads_to(link)[0] for link in every(links, f"links of {label}")}
        for id in calculators_by_place().get(paper.url(label), ()):
            assert f"calculators/{id}/" in linked, f"{label}: {id}"


@pytest.mark.parametrize("paper_id", paper_ids())
def test_a_page_that_restates_paragraphs_leads_to_the_list_of_them(site: Path, paper_id: str) -> None:
    """So does each page that one of its sections became: to the part that begins with its first paragraph."""
    restating = {paragraph.page for paragraph in load_paper(paper_id).paragraphs.values()}
    for stem in every(restating, "pages"):
        path = f"frameworks/{paper_id}/{'' if stem == 'index' else f'{stem}/'}"
        pages = [built(site, one) for one in (path, *own_pages(site, path))]
        marked = [(page, found) for page in pages if (found := page.article.xpath(PARA))]
        for page, marks in every(marked, f"pages with paragraphs of {stem}"):
            (link,) = page.article.xpath(f".//*[{of_class('to-every')}]//a/@href")
            listed = built(site, page.leads_to(link)[0])
            assert listed.path.startswith(f"frameworks/{paper_id}/paragraphs/")
            assert f"of-{marks[0].get('id')}" in listed.by_id


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


@pytest.mark.parametrize("file", ANSWERING, ids=lambda file: file.stem)
def test_below_an_answer_each_paper_has_its_line_with_its_source_or_is_named_as_silent(
    site: Path, file: Path
) -> None:
    page = built(site, f"readers/{file.stem}/")
    folds = page.article.xpath(f".//details[{of_class('by-paper')}]")
    asked = [words(heading) for heading in page.article.xpath(".//h3")]
    assert [words(fold.xpath("preceding::h3")[-1]) for fold in every(folds)] == [
        question for question in asked if question not in OF_THE_SITE
    ]
    for fold in folds:
        about = words(fold.xpath("./summary")[0])
        lines = fold.xpath("./ul/li")
        told = [id for line in lines for id in line.get("data-of").split()]
        assert sorted(told) == sorted(paper_ids()), about
        assert [id for id in papers_asked() if id in told[: len(lines) - 1]] == told[: len(lines) - 1], about
        for line in lines:
            names = [load_paper(id).short for id in line.get("data-of").split()]
            assert all(name in words(line) for name in names), words(line)
            if line.xpath(f".//*[{of_class('by-paper__silent')}]"):
                assert not line.xpath(".//a"), words(line)
                continue
            (paper,) = told[lines.index(line) : lines.index(line) + 1]
            (link,) = line.xpath(f"./*[{of_class('by-paper__of')}]/a")
            assert page.leads_to(link.get("href"))[0].startswith(f"frameworks/{paper}/")
            cited = [page.leads_to(cite.get("href"))[0] for cite in line.xpath(f".//a[{of_class('cite')}]")]
            assert all(address.startswith(f"frameworks/{paper}/") for address in every(cited, words(line)))


@pytest.mark.parametrize("file", ANSWERING, ids=lambda file: file.stem)
def test_a_page_by_reader_lists_its_questions_at_its_head(site: Path, file: Path) -> None:
    page = built(site, f"readers/{file.stem}/")
    (nav,) = page.article.xpath(f".//nav[{of_class('asked')}]")
    assert not nav.xpath("preceding::h3")
    listed = [page.leads_to(link.get("href"))[1] for link in nav.xpath(".//a")]
    assert listed == [heading.get("id") for heading in page.article.xpath(".//h3")]
    names = [words(link) for link in nav.xpath(".//a")]
    assert len(set(names)) == len(names)
    assert max(map(len, names)) <= 24


@pytest.mark.parametrize("file", ANSWERING, ids=lambda file: file.stem)
def test_an_answer_is_as_firm_as_the_rules_whose_values_it_takes(site: Path, file: Path) -> None:
    page = built(site, f"readers/{file.stem}/")
    told = [
        (sentence, name)
        for block in page.article.xpath(".//p[preceding::h3] | .//li[@data-of]")
        for sentence, names in sentences(block)
        for name in names
    ]
    assert [
        (name, sentence)
        for sentence, name in every(told, "values")
        if not firm(sentence, name) and not in_its_own_words(sentence, name)
    ] == []
