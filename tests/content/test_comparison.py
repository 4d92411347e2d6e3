"""The five papers compared: every question is answered by records of each paper or by a stated silence, and cited."""

import re

import pytest
from lxml import html  # type: ignore[import-untyped]

from calculators.records.errors import RecordError
from calculators.records.papers import load_paper, paper_ids
from calculators.records.reading import read_toml
from site_build.compare import comparison as module
from site_build.compare import timeline as pages
from site_build.compare.answers import find, said
from site_build.compare.comparison import FOLDER, MOST, Silence, comparison, papers_asked, read_comparison
from site_build.compare.index import comparison_index
from site_build.compare.timeline import sort_key, timeline
from site_build.writing.page import Page
from site_build.writing.steps import Exit, exits, following
from tests.support.every import every

QUESTIONS: list[str] = read_toml(FOLDER / "questions.toml")["questions"]
LISTS = {"questions", "timeline"}
MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
TIME = re.compile(rf"\b(?:{MONTH}|spring|summer|autumn|winter|(?:19|20)\d\d)\b")
# A year in the name of an Act or of regulations is no date of anything that the paper tells.
ACT = re.compile(r"\b(?:Act|Instrument \d+ of) \d{4}\b")


def page_of(id: str) -> Page:
    return Page(f"compare/{id}/", "")


def test_the_columns_are_all_papers_and_each_question_has_its_page_and_its_place_in_the_index() -> None:
    assert sorted(papers_asked()) == sorted(paper_ids())
    assert sorted(QUESTIONS) == sorted(file.stem for file in FOLDER.glob("*.toml") if file.stem not in LISTS)
    index = html.fromstring(comparison_index(Page("compare/", "")))
    assert [link.get("href") for link in index.xpath(".//dt/a")] == [f"../compare/{id}/" for id in QUESTIONS]
    for id in QUESTIONS:
        text = (FOLDER / f"{id}.md").read_text(encoding="utf-8")
        assert f'{{{{ comparison("{id}") }}}}' in text
        assert f"\n# {read_comparison(id).title}\n" in text


@pytest.mark.parametrize("id", QUESTIONS)
def test_each_cell_holds_its_records_sentences_with_a_citation_or_says_why_not(id: str) -> None:
    page, question = page_of(id), read_comparison(id)
    rows = html.fromstring(comparison(page, id)).xpath(".//tbody/tr")
    assert [row.xpath("string(./th)") for row in rows] == [aspect.title for aspect in question.aspects]
    for row, aspect in zip(rows, question.aspects, strict=True):
        cells = row.xpath("./td")
        assert [cell.get("data-column") for cell in cells] == [str(n) for n, _ in enumerate(cells, 1)]
        for asked, cell in zip(papers_asked(), cells, strict=True):
            paper, answer = load_paper(asked), aspect.answers[asked]
            links = [link.get("href") for link in cell.xpath(".//a[@class='cite']")]
            if isinstance(answer, Silence):
                assert question.silent in cell.text_content()
                assert answer.note in cell.text_content()
                assert not links
                continue
            for name in answer:
                words = said(paper, find(paper, name))
                assert {page.link(paper.url(label)) for label in words.cited} <= set(links), name
                for text in (words.lead, *(part.words for part in words.parts), words.note):
                    assert text in cell.text_content(), name


def test_a_step_of_a_process_says_its_number_and_where_it_leads_if_not_to_the_one_below_it() -> None:
    """Else a way that branches reads as one that goes straight on, and what is asked in one case as asked in all."""
    for asked in every(papers_asked()):
        paper = load_paper(asked)
        for process in paper.processes.values():
            parts = said(paper, process).parts
            assert [part.n for part in parts] == [step.n for step in process.step]
            for part, step in zip(parts, process.step, strict=True):
                for exit in exits(process, step):
                    straight = exit == Exit(following(process, step), "")
                    assert straight or exit.words.lower() in part.words.lower(), (process.id, step.n)
                    assert straight or exit.to in part.words, (process.id, step.n)


def test_a_reader_of_a_comparison_sees_which_case_leads_where() -> None:
    paper = load_paper("brent")
    first = said(paper, find(paper, "process:brent-efficiency-gains")).parts[0]
    assert first.words.endswith(". If foreseen: step 2; if opportunistic: step 3")
    cell = html.fromstring(comparison(page_of("freed-up-resources"), "freed-up-resources"))
    steps = cell.xpath(".//ul[@class='compare__steps']/li[strong]")
    assert any(first.words in step.text_content() for step in steps)


@pytest.mark.parametrize("id", QUESTIONS)
def test_each_question_has_a_paper_that_answers_and_each_aspect_too(id: str) -> None:
    for aspect in every(read_comparison(id).aspects):
        assert any(isinstance(answer, tuple) for answer in aspect.answers.values()), aspect.title


@pytest.mark.parametrize("id", QUESTIONS)
def test_a_reader_can_pick_any_paper_and_starts_with_all(id: str) -> None:
    whole = html.fromstring(comparison(page_of(id), id))
    boxes = whole.xpath(".//fieldset[legend]/label/input[@type='checkbox']")
    assert [box.get("value") for box in boxes] == [str(n) for n, _ in enumerate(papers_asked(), 1)]
    assert not whole.xpath(".//input[@checked]")
    assert not whole.xpath(".//*[@hidden]")
    styles = (FOLDER.parent / "assets/stylesheets/compare.css").read_text(encoding="utf-8")
    for n in range(1, MOST + 1):
        assert f'.compare:has([value="{n}"]:checked) [data-column="{n}"]' in styles


@pytest.mark.parametrize("answer", ["unheard", [], 3, [1], {"silent": ""}, {"silent": "so", "more": "x"}])
def test_an_answer_that_is_neither_records_nor_a_reason_is_refused(
    answer: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = {"papers": list(papers_asked()), "questions": ["made-up"]}
    table = {
        "title": "t",
        "difference": "d",
        "aspect": [{"title": "a", **dict.fromkeys(papers_asked(), answer)}],
    }
    monkeypatch.setattr(module, "read_toml", lambda file: asked if file == module.ASKED else table)
    with pytest.raises(RecordError, match="neither a list"):
        read_comparison.__wrapped__("made-up")


def test_a_record_that_the_paper_does_not_have_is_refused() -> None:
    for name in ("no-such-rule", "body:nobody", "process:none", "checklist:none", "table:none"):
        with pytest.raises(RecordError):
            find(load_paper("brent"), name)
    with pytest.raises(RecordError, match="not a part"):
        find(load_paper("brent"), "checklist:brent-elements/99")


def test_one_item_of_a_list_and_one_step_of_a_process_can_answer_alone() -> None:
    paper = load_paper("county-durham-darlington")
    item = said(paper, find(paper, "checklist:cluster-objectives/9"))
    assert item.lead.startswith(f"{paper.checklists['cluster-objectives'].title}: ")
    assert item.cited == ("4.8, bullet 9",)
    step = said(paper, find(paper, "process:proposal-approval/6"))
    assert paper.body("management-executive").name in step.lead
    assert paper.processes["proposal-approval"].step[5].deadline in step.lead


def test_a_cell_says_what_was_only_proposed_where_its_paragraph_alone_would_not() -> None:
    paper = load_paper("hertfordshire")
    labels = ("3, row 3, para 1", "2.2.2 PBC business cases, contents")
    assert {paper.standing(label) for label in labels} == {"in force"}
    assert said(paper, find(paper, "locality-treated-as-practice")).mark == "proposed"
    parts = said(paper, find(paper, "checklist:business-case-contents")).parts
    own = [item.text for item in paper.checklists["business-case-contents"].item if item.mark]
    assert own
    told = [part.words for part in parts if part.words.endswith("(proposed)")]
    assert told == [f"{text} (proposed)" for text in own]
    (cell,) = html.fromstring(comparison(page_of("budgets"), "budgets")).xpath(
        "//div[@class='compare__entry'][contains(., 'as one practice, with one plan')]"
    )
    assert "3, row 3, para 1, proposed" in cell.xpath("string(.)")


@pytest.mark.parametrize("id", QUESTIONS)
def test_where_the_papers_differ_is_short_and_names_a_rule_where_it_gives_a_number(id: str) -> None:
    written = read_toml(FOLDER / f"{id}.toml")["difference"]
    assert not re.search(r"\d", re.sub(r"\{[^}]*\}", "", written))
    shown = read_comparison(id).difference
    assert "{" not in shown
    assert len(shown.split()) <= 60


def test_the_timeline_holds_every_dated_fact_once_in_order_of_its_date_and_cited() -> None:
    page, facts = Page("compare/timeline/", ""), pages.dated_facts()
    assert all(re.fullmatch(r"\d{4}(-\d\d){0,2}", sort_key(rule)) for _, rule in facts)
    items = html.fromstring(timeline(page)).xpath(".//li")
    shown = [item.xpath("string(.)") for item in items]
    assert len(items) == len(facts)
    for paper, rule in facts:
        (place,) = [n for n, text in enumerate(shown) if rule.sentence in text and paper.short in text]
        assert rule.conditions in shown[place]
        assert items[place].xpath(".//a[@class='cite']")[0].get("href") == page.link(
            paper.url(rule.paragraph)
        )
    order = [sort_key(rule) for text in shown for _, rule in facts if rule.sentence in text]
    assert order == sorted(order)


def test_a_rule_that_names_a_month_or_a_year_has_its_place_on_the_timeline_or_is_left_out_by_name() -> None:
    placed = {(paper.id, rule.id) for paper, rule in pages.dated_facts()}
    left_out = read_toml(FOLDER / "timeline.toml")["left_out"]
    forgotten = [
        f"{id}: {rule.id}"
        for id in papers_asked()
        for rule in every(load_paper(id).rules.values())
        if TIME.search(ACT.sub("", f"{rule.value} {rule.statement}"))
        if (id, rule.id) not in placed and not left_out.get(id, {}).get(rule.id)
    ]
    assert forgotten == []


def test_no_fact_stands_on_the_timeline_by_the_year_in_the_name_of_an_act() -> None:
    assert {rule.id for _, rule in pages.dated_facts() if ACT.search(f"{rule.value}")} == set()


def test_each_paper_with_a_date_has_facts_on_the_timeline_or_says_that_it_has_none() -> None:
    named = {paper.id for paper, _ in pages.dated_facts()}
    undated = {id for id in papers_asked() if load_paper(id).date == "undated"}
    assert named | undated == set(papers_asked())


def test_the_timeline_cannot_leave_out_what_is_no_dated_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        pages, "read_toml", lambda _file: {"left_out": {"brent": {"brent-cluster-count": "x"}}}
    )
    with pytest.raises(RecordError, match="no dated rule"):
        pages.dated_facts()
