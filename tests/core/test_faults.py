"""How a fault of a table is told: with its place as a sentence, beside its row, and to a page."""

import pytest

from calculators.values.faults import MOST_NAMED, Fault, TableError

FAULT = Fault(3, "budget", "must be 0 or more", practice="Elm")
ROW = Fault(4, "", "has more cells than headings")


def test_beside_its_row_a_fault_names_its_column_where_it_has_one() -> None:
    assert str(FAULT) == "budget: must be 0 or more"
    assert str(ROW) == "has more cells than headings"


def test_as_a_sentence_a_fault_names_all_of_its_place() -> None:
    assert FAULT.sentence == "row 3 (Elm), column ‘budget’ must be 0 or more"
    assert ROW.sentence == "row 4 has more cells than headings"
    assert Fault(0, "", "has no rows").sentence == "has no rows"


def test_a_page_gets_each_part_by_itself() -> None:
    told = {"row": 3, "practice": "Elm", "column": "budget", "words": "must be 0 or more"}
    assert FAULT.to_json() == told


@pytest.mark.parametrize(
    ("more", "told"), [(0, ""), (1, "There is 1 more to put right"), (2, "There are 2 more to put right")]
)
def test_the_first_faults_are_named_and_the_rest_counted(more: int, told: str) -> None:
    faults = [Fault(n, "", "is empty") for n in range(1, MOST_NAMED + more + 1)]
    sentences = TableError("The table", faults).sentences
    assert len(sentences) == MOST_NAMED + bool(more)
    assert sentences[MOST_NAMED:] == ((told,) if told else ())
