"""What every paper's records must be: whole, cited, in a closed vocabulary, and joined to one another."""

import re
from datetime import date

import pytest

from calculators.records.papers import load_paper, paper_ids
from calculators.records.schemas import slug
from tests.content.records import citations, criteria, lines, numbers, values

NUMBER_UNITS = {
    "percent", "GBP", "GBP per hour", "weeks", "months", "years", "days", "count", "practices", "people",
    "sessions per week", "hours per week", "times a year", "times a month",
}  # fmt: skip
UNITS = NUMBER_UNITS | {"date", "financial year", "text", "list"}
OPERATORS = {"", ">", ">=", "<", "<="}
KINDS_OF_BODY = {"organisation", "committee", "group", "role", "team", "public"}

pytestmark = pytest.mark.parametrize("paper_id", paper_ids())


def test_every_rule_is_in_the_closed_vocabulary(paper_id: str) -> None:
    rules = load_paper(paper_id).rules.values()
    assert {r.unit for r in rules} - UNITS == set()
    assert {r.op for r in rules} - OPERATORS == set()
    assert {r.basis for r in rules} - {"stated", "implied", "inferred"} == set()


def test_every_value_is_exact_text_of_its_unit(paper_id: str) -> None:
    for rule in load_paper(paper_id).rules.values():
        assert isinstance(rule.value, tuple) or rule.unit != "list", rule.id
        for value in values(rule.value):
            assert value == value.strip() != "", rule.id
            if rule.unit in NUMBER_UNITS:
                assert re.fullmatch(r"\d+(\.\d+)?", value), rule.id
            elif rule.unit == "date":
                assert re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", value), rule.id
                date.fromisoformat(value if len(value) == 10 else f"{value}-01")
            elif rule.unit == "financial year":
                first, last = re.fullmatch(r"(\d{4})/(\d{2})", value).groups()  # type: ignore[union-attr]
                assert (int(first) + 1) % 100 == int(last), rule.id
            else:
                assert not re.fullmatch(r"[\d.]+", value), rule.id


def test_every_statement_is_one_sentence_that_reads_its_number_from_the_value(paper_id: str) -> None:
    for rule in load_paper(paper_id).rules.values():
        assert re.fullmatch(r"[A-Z][^.{}]*(\{value\}[^.{}]*)?\.", rule.statement), rule.id
        assert numbers(rule.statement) == set(), rule.id
        assert len(rule.sentence.split()) <= 40, rule.id


def test_statements_are_short(paper_id: str) -> None:
    lengths = [len(rule.sentence.split()) for rule in load_paper(paper_id).rules.values()]
    assert sum(lengths) / len(lengths) <= 20


def test_every_citation_is_a_paragraph_of_the_paper(paper_id: str) -> None:
    paper = load_paper(paper_id)
    assert [(name, label) for name, label in citations(paper) if label not in paper.paragraphs] == []


def test_every_paragraph_has_a_record_or_says_why_not(paper_id: str) -> None:
    paper = load_paper(paper_id)
    cited = {label for name, label in citations(paper) if not name.startswith("glossary")}
    unused = {p.label for p in paper.paragraphs.values() if p.unused}
    assert [label for label in paper.paragraphs if label not in cited | unused] == []
    assert unused & cited == set()


def test_every_paragraph_has_a_short_title(paper_id: str) -> None:
    for paragraph in load_paper(paper_id).paragraphs.values():
        assert 1 <= len(paragraph.title.split()) <= 8, paragraph.label
        assert slug(paragraph.page) == paragraph.page, paragraph.label


def test_ids_are_slugs_and_no_two_kinds_of_record_share_a_rules_id(paper_id: str) -> None:
    paper = load_paper(paper_id)
    kinds = (paper.bodies, paper.processes, paper.checklists, paper.terms, paper.ambiguities)
    for id in [*paper.rules, *(id for kind in kinds for id in kind)]:
        assert slug(id) == id
    assert [id for id in paper.rules if id in paper.ambiguities] == []


def test_every_ambiguity_has_readings_a_default_and_a_reason(paper_id: str) -> None:
    for ambiguity in load_paper(paper_id).ambiguities.values():
        readings = [reading.id for reading in ambiguity.reading]
        assert len(readings) == len(set(readings)) >= 2, ambiguity.id
        assert ambiguity.default in readings, ambiguity.id
        assert ambiguity.evidence, ambiguity.id
        assert ambiguity.default_basis, ambiguity.id
        assert ambiguity.affects, ambiguity.id


def test_every_ambiguity_named_by_a_criterion_exists(paper_id: str) -> None:
    known = load_paper(paper_id).ambiguities
    named = {id for criterion in criteria(paper_id) for id in criterion.get("ambiguity", ())}
    assert named - known.keys() == set()


def test_every_body_is_of_a_known_kind_and_says_what_it_does(paper_id: str) -> None:
    for body in load_paper(paper_id).bodies.values():
        assert body.kind in KINDS_OF_BODY, body.id
        assert body.remit, body.id


def test_every_line_says_what_it_carries(paper_id: str) -> None:
    """That ends, kinds and bases are known is checked as the lines are read."""
    found = lines(load_paper(paper_id))
    assert len({line.id for line in found}) == len(found)
    assert [line.id for line in found if not line.label] == []
    ends = [(line.from_, line.to, line.kind, line.label) for line in found]
    assert len(set(ends)) == len(ends)


def test_a_number_in_a_process_or_checklist_is_the_value_of_a_rule_cited_there(paper_id: str) -> None:
    paper = load_paper(paper_id)
    by_label: dict[str, set[str]] = {}
    for rule in paper.rules.values():
        for label in (rule.paragraph, *rule.also):
            by_label.setdefault(label, set()).update(n for v in values(rule.value) for n in numbers(v))
    for process in paper.processes.values():
        for step in process.step:
            known = {n for label in (step.paragraph, *step.also) for n in by_label.get(label, ())}
            assert numbers(f"{step.deadline} {step.decision}") - known == set(), (process.id, step.n)
    for checklist in paper.checklists.values():
        for item in checklist.item:
            assert numbers(item.text) - by_label.get(item.paragraph, set()) == set(), (checklist.id, item.n)


def test_the_steps_of_a_process_are_numbered_apart_and_the_items_of_a_list_in_order(paper_id: str) -> None:
    paper = load_paper(paper_id)
    for process in paper.processes.values():
        steps = [step.n for step in process.step]
        assert steps == sorted(set(steps)), process.id
    for checklist in paper.checklists.values():
        assert [item.n for item in checklist.item] == [str(n) for n, _ in enumerate(checklist.item, 1)]
