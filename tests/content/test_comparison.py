"""The five papers compared: every question is answered by records of each paper or by a stated silence, and cited."""

import re

import pytest
from lxml import html  # type: ignore[import-untyped]

from calculators.engine.errors import RecordError
from calculators.engine.papers import load_paper, paper_ids
from calculators.engine.records import read_toml
from calculators.engine.schemas import Rule
from site_build import comparison as module
from site_build.comparison import FOLDER, NO_ANSWER, PAPERS, comparison, find, read_question
from site_build.comparison_pages import comparison_index, sort_key, timeline
from site_build.page import Page

QUESTIONS: list[str] = read_toml(FOLDER / "questions.toml")["questions"]
LISTS = {"questions", "timeline"}


def page_of(id: str) -> Page:
    return Page(f"compare/{id}/", "")


def test_the_columns_are_all_papers_and_each_question_has_its_page_and_its_place_in_the_index() -> None:
    assert sorted(PAPERS) == sorted(paper_ids())
    assert sorted(QUESTIONS) == sorted(file.stem for file in FOLDER.glob("*.toml") if file.stem not in LISTS)
    index = html.fromstring(comparison_index(Page("compare/", "")))
    assert [link.get("href") for link in index.xpath(".//dt/a")] == [f"../compare/{id}/" for id in QUESTIONS]
    for id in QUESTIONS:
        text = (FOLDER / f"{id}.md").read_text(encoding="utf-8")
        assert f'{{{{ comparison("{id}") }}}}' in text
        assert f"\n# {read_question(id).title}\n" in text


@pytest.mark.parametrize("id", QUESTIONS)
def test_each_cell_holds_its_records_sentences_with_a_citation_or_says_why_not(id: str) -> None:
    page, question = page_of(id), read_question(id)
    rows = html.fromstring(comparison(page, id)).xpath(".//tbody/tr")
    assert [row.xpath("string(./th)") for row in rows] == [aspect.title for aspect in question.aspects]
    for row, aspect in zip(rows, question.aspects, strict=True):
        cells = row.xpath("./td")
        assert [cell.get("data-paper") for cell in cells] == list(PAPERS)
        for cell in cells:
            paper, answer = load_paper(cell.get("data-paper")), aspect.answers[cell.get("data-paper")]
            links = [link.get("href") for link in cell.xpath(".//a[@class='cite']")]
            if isinstance(answer, str):
                assert NO_ANSWER[answer] in cell.text_content()
                assert not links
                continue
            for name in answer:
                record = find(paper, name)
                assert page.link(paper.url(record.paragraph)) in links, name
                if isinstance(record, Rule):
                    assert record.sentence in cell.text_content(), name
                    assert record.conditions in cell.text_content(), name


@pytest.mark.parametrize("id", QUESTIONS)
def test_each_question_has_a_paper_that_answers_and_each_aspect_too(id: str) -> None:
    for aspect in read_question(id).aspects:
        assert any(isinstance(answer, tuple) for answer in aspect.answers.values()), aspect.title


@pytest.mark.parametrize("id", QUESTIONS)
def test_a_reader_can_pick_any_paper_and_starts_with_all(id: str) -> None:
    form = html.fromstring(comparison(page_of(id), id)).xpath(".//form")[0]
    boxes = form.xpath(".//label/input[@type='checkbox']")
    assert [box.get("value") for box in boxes] == list(PAPERS)
    assert not form.xpath(".//input[@checked]")
    styles = (FOLDER.parent / "assets/stylesheets/compare.css").read_text(encoding="utf-8")
    for paper in PAPERS:
        assert f'.compare:has([value="{paper}"]:checked) [data-paper="{paper}"]' in styles


@pytest.mark.parametrize("answer", ["unheard", [], 3, [1]])
def test_an_answer_that_is_neither_records_nor_a_reason_is_refused(
    answer: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = {"title": "t", "difference": "d", "aspect": [{"title": "a", **dict.fromkeys(PAPERS, answer)}]}
    monkeypatch.setattr(module, "read_toml", lambda _file: table)
    with pytest.raises(RecordError, match="neither a list"):
        read_question.__wrapped__("made-up")


def test_a_record_that_the_paper_does_not_have_is_refused() -> None:
    for name in ("no-such-rule", "body:nobody", "process:none", "checklist:none", "table:none"):
        with pytest.raises(RecordError):
            find(load_paper("brent"), name)


def test_the_timeline_holds_each_chosen_fact_once_in_order_of_its_date_and_cited() -> None:
    page, chosen = Page("compare/timeline/", ""), read_toml(FOLDER / "timeline.toml")
    rules = [(load_paper(paper), load_paper(paper).rule(id)) for paper in chosen for id in chosen[paper]]
    assert all(re.match(r"\d{4}(-\d\d)?", sort_key(rule)) for _, rule in rules)
    items = html.fromstring(timeline(page)).xpath(".//li")
    shown = [item.xpath("string(.)") for item in items]
    assert len(items) == len(rules)
    for paper, rule in rules:
        (place,) = [n for n, text in enumerate(shown) if rule.sentence in text]
        assert items[place].xpath(".//a[@class='cite']")[0].get("href") == page.link(
            paper.url(rule.paragraph)
        )
    order = [sort_key(rule) for text in shown for _, rule in rules if rule.sentence in text]
    assert order == sorted(order)
