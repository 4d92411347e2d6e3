"""A cell that a spreadsheet could not work out is told for what it is, by its row and column."""

import pytest

from calculators.values.unworked import unworked
from tests.core.test_sheets_saved import taken, worked_out


def test_errors_and_formulas_in_cells_are_told_for_what_they_are() -> None:
    table = "practice,budget,spend\n=A,#REF!,1\nElm,1,#N/A\nOak,=600000*2,Err:502\nTotal,#REF!,#REF!\n"
    told = taken("freed-up-resources", "practices", table=table)
    assert isinstance(told["faults"], list)
    assert [(fault["row"], fault["column"]) for fault in told["faults"]] == [
        (2, "budget"),
        (3, "spend"),
        (4, "budget"),
        (4, "spend"),
    ]
    words = [fault["words"] for fault in told["faults"]]
    assert "holds ‘#REF!’, an error of the spreadsheet" in words[0]
    assert "holds a formula, ‘=600000*2’" in words[2]
    cases = "practice,indicative_budget,fair_share_budget\nMill,#DIV/0!,1m\nElm,1.2m,=1000000\nOak,1m,1m\n"
    errors = [row[-1] for row in worked_out("fair-share", cases)]
    assert "#DIV/0!" in errors[0]
    assert "formula" in errors[1]
    assert errors[2] == ""


@pytest.mark.parametrize("text", ["Err:502", "err:502", "ERR:508", " #n/a ", "#####"])
def test_an_error_is_one_in_capitals_and_in_small_letters(text: str) -> None:
    assert unworked(text).startswith(f"holds ‘{text.strip()}’, an error of the spreadsheet")


@pytest.mark.parametrize("text", ["Error", "east", "Elm", "1", "", "#5", "-"])
def test_what_begins_like_an_error_is_none(text: str) -> None:
    assert unworked(text) == ""
