"""Tables pasted from a spreadsheet: commas or tabs, each fault named by row and column."""

from decimal import Decimal
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.values.errors import AmountError
from calculators.values.tables import MAX_ROWS, Cell, Column, read_table

COLUMNS = (
    Column("practice", "Practice", "text", required=True, unique=True),
    Column("budget", "Budget", "money", required=True),
    Column("access_des", "Access DES", "yes/no"),
)


def read(text: str) -> list[dict[str, Cell]]:
    return [row.cells for row in read_table(text, COLUMNS, "The table").rows]


def test_a_column_is_told_as_describe_has_it() -> None:
    assert COLUMNS[0].to_json() == {
        "name": "practice",
        "label": "Practice",
        "kind": "text",
        "required": True,
    }


WARDS = (Column("practice", "Practice", "text"), Column("ward", "Ward", "text", unique=True), COLUMNS[1])


def test_what_each_row_has_to_itself_is_told_where_it_comes_again() -> None:
    rows = "practice,ward,budget\nMill,North,10\nElm,north,20\nAsh,,70\nOak,,40\nElm,South,50\n"
    with pytest.raises(AmountError) as refused:
        read_table(rows, WARDS, "The table")
    assert str(refused.value) == "The table: row 3 (Elm) names the same ward as row 2. Keep one row for each"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("budget,access_des\n1,yes\n", "The table: row 1 must have the column ‘practice’"),
        ("practice\n", "The table: row 1 must have the column ‘budget’"),
        ("practice,budget\n", "The table must have a header row and at least one row below it"),
    ],
)
def test_a_column_that_is_missing_is_named_with_the_table(text: str, told: str) -> None:
    with pytest.raises(AmountError) as refused:
        read(text)
    assert str(refused.value) == told


def test_totals_are_no_rows_and_there_may_be_as_many() -> None:
    rows = [f"P{n},1" for n in range(MAX_ROWS)]
    totals = [f"Total,{MAX_ROWS}"] * MAX_ROWS
    assert len(read("\n".join(["practice,budget", *rows, *totals]))) == MAX_ROWS
    with pytest.raises(AmountError) as refused:
        read("\n".join(["practice,budget", *rows, *totals, totals[0]]))
    assert str(refused.value) == "The table must have 1,000 rows or fewer"


def test_a_short_row_is_empty_to_its_right() -> None:
    with pytest.raises(AmountError) as refused:
        read("practice,budget\nMill\n")
    assert str(refused.value) == "The table: row 2 (Mill), column ‘budget’ is empty. Fill it in"
    assert read("practice,budget,access_des\nMill,1\n")[0]["access_des"] is None


def test_commas_and_tabs_give_the_same_rows() -> None:
    expected = [
        {"practice": "Mill Lane", "budget": Decimal(1200000), "access_des": True},
        {"practice": "Riverside", "budget": Decimal(950000), "access_des": None},
    ]
    assert read('practice,budget,access_des\nMill Lane,"£1,200,000",yes\nRiverside,950k,\n') == expected
    assert (
        read("Practice\tBudget\tAccess DES\r\nMill Lane\t£1,200,000\tY\r\n\r\nRiverside\t950000\t\r\n")
        == expected
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "must have a header row that names practice and budget$"),
        ("a\n", "names practice and budget. Row 1, the first with anything in it, holds ‘a’$"),
        ("practice,budget\n", "at least one row below"),
        ("practice\nA", "row 1 must have the column ‘budget’"),
        ("\n\nNotes\npractice\nA", "row 4 must have the column ‘budget’"),
        ("practice,budget,budget\nA,1,2", "row 1 has the column ‘budget’ twice"),
        ("practice,budget,Budget (£)\nA,1,2", r"‘budget’ twice, as ‘budget’ and as ‘Budget \(£\)’"),
        ("practice,Budget £\nA,1\nB,lots", "row 3 \\(B\\), column ‘Budget £’ must be an amount"),
        ("practice,budget\nA,1\nB,", "row 3 \\(B\\), column ‘budget’ is empty. Fill it in$"),
        ("practice,budget\nA,-1", "row 2 \\(A\\), column ‘budget’ must be £0 or more$"),
        (
            "practice,budget\nA,x\nB,1\nC,y",
            "row 2 \\(A\\), column.*Row 4 \\(C\\), column ‘budget’ must be[^(]*$",
        ),
        (
            "practice,budget\nA,x\nB,y,z\nC,",
            "row 2 .*Row 3 .B. has 3 cells.*Row 4 .C., column ‘budget’ is empty",
        ),
        ("practice,budget\n" + "A,x\n" * 14, "row 2 .*Row 11 .*There are 17 more to put right$"),
        ("practice,budget\nA,1\na,2", r"row 3 \(a\) names the same practice as row 2"),
        ("practice,budget\nA  B,1\na b.,2", "names the same practice as row 2"),
        ("practice,budget\nA,1,250,000", r"row 2 \(A\) has 4 cells, and the header has 2"),
        ("practice,budget,,\nA,1,250,000", r"row 2 \(A\) has 4 cells, and the header has 2"),
        ("practice,budget\n" + "\n".join(f"P{n},1" for n in range(1001)), "1,000 rows or fewer"),
    ],
)
def test_faults_name_row_and_column(text: str, message: str) -> None:
    with pytest.raises(AmountError, match=message):
        read(text)


@given(st.text(max_size=200))
def test_any_text_is_a_table_or_a_message(text: str) -> None:
    try:
        assert read("practice,budget\n" + text)
    except AmountError as error:
        assert str(error).startswith("The table")


@pytest.mark.parametrize(
    ("kind", "text", "told"),
    [
        ("number", "0", "must be between 1 and 3"),
        ("number", "4", "must be between 1 and 3"),
        ("money", "0.50", "must be between £1 and £3"),
        ("money", "3.50", "must be between £1 and £3"),
    ],
)
def test_a_column_keeps_to_the_bounds_it_was_made_with(
    kind: Literal["number", "money"], text: str, told: str
) -> None:
    column = Column("n", "Number", kind, minimum=Decimal(1), maximum=Decimal(3))
    assert column.read("2") == 2
    with pytest.raises(AmountError) as refused:
        column.read(text)
    assert str(refused.value).startswith(told)
