"""What a group is told where its figures cannot be right: which field, and how to put it right."""

import pytest

from calculators.engine.errors import CaseError
from calculators.engine.run import run

GROUP = {"applying_for": "2", "practices": "3"}


def errors(case: dict[str, str]) -> dict[str, str]:
    with pytest.raises(CaseError) as caught:
        run("gateway", GROUP | case)
    return caught.value.errors


def test_every_practice_whose_scores_contradict_each_other_is_told() -> None:
    held = "practice,qof_850,qof_900\nAsh,no,yes\nElm,yes,yes\nOak,yes,yes"
    assert errors({"practice_data": held}) == {
        "practice_data": "The table: row 2 (Ash) has yes for ‘qof_900’, so ‘qof_850’ must be yes as well"
    }
    with pytest.raises(CaseError) as caught:
        run("gateway", GROUP | {"practice_data": held.replace("yes,yes", "no,yes")})
    assert caught.value.to_page()["faults"] == {
        "practice_data": [
            "The table: row 2 (Ash) has yes for ‘qof_900’, so ‘qof_850’ must be yes as well",
            "Row 3 (Elm) has yes for ‘qof_900’, so ‘qof_850’ must be yes as well",
            "Row 4 (Oak) has yes for ‘qof_900’, so ‘qof_850’ must be yes as well",
        ]
    }
    assert "faults" not in caught.value.to_json()


@pytest.mark.parametrize(
    ("area", "there"), [("1", "is 1 practice in the area"), ("2", "are 2 practices in the area")]
)
def test_a_count_of_the_table_above_its_total_is_told_at_the_total(area: str, there: str) -> None:
    held = "practice,forum_involved\nAsh,yes\nElm,yes\nOak,yes"
    assert errors({"practice_data": held, "area_practices": area})["area_practices"] == (
        f"The table has yes for 3 in ‘forum_involved’, but there {there}. Enter 3 or more, or change the table"
    )


@pytest.mark.parametrize(("lower", "few"), [("1", "1 reaches"), ("2", "2 reach")])
def test_a_higher_score_is_reached_by_no_more_than_a_lower(lower: str, few: str) -> None:
    told = errors({"qof_850": lower, "qof_900": "3"})["qof_900"]
    assert told.endswith(f"must be {lower} or fewer: only {few} 850")


def test_scores_and_columns_of_yes_and_no_are_one_too_many() -> None:
    held = "practice,qof_score,qof_900\nAsh,950,yes\nElm,900,yes\nOak,700,no"
    assert errors({"practice_data": held}) == {
        "practice_data": "The table has both ‘qof_score’ and ‘qof_900’. "
        "Keep ‘qof_score’, or the columns of yes and no, not both"
    }


@pytest.mark.parametrize("score", ["-1", "1050.5", "1051"])
def test_a_score_out_of_bounds_is_named_with_its_row(score: str) -> None:
    table = f"practice,qof_score\nAsh,{score}\nElm,900\nOak,900"
    assert errors({"practice_data": table}) == {
        "practice_data": "The table: row 2 (Ash), column ‘qof_score’ must be between 0 and 1,050"
    }


@pytest.mark.parametrize("scores", [("98.5", "97.2", "99"), ("0.985", "0.9", "1"), ("100", "", "0")])
def test_scores_that_look_like_percentages_are_told_what_scores_are_out_of(scores: tuple[str, ...]) -> None:
    rows = "\n".join(f"{name},{score}" for name, score in zip("ABC", scores, strict=True))
    assert errors({"practice_data": f"practice,qof_score\n{rows}"}) == {
        "practice_data": "The table has no ‘qof_score’ above 100. Scores are points out of 1,050 or fewer, "
        "and no percentages: enter the points"
    }
    run(
        "gateway",
        GROUP | {"practices": "4", "practice_data": f"practice,qof_score\n{rows}".replace("A,", "A,101\nD,")},
    )


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (1, "The table has 1 row, and the group has 3 practices. "),
        (4, "The table has 4 rows, and the group has 3 practices. "),
    ],
)
def test_the_rows_have_to_be_as_many_as_the_practices(rows: int, told: str) -> None:
    table = "access_des\n" + "yes\n" * rows
    assert errors({"practice_data": table})["practice_data"].startswith(told)


def test_a_table_may_have_a_score_of_nought() -> None:
    result = run("gateway", GROUP | {"practice_data": "qof_score\n0\n0\n850"})
    assert {check.id: check.have for check in result.checks}["o2-l1-a"] == "1 of 3"


def test_more_in_the_forum_than_in_the_area_is_put_to_the_area_where_a_table_gives_the_forum() -> None:
    table = "forum_involved\nyes\nyes\nyes"
    told = errors({"area_practices": "2", "practice_data": table})
    assert set(told) == {"area_practices"}
    assert told["area_practices"].startswith("The table has yes for 3 in ‘forum_involved’")
    run("gateway", GROUP | {"area_practices": "3", "practice_data": table})


def test_scores_that_contradict_each_other_are_put_to_the_field_that_was_typed() -> None:
    table = "qof_900\nyes\nyes\nno"
    assert set(errors({"qof_850": "1", "practice_data": table})) == {"qof_850"}
    assert "must be 2 or more" in errors({"qof_850": "1", "practice_data": table})["qof_850"]
    assert set(errors({"qof_850": "1", "qof_900": "2"})) == {"qof_900"}
    run("gateway", GROUP | {"qof_850": "2", "practice_data": table})


def test_a_count_above_its_total_names_that_total() -> None:
    told = errors({"des_or_les_signed": "4", "membership": "9", "asked_to_report": "10"})
    assert told["des_or_les_signed"].endswith("must be 3 or fewer, the number of practices in the group")
    assert told["asked_to_report"].endswith("must be 9 or fewer, the number of members of the group")


def test_an_area_smaller_than_the_group_is_asked_about_but_not_refused() -> None:
    smaller, equal = (run("gateway", GROUP | {"area_practices": n}).notes for n in ("2", "3"))
    assert any("The area has 2 practices and the group 3" in note for note in smaller)
    assert not any("The area has" in note for note in equal)


def test_a_group_of_one_practice_is_spoken_of_in_the_singular() -> None:
    told = errors({"practices": "1", "practice_data": "access_des\nyes\nno"})["practice_data"]
    assert told.startswith("The table has 2 rows, and the group has 1 practice. ")
