"""A pasted table of practices says the same as the counts it stands for."""

import random

from hypothesis import given
from hypothesis import strategies as st

from calculators.engine.run import run
from calculators.kinds.gateway.counts import COUNTS, SCORED

Row = dict[str, str]
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


def pasted(rows: list[Row], delimiter: str = ",") -> str:
    names = list(rows[0])
    lines = [["practice", *names], *([f"P{n}", *(row[k] for k in names)] for n, row in enumerate(rows))]
    return "\n".join(delimiter.join(line) for line in lines)


def case(rows: list[Row], level: str) -> dict[str, str]:
    return {"applying_for": level, "practices": str(len(rows)), "area_practices": str(len(rows) + 3)}


def counted(rows: list[Row]) -> dict[str, str]:
    counts = {name: str(sum(row[name] == "yes" for row in rows)) for name in ASKED}
    return counts | {c.name: str(sum(int(row["qof_score"]) >= int(c.score) for row in rows)) for c in SCORED}


@given(ROWS, LEVELS, st.sampled_from([",", "\t"]))
def test_a_table_and_its_counts_give_the_same_result(rows: list[Row], level: str, delimiter: str) -> None:
    from_table = run("gateway", case(rows, level) | {"practice_data": pasted(rows, delimiter)})
    assert from_table.to_json() == run("gateway", case(rows, level) | counted(rows)).to_json()


@given(ROWS, LEVELS, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_does_not_matter(rows: list[Row], level: str, shuffle: random.Random) -> None:
    mixed = shuffle.sample(rows, len(rows))
    results = [
        run("gateway", case(rows, level) | {"practice_data": pasted(r)}).to_json() for r in (rows, mixed)
    ]
    assert results[0] == results[1]


@given(ROWS, LEVELS)
def test_yes_and_no_at_each_score_say_the_same_as_the_scores(rows: list[Row], level: str) -> None:
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


def test_empty_cells_count_as_no_and_are_told() -> None:
    table = "practice,access_des\nAsh,yes\nElm,\nOak,"
    result = run("gateway", case([{}] * 3, "2") | {"practice_data": table})
    assert {c.id: c.have for c in result.checks}["o2-l1-b"] == "1 of 3"
    assert any("2 empty cells under access_des" in note for note in result.notes)


def test_rows_without_a_name_are_not_taken_for_one_practice() -> None:
    table = "practice,access_des\n,yes\n,yes\n,no"
    result = run("gateway", case([{}] * 3, "2") | {"practice_data": table})
    assert {c.id: c.have for c in result.checks}["o2-l1-b"] == "2 of 3"


def test_a_cell_with_a_comma_may_be_quoted() -> None:
    table = 'practice,qof_score\n"Ash, Elm and partners","1,000"\nOak,849'
    result = run("gateway", case([{}] * 2, "2") | {"practice_data": table})
    assert {c.id: c.have for c in result.checks}["o2-l1-a"] == "1 of 2"
