"""Two tables beside each other: what differs, practice by practice, and never as one text."""

from hypothesis import given
from hypothesis import strategies as st

from calculators.uses.beside import MOST_CELLS, Pair
from calculators.uses.compare import compare, render_comparison

GROUP = {"applying_for": "2", "practices": "3"}
JUNE = "practice,code,access_des,qof_score\nAsh,A1,yes,912\nElm,A2,no,840\nFir,A3,,900\n"
NOW = "practice,code,access_des,qof_score\nFir,A3,yes,900\nAsh House,A1,yes,905\nElm,A2,no,840\n"


def pairs(now: str, then: str) -> list[Pair]:
    """The answers that are about the table."""
    sides = [GROUP | ({"practice_data": table} if table else {}) for table in (now, then)]
    return [pair for pair in compare("gateway", *sides).answers if pair.label not in WITHOUT]


WITHOUT = ("Which level do you want to move to?", "Practices in the group")


def test_each_cell_that_differs_is_named_by_practice_and_column() -> None:
    """Whatever the order of the rows, and though a practice that has a code has another name now."""
    assert pairs(NOW, JUNE) == [
        Pair("Fir: Access DES", "Yes", "Not answered"),
        Pair("Ash House: Latest QOF score", "905", "912"),
    ]


def test_a_practice_and_a_column_that_only_one_has_are_told_once() -> None:
    other = "practice,code,access_des\nAsh,A1,yes\nElm,A2,no\nOak,A4,yes\n"
    assert pairs(other, JUNE) == [
        Pair("Figures for each practice: Latest QOF score", "Not in the table", "In the table"),
        Pair("Oak", "In the table", "Not in the table"),
        Pair("Fir", "Not in the table", "In the table"),
    ]


def test_a_table_beside_none_is_told_by_its_rows() -> None:
    assert pairs(NOW, "") == [Pair("Figures for each practice", "3 rows", "Not answered")]
    assert pairs(JUNE, JUNE) == [Pair("Figures for each practice", "3 rows", "3 rows")]


def test_beyond_a_screenful_the_rest_is_counted() -> None:
    practices = range(MOST_CELLS + 2)
    tables = [
        "\n".join(["practice,access_des", *(f"P{n},{cell}" for n in practices)]) for cell in ("yes", "no")
    ]
    case = {"applying_for": "2", "practices": str(len(practices))}
    found = compare("gateway", *(case | {"practice_data": table} for table in tables))
    told = [pair for pair in found.answers if pair.differs]
    assert len(told) == MOST_CELLS + 1
    assert told[-1] == Pair("Figures for each practice: the rest", "2 more cells differ", "")
    assert "P0,yes" not in render_comparison("gateway", found, ("Now", "June"))


CELL = st.sampled_from(["yes", "no", ""])


@given(st.lists(st.tuples(CELL, CELL), min_size=1, max_size=8))
def test_as_many_cells_are_told_as_differ(rows: list[tuple[str, str]]) -> None:
    tables = [
        "\n".join(["practice,access_des", *(f"P{n},{r[side]}" for n, r in enumerate(rows))])
        for side in (0, 1)
    ]
    case = {"applying_for": "2", "practices": str(len(rows))}
    found = compare("gateway", *(case | {"practice_data": table} for table in tables))
    told = [pair for pair in found.answers if pair.differs]
    assert len(told) == sum(one != other for one, other in rows)
