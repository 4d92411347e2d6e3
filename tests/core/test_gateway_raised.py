"""A table with more yes answers in it: which practices say yes as well, and the table written out again."""

from decimal import Decimal

from calculators.kinds.gateway.counts import SCORED
from calculators.kinds.gateway.practice_table import COLUMNS, raised
from calculators.values.tables import Row, read_table

LOW, HIGH = (count.name for count in SCORED)
LEAST, ENOUGH = (Decimal(count.score) for count in SCORED)


def rows(text: str) -> tuple[Row, ...]:
    return read_table(text, COLUMNS, "The table").rows


def test_a_practice_without_an_answer_says_yes_before_one_that_said_no() -> None:
    table = rows("practice,access_des\nAsh,no\nElm,yes\nFir,\nOak,no\n")
    text, who = raised(table, {"access_des": 2})
    assert who == {"access_des": ("Fir",)}
    assert text.splitlines() == ["practice,access_des", "Ash,no", "Elm,yes", "Fir,yes", "Oak,no"]
    assert raised(table, {"access_des": 3})[1] == {"access_des": ("Ash", "Fir")}


def test_of_scores_the_nearest_rise_first_and_one_without_a_score_last() -> None:
    nearest = ENOUGH - 1
    table = rows(f"practice,qof_score\nAsh,\nElm,{ENOUGH}\nFir,0\nOak,{nearest}\nYew,1\n")
    text, who = raised(table, {HIGH: 3})
    assert who == {HIGH: ("Oak", "Yew")}
    told = ["Ash,", f"Elm,{ENOUGH}", "Fir,0", f"Oak,{ENOUGH}", f"Yew,{ENOUGH}"]
    assert text.splitlines() == ["practice,qof_score", *told]
    assert raised(table, {HIGH: 5})[1] == {HIGH: ("Ash", "Fir", "Oak", "Yew")}


def test_a_lower_score_of_yes_and_no_is_reached_along_with_the_higher() -> None:
    table = rows(f"practice,{LOW},{HIGH}\nElm,no,no\n")
    text, who = raised(table, {HIGH: 1})
    assert who == {HIGH: ("Elm",)}
    assert text.splitlines() == [f"practice,{LOW},{HIGH}", "Elm,yes,yes"]


def test_a_lower_score_without_a_column_gets_none() -> None:
    text, _ = raised(rows(f"practice,{HIGH}\nElm,no\n"), {HIGH: 1})
    assert text.splitlines() == [f"practice,{HIGH}", "Elm,yes"]


def test_a_column_that_is_no_score_stays_by_itself() -> None:
    text, _ = raised(rows(f"practice,{LOW},access_des\nElm,no,no\n"), {"access_des": 1})
    assert text.splitlines() == [f"practice,{LOW},access_des", "Elm,no,yes"]


def test_a_score_without_an_answer_is_as_far_off_as_none_at_all() -> None:
    table = rows("practice,qof_score\nAsh,\nElm,1\nFir,0\n")
    assert raised(table, {HIGH: 1})[1] == {HIGH: ("Elm",)}
    assert raised(table, {LOW: 2})[1] == {LOW: ("Ash", "Elm")}
