"""What every paper's records must be: whole, cited, in a closed vocabulary, and joined to one another."""

import re

import pytest

from calculators.records.papers import load_paper, paper_ids
from calculators.records.schemas import slug
from tests.content.records import citations, numbers, values

pytestmark = pytest.mark.parametrize("paper_id", paper_ids())


def test_every_statement_is_one_sentence_that_reads_its_number_from_the_value(paper_id: str) -> None:
    for rule in load_paper(paper_id).rules.values():
        assert re.fullmatch(r"[A-Z][^.{}]*(\{value\}[^.{}]*)?\.", rule.statement), rule.id
        assert numbers(rule.statement) == set(), rule.id
        assert len(rule.sentence.split()) <= 40, rule.id


def test_statements_are_short(paper_id: str) -> None:
    lengths = [len(rule.sentence.split()) for rule in load_paper(paper_id).rules.values()]
    assert sum(lengths) / len(lengths) <= 20


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
        assert ambiguity.default, ambiguity.id
        assert ambiguity.evidence, ambiguity.id
        assert ambiguity.default_basis, ambiguity.id
        assert ambiguity.affects, ambiguity.id


def test_every_body_has_a_kind_and_says_what_it_does(paper_id: str) -> None:
    for body in load_paper(paper_id).bodies.values():
        assert body.kind, body.id
        assert body.remit, body.id


def test_every_line_says_what_it_carries(paper_id: str) -> None:
    found = load_paper(paper_id).lines.values()
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
