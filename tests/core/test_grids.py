"""Text cut into cells, and cells that a spreadsheet would run."""

import csv
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from calculators.values.grids import GridError, Sheet, cut, defused, separated, sheets_of, written
from calculators.values.headings import Headings

HEADINGS = Headings([("practice", ()), ("budget", ()), ("spend", ())])
CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=8)


def lines(text: str) -> list[tuple[int, list[str]]]:
    return list(cut(*separated(text, HEADINGS.count)))


@pytest.mark.parametrize("mark", "\t,;")
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("before", ["", "\ufeff", "sep={}\n", "\ufeffSEP={}\r\n", '"sep={}"\r'])
def test_separator_line_ends_and_marks(mark: str, end: str, before: str) -> None:
    rows = [["practice", "budget", "notes"], ["Mill, Elm; Ash", "1,200,000", "a\tb"], ["Oak", "1", ""]]
    out = io.StringIO()
    csv.writer(out, delimiter=mark, lineterminator=end).writerows(rows)
    assert lines(before.format(mark) + out.getvalue()) == [*enumerate(rows, 1)]


def test_a_sign_may_name_a_separator_of_its_own() -> None:
    assert lines("sep=|\npractice|budget\nMill|1")[1] == (2, ["Mill", "1"])


def test_a_separator_is_not_taken_from_amounts_or_titles() -> None:
    assert lines("Budgets, spends, and so on\npractice;budget\nMill;1,2\nElm;3,4,5")[1][1] == [
        "practice",
        "budget",
    ]
    assert lines('"Practice\nname"\tbudget\nMill\t1,200,000')[1] == (2, ["Mill", "1,200,000"])
    assert lines("practice\nAsh, Elm and partners")[1][1] == ["Ash, Elm and partners"]


def test_empty_lines_keep_their_numbers() -> None:
    assert [n for n, _ in lines("\n\npractice,budget\n,\nMill,1\n\n")] == [3, 5]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ('practice,budget,spend\nMill,1,"2\nElm,1,1\n', 2),
        ('practice,budget,spend\nMill,1,1\n"Elm,1,1', 3),
        ('practice,budget,spend\nMill,1,1\nElm,1,"1', 3),
        ('practice,budget,spend\nMill,1,"see\nElm,1,1\nAsh,1,"see file"\n', 2),
        ('"practice,budget,spend\nMill,1,1\n', 1),
        ('\n\npractice\tbudget\r\n"Mill\t1\r\nElm\t1\r\n', 4),
        ('practice,budget,spend\nMill,1,"' + "x\n" * 100_000, 2),
    ],
)
def test_an_open_quotation_mark_is_named_by_its_row(text: str, row: int) -> None:
    with pytest.raises(GridError, match=f"^Row {row} has a quotation mark that is not closed") as caught:
        lines(text)
    assert caught.value.row == row


@pytest.mark.parametrize(
    ("cell", "words"), [('"Old" Mill', "after its closing quotation mark"), ("x" * 200_000, "is too long")]
)
def test_other_cells_that_cannot_be_cut_are_told_apart(cell: str, words: str) -> None:
    with pytest.raises(GridError, match=f"^Row 2 has a cell that .*{words}|^Row 2 has a cell that {words}"):
        lines(f"practice,budget\n{cell},1")


@pytest.mark.parametrize("head", ["", " ", "\n", "\t", "\r", "\xa0", "\u200b", "\ufeff", "\x00", "\u3000 "])
@pytest.mark.parametrize("sign", "=+-@＝＋－＠﹢﹣")
@pytest.mark.parametrize("rest", ["1", "1+1", "SUM(A1)", "cmd|' /C calc'!A0", ""])
def test_a_cell_that_a_spreadsheet_would_run_is_defused(head: str, sign: str, rest: str) -> None:
    cell = head + sign + rest
    harmless = cell in {"+1", "-1"}
    assert defused(cell) == (cell if harmless else f"'{cell}")


@pytest.mark.parametrize("cell", ["\nHello", "\tx", "\r1"])
def test_a_cell_that_begins_with_a_line_or_a_tab_is_defused(cell: str) -> None:
    assert defused(cell) == f"'{cell}"


@pytest.mark.parametrize(
    "cell", ["'X=1", "-12000.00", "+5", "-1,234.5", "1-1", "a=b", "’tis", "'tis", "£-1", "(1)", ""]
)
def test_amounts_keep_their_sign_and_words_are_left_alone(cell: str) -> None:
    assert defused(cell) == cell


@example([["\n"]])
@given(st.lists(st.lists(CELLS | CELLS.map("='{}".format), min_size=1, max_size=4), max_size=5))
def test_what_is_written_is_read_back(rows: list[list[str]]) -> None:
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    assert [cells for _, cells in cut(written(rows), ",")] == filled


@given(st.text("'=+-@1a \n\t", max_size=6))
def test_a_defused_cell_is_read_as_it_was(cell: str) -> None:
    found = list(cut(written([[cell, "end"]]), ","))
    assert found == [(1, [cell, "end"])]


@pytest.mark.parametrize("cell", ["'", "'X=1", "''"])
def test_an_apostrophe_that_nobody_put_there_stays(cell: str) -> None:
    assert [*cut(f"{cell},end", ",")] == [(1, [cell, "end"])]


@pytest.mark.parametrize(
    ("payload", "expected"),
    [
        ({"table": "a"}, [("", "a")]),
        ({}, [("", "")]),
        ({"sheets": [{"name": "A", "table": "1"}, {"name": "B", "table": "2"}, 7]}, [("A", "1"), ("B", "2")]),
    ],
)
def test_a_page_gives_a_text_or_sheets(payload: dict[str, object], expected: list[tuple[str, str]]) -> None:
    assert [(sheet.name, sheet.text) for sheet in sheets_of(payload)] == expected


@pytest.mark.parametrize("text", ['"a\nb"c,1\n', '"a\n' + "x" * 200_000 + '"\n'])
def test_over_several_lines_it_is_the_mark_that_is_in_doubt(text: str) -> None:
    with pytest.raises(GridError, match="^Row 1 has a quotation mark that is not closed"):
        list(cut(text, ","))


def test_a_table_is_written_as_the_standard_has_it() -> None:
    assert written([["a", "b"], ["1", "x\ny"]]) == 'a,b\r\n1,"x\ny"\r\n'


def test_what_a_sheet_does_not_say_is_empty() -> None:
    assert sheets_of({"sheets": [{}, {"name": "Budgets", "table": "a,b"}, None]}) == [
        Sheet("", ""),
        Sheet("Budgets", "a,b"),
    ]
    assert sheets_of({}) == [Sheet("", "")]
