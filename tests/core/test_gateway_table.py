"""A pasted table of practices says the same as the counts it stands for."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.engine.result import Result
from calculators.engine.run import run
from calculators.kinds.gateway.counts import COUNTS, SCORED
from calculators.kinds.gateway.practice_table import names
from calculators.values.data import Json
from calculators.values.tables import Row

Typed = dict[str, str]
ASKED = [name for name in COUNTS if name not in {c.name for c in SCORED}]
ROWS = st.lists(
    st.fixed_dictionaries(
        {"qof_score": st.integers(700, 1000).map(str)}
        | {name: st.sampled_from(["yes", "no"]) for name in ASKED}
    ),
    min_size=1,
    max_size=12,
)
LEVELS = st.sampled_from(["2", "3"])


def pasted(rows: list[Typed], delimiter: str = ",") -> str:
    named = [{"practice": f"P{n}"} | row for n, row in enumerate(rows)]
    columns = list(named[0])
    lines = [columns, *([row[column] for column in columns] for row in named)]
    return "\n".join(delimiter.join(line) for line in lines)


def case(rows: list[Typed], level: str) -> dict[str, str]:
    return {"applying_for": level, "practices": str(len(rows)), "area_practices": str(len(rows) + 3)}


def counted(rows: list[Typed]) -> dict[str, str]:
    counts = {name: str(sum(row[name] == "yes" for row in rows)) for name in ASKED}
    return counts | {c.name: str(sum(int(row["qof_score"]) >= int(c.score) for row in rows)) for c in SCORED}


def nameless(result: Result) -> Json:
    """The result without the names of practices, which counts cannot tell."""
    checks = tuple(replace(check, who=None, who_unanswered=None) for check in result.checks)
    return replace(result, checks=checks).to_json()


@given(ROWS, LEVELS, st.sampled_from([",", "\t"]))
def test_a_table_and_its_counts_give_the_same_result(rows: list[Typed], level: str, delimiter: str) -> None:
    from_table = run("gateway", case(rows, level) | {"practice_data": pasted(rows, delimiter)})
    assert nameless(from_table) == nameless(run("gateway", case(rows, level) | counted(rows)))


@given(ROWS, LEVELS, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_does_not_matter(rows: list[Typed], level: str, shuffle: random.Random) -> None:
    named = [row | {"practice": f"P{n}"} for n, row in enumerate(rows)]
    mixed = shuffle.sample(named, len(named))
    results = [
        run("gateway", case(rows, level) | {"practice_data": pasted(r)}).to_json() for r in (named, mixed)
    ]
    assert results[0] == results[1]


@given(ROWS, LEVELS)
def test_yes_and_no_at_each_score_say_the_same_as_the_scores(rows: list[Typed], level: str) -> None:
    reached = [{c.name: "yes" if int(r["qof_score"]) >= int(c.score) else "no" for c in SCORED} for r in rows]
    scores = [{"qof_score": r["qof_score"]} for r in rows]
    results = [
        run("gateway", case(rows, level) | {"practice_data": pasted(r)}).to_json() for r in (reached, scores)
    ]
    assert results[0] == results[1]


def test_the_table_wins_over_a_typed_count_and_says_so() -> None:
    table = "practice,access_des\nAsh,yes\nElm,yes\nOak,no"
    result = run("gateway", case([{}] * 3, "2") | {"access_des": "1", "practice_data": table})
    assert {c.id: c.have for c in result.checks}["o2-l1-b"] == "2 of 3"
    assert any("2, and that was used in place of the 1 typed" in note for note in result.notes)


@pytest.mark.parametrize(
    ("cells", "state", "short", "no", "blank"),
    [
        (["yes", "yes", "yes", "yes", ""], "met", None, [], ["Yew"]),
        (["yes", "yes", "yes", "", ""], "not-answered", None, [], ["Oak", "Yew"]),
        (["yes", "yes", "yes", "no", ""], "not-answered", None, ["Oak"], ["Yew"]),
        (["yes", "yes", "no", "no", ""], "not-met", 2, ["Fir", "Oak"], ["Yew"]),
        (["no"] * 5, "not-met", 4, ["Ash", "Elm", "Fir", "Oak", "Yew"], []),
        ([""] * 5, "not-answered", None, [], ["Ash", "Elm", "Fir", "Oak", "Yew"]),
    ],
)
def test_an_empty_cell_is_no_answer_and_decides_only_where_it_cannot_change_anything(
    cells: list[str], state: str, short: int | None, no: list[str], blank: list[str]
) -> None:
    """The Access enhanced service at level 1: 80% of 5 is 4."""
    rows = zip(["Ash", "Elm", "Fir", "Oak", "Yew"], cells, strict=True)
    table = "\n".join(["practice,access_des", *(",".join(row) for row in rows)])
    result = run("gateway", case([{}] * 5, "2") | {"practice_data": table})
    told = next(check.to_json() for check in result.checks if check.id == "o2-l1-b")
    assert (told["state"], told["met"], told.get("short")) == (state, state == "met", short)
    assert (told["who"], told["who_unanswered"]) == (no, blank)


def test_an_empty_score_is_no_answer_at_any_threshold() -> None:
    table = "practice,qof_score\nAsh,950\nElm,\nFir,849"
    result = run("gateway", case([{}] * 3, "2") | {"practice_data": table})
    by_id = {check.id: check.to_json() for check in result.checks}
    assert [(by_id[id]["state"], by_id[id]["who"]) for id in ("o2-l1-a", "o2-l2-a")] == [
        ("not-met", ["Fir"]),
        ("not-met", ["Fir"]),
    ]
    assert by_id["o2-l1-a"]["have"] == "1 of 3, and 1 not answered"
    assert by_id["o2-l1-a"]["who_unanswered"] == ["Elm"]


def test_a_column_left_empty_throughout_leaves_the_typed_count_as_it_is() -> None:
    table = "practice,access_des\nAsh,\nElm,"
    typed = run("gateway", case([{}] * 2, "2") | {"access_des": "2", "practice_data": table})
    check = next(check for check in typed.checks if check.id == "o2-l1-b")
    assert (check.state, check.have, check.who) == ("met", "2 of 2", None)


def test_a_name_that_two_practices_have_is_told_with_their_codes() -> None:
    cells = (("Surgery", "E1"), ("surgery", "E2"), ("Elm", "E3"), ("", "E4"), ("", ""))
    rows = tuple(Row(n, {"practice": name, "code": code}) for n, (name, code) in enumerate(cells, 2))
    assert names(rows) == ("Surgery (E1)", "surgery (E2)", "Elm", "E4", "row 6")


def test_names_are_told_in_their_own_order_whatever_the_order_of_the_rows() -> None:
    table = "practice,access_des\nP10,no\nash,no\nP2,no\nElm,no"
    result = run("gateway", case([{}] * 4, "2") | {"practice_data": table})
    assert next(c.who for c in result.checks if c.id == "o2-l1-b") == ("ash", "Elm", "P2", "P10")


def test_rows_without_a_name_are_not_taken_for_one_practice() -> None:
    table = "practice,access_des\n,yes\n,yes\n,no"
    result = run("gateway", case([{}] * 3, "2") | {"practice_data": table})
    assert {c.id: c.have for c in result.checks}["o2-l1-b"] == "2 of 3"


def test_a_cell_with_a_comma_may_be_quoted() -> None:
    table = 'practice,qof_score\n"Ash, Elm and partners","1,000"\nOak,849'
    result = run("gateway", case([{}] * 2, "2") | {"practice_data": table})
    assert {c.id: c.have for c in result.checks}["o2-l1-a"] == "1 of 2"
