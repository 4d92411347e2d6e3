"""Open questions: each that affects a calculator is told by it, once, with the reading used."""

import pytest

from calculators.engine.cases import load_cases
from calculators.engine.errors import CaseError
from calculators.engine.registry import get, ids
from calculators.engine.result import Result
from calculators.engine.run import run
from calculators.records.papers import load_paper
from calculators.records.schemas import Ambiguity


def questions(id: str) -> list[Ambiguity]:
    """The open questions that say they affect the calculator."""
    papers = map(load_paper, get(id).documents)
    return [q for paper in papers for q in paper.ambiguities.values() if id in q.affects]


AFFECTED = [id for id in ids() if questions(id)]


def results(id: str) -> list[Result]:
    found = []
    for case in load_cases(id):
        try:
            found.append(run(id, case.input))
        except CaseError:
            continue
    assert found
    return found


def test_there_are_questions_that_affect_a_calculator() -> None:
    assert AFFECTED


@pytest.mark.parametrize("id", AFFECTED)
def test_every_question_that_affects_a_calculator_is_told_in_some_case(id: str) -> None:
    told = {note for result in results(id) for note in result.all_notes}
    beside = {reading.text for result in results(id) for reading in result.readings}
    untold = [
        question.id
        for question in questions(id)
        if not any(note.startswith(f"{question.title}. ") for note in told)
        and not any(text.startswith(r.text.removesuffix(".")) for text in beside for r in question.reading)
    ]
    assert untold == []


@pytest.mark.parametrize("id", AFFECTED)
def test_no_question_is_told_twice_and_each_says_what_is_used(id: str) -> None:
    for result in results(id):
        assert len(set(result.all_notes)) == len(result.all_notes)
    notes = [
        n for r in results(id) for n in r.all_notes for q in questions(id) if n.startswith(f"{q.title}. ")
    ]
    assert [note for note in notes if "Used here: " not in note] == []


def test_a_question_of_another_paper_is_not_told() -> None:
    case = {"document": "health-reform-2006", "freed_up": "1000"}
    titles = {q.title for q in load_paper("hertfordshire").ambiguities.values()}
    assert not any(note.partition(". ")[0] in titles for note in run("freed-up-resources", case).all_notes)
