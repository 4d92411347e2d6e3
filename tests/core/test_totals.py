"""Rows that are totals: left out of a table with a note, or pointed out, and never counted with the others."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.engine.errors import CaseError
from calculators.engine.run import run
from calculators.uses.door import perform
from calculators.values.errors import AmountError
from calculators.values.tables import Column, Table, read_table
from calculators.values.totals import is_named_total, is_sum, is_sum_of_all, left_out

COLUMNS = (
    Column("practice", "Practice", "text", unique=True),
    Column("budget", "Budget", "money", required=True),
    Column("spend", "Spend", "money", required=True),
)
ROWS = "practice\tbudget\tspend\nMill\t1000000\t900000\nElm\t500000\t480000\n"


def read(text: str) -> Table:
    return read_table(text, COLUMNS, "The table")


def saving(table: str) -> dict[str, str]:
    return {"document": "hertfordshire", "practices": table}


def names(table: Table) -> list[object]:
    return [row.cells["practice"] for row in table.rows]


@pytest.mark.parametrize(
    "name",
    ["Total", "TOTALS", " sum ", "All", "overall:", "Grand  total", "Sub-total", "Subtotal", "All practices"],
)
def test_a_named_total_is_left_out_and_the_note_names_it(name: str) -> None:
    table = read(f"{ROWS}{name}\t1500000\t1380000\n")
    assert names(table) == ["Mill", "Elm"]
    assert table.notes == (f"The table: row 4 ({name.strip()}) was left out as a total.",)


def test_a_named_total_is_left_out_wherever_it_stands() -> None:
    table = read("practice,budget,spend\nTotal,1500000,1380000\nMill,1000000,900000\nElm,500000,480000\n")
    assert names(table) == ["Mill", "Elm"]
    assert "row 2 (Total) was left out" in table.notes[0]
    assert "does not add up" not in table.notes[0]


def test_a_total_that_does_not_add_up_says_where() -> None:
    (note,) = read(f"{ROWS}Total\t1,600,000\t1380000\n").notes
    assert "its budget is £1,600,000, and the rows come to £1,500,000" in note
    assert "spend" not in note


def test_each_column_that_does_not_add_up_is_told_with_both_sums() -> None:
    (note,) = read(f"{ROWS}Total\t1\t\n").notes
    assert note == (
        "The table: row 4 (Total) was left out as a total. "
        "It does not add up: its budget is £1, and the rows come to £1,500,000."
    )
    (note,) = read(f"{ROWS}Total\t1\t2\n").notes
    assert note.count("It does not add up: its ") == 2
    assert "its spend is £2, and the rows come to £1,380,000." in note


def test_a_row_without_a_name_that_is_a_sum_is_left_out() -> None:
    table = read(f"{ROWS}\t1500000\t1380000\n")
    assert names(table) == ["Mill", "Elm"]
    assert table.notes == ("The table: row 4 was left out as a total.",)


def test_a_subtotal_is_the_sum_of_the_rows_right_above_it() -> None:
    south = "Ash\t200000\t210000\nOak\t300000\t1\n\t500000\t210001\n"
    table = read(f"{ROWS}\t1500000\t1380000\n{south}Total\t2000000\t1590001\n")
    assert names(table) == ["Mill", "Elm", "Ash", "Oak"]
    assert len(table.notes) == 3


def test_another_name_over_a_sum_is_pointed_out_by_row() -> None:
    with pytest.raises(
        AmountError, match=r"row 4 \(North locality\) is in every amount the sum of other rows"
    ):
        read(f"{ROWS}North locality\t1500000\t1380000\n")


def test_a_locality_in_the_first_row_is_pointed_out_too() -> None:
    with pytest.raises(AmountError, match=r"row 2 \(Locality\) is in every amount the sum of other rows"):
        read("practice,budget,spend\nLocality,1500000,1380000\nMill,1000000,900000\nElm,500000,480000\n")


@pytest.mark.parametrize("name", ["Grand totals", "Overall total", "Total (all)", "ＴＯＴＡＬ"])
def test_a_name_of_nothing_but_words_for_a_total_is_one(name: str) -> None:
    (note,) = read(f"{ROWS}{name}\t1500000\t1380001\n").notes
    assert f"row 4 ({name}) was left out as a total. It does not add up" in note


@pytest.mark.parametrize("name", ["Locality total", "Total Health Surgery"])
def test_a_name_that_may_mean_a_total_is_counted_and_said(name: str) -> None:
    table = read(f"{ROWS}{name}\t1500000\t1380001\n")
    assert names(table) == ["Mill", "Elm", name]
    assert table.notes == (
        f"The table: row 4 ({name}) was counted. Take it out, or name it Total, if it is one.",
    )


def test_subtotals_that_add_up_are_not_complained_of() -> None:
    rows = "A,100,90\nB,200,180\nSubtotal,300,270\nC,50,40\nD,60,50\nSubtotal,110,90\nGrand total,410,360\n"
    table = read(f"practice,budget,spend\n{rows}")
    assert names(table) == ["A", "B", "C", "D"]
    assert [note for note in table.notes if "add up" in note] == []


def test_a_total_in_the_first_row_that_does_not_add_up_says_so() -> None:
    (note,) = read("practice,budget,spend\nTotal,9,1380000\nMill,1000000,900000\nElm,500000,480000\n").notes
    assert "its budget is £9, and the rows come to £1,500,000" in note


def test_a_total_is_no_row_of_the_thousand() -> None:
    rows = "".join(f"P{n},{1000 + n * n},{n}\n" for n in range(1000))
    assert len(read(f"practice,budget,spend\n{rows}Total,1,1\n").rows) == 1000
    with pytest.raises(AmountError, match="1,000 rows or fewer"):
        read(f"practice,budget,spend\n{rows}More,77,1\n")


def test_a_row_that_is_too_wide_is_said_before_it_is_taken_for_a_total() -> None:
    with pytest.raises(AmountError, match=r"row 4 \(Total\) has 4 cells"):
        read("practice,budget,spend\nMill,1,1\nElm,2,2\nTotal, all practices,3,3\n")


def test_a_practice_like_another_or_with_nothing_is_no_total() -> None:
    assert len(read("practice,budget,spend\nA,1,2\nB,1,2\nC,0,0\nD,0,0\nE,0,0\n").rows) == 5


def test_a_table_of_totals_alone_is_refused() -> None:
    with pytest.raises(AmountError, match="at least one row that is not a total"):
        read("practice,budget,spend\nTotal,1,2\n")


def test_a_totals_row_does_not_double_the_money() -> None:
    result = run("freed-up-resources", saving(f"{ROWS}Total\t1500000\t1380000\n"))
    assert result.figures["practice_share"] == "84000.00"
    assert result.figures["freed_up"] == "120000.00"
    assert any("row 4 (Total) was left out as a total" in note for note in result.passed_over)


def test_the_page_is_told_of_the_total() -> None:
    case = saving(f"{ROWS}Total\t1500000\t1380000\n")
    reply = json.loads(perform("run", "freed-up-resources", json.dumps({"case": case}), "/"))
    words = "row 4 (Total) was left out as a total"
    assert words in reply["html"].partition("<details")[0], "a reader sees it without opening anything"
    assert any(words in note for note in reply["result"]["notes"])


@given(st.lists(st.tuples(*[st.decimals(0, 10**9, places=2)] * 2), min_size=2, max_size=30))
def test_the_sum_of_all_rows_is_always_seen_and_one_penny_more_than_all_is_none(
    rows: list[tuple[Decimal, Decimal]],
) -> None:
    budget, spend = (sum((row[n] for row in rows), Decimal(0)) for n in (0, 1))
    assert is_sum((budget, spend), rows) == (sum(any(row) for row in rows) > 1)
    assert not is_sum((budget + Decimal("0.01"), spend), rows)


def test_a_row_without_an_amount_adds_nothing_to_the_sum_of_all() -> None:
    others = [(Decimal(5), Decimal(1)), (None, Decimal(2))]
    assert is_sum_of_all((Decimal(5), Decimal(3)), others)
    assert not is_sum_of_all((Decimal(6), Decimal(3)), others)


def test_rows_with_a_nought_in_each_column_add_up_together() -> None:
    one, other = (Decimal(0), Decimal(5)), (Decimal(5), Decimal(0))
    assert is_sum((Decimal(5), Decimal(5)), [one, other])


@pytest.mark.parametrize("name", ["", "Total Health Surgery", "Allbrook", "Summer Road", "Overall Medical"])
def test_a_practice_whose_name_begins_like_a_total_is_one(name: str) -> None:
    assert not is_named_total(name)


def test_a_table_of_a_thousand_rows_is_worked_out_and_shown() -> None:
    """Each row used to nest the sum one deeper, until Python gave up at some three hundred."""
    rows = "".join(f"P{n},{1000 + n * n},{n}\n" for n in range(1000))
    result = run("freed-up-resources", saving(f"practice,budget,spend\n{rows}"))
    assert result.working[0].calculation.count(" + ") == 999
    assert result.outcome == "share-available"


def test_a_faulty_table_is_an_error_on_its_field() -> None:
    with pytest.raises(CaseError) as refused:
        run("freed-up-resources", saving(f"{ROWS}North\t1500000\t1380000\n"))
    assert list(refused.value.errors) == ["practices"]


def test_a_total_of_one_row_adds_up() -> None:
    one = (Decimal(5), Decimal(3))
    told = left_out(4, "Total", one, [one], [("Budget", "money"), ("Spend", "money")])
    assert told == "row 4 (Total) was left out as a total."


def test_a_total_of_the_last_row_alone_adds_up() -> None:
    above, last = (Decimal(7), Decimal(1)), (Decimal(5), Decimal(3))
    told = left_out(5, "Sum", last, [above, last], [("Budget", "money"), ("Spend", "money")])
    assert told == "row 5 (Sum) was left out as a total."


def test_pence_are_told_in_full() -> None:
    told = left_out(4, "", (Decimal("1.5"),), [(Decimal(1),), (Decimal("0.6"),)], [("Spend", "money")])
    assert told.endswith("its spend is £1.50, and the rows come to £1.60.")


def test_a_total_that_does_not_add_up_tells_each_column_that_differs_in_its_kind() -> None:
    parts = [(Decimal(5), Decimal(1000)), (None, Decimal(234))]
    columns = [("Budget", "money"), ("Patients", "count")]
    told = left_out(4, "", (Decimal(5), Decimal(1234)), parts, columns)
    assert told == "row 4 was left out as a total."
    told = left_out(4, "", (Decimal(6), Decimal(1235)), parts, columns)
    assert told == (
        "row 4 was left out as a total. It does not add up: its budget is £6, and the rows come to £5."
        " It does not add up: its patients is 1,235, and the rows come to 1,234."
    )
    assert left_out(4, "", (None, Decimal(1234)), parts, columns) == "row 4 was left out as a total."
