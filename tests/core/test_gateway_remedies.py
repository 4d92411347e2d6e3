"""What would make a group ready, told also where it is many answers: plans, and the criteria that are nearest."""

from typing import Any

import pytest
from hypothesis import given, settings

from calculators.engine.cases import load_cases
from calculators.engine.run import run
from calculators.uses.nearest import nearest
from tests.core.gateway_cases import Case, cases
from tests.support.every import every

CASES = {case.name: case.input for case in load_cases("gateway")}
READY = CASES["Fifteen practices meet two level 2 criteria in every objective and have a plan for the rest"]
SHEET = CASES["Eight practices paste their figures from a spreadsheet"]


def first(case: Case) -> dict[str, Any]:
    return nearest("gateway", case)[0].to_json()


@pytest.mark.parametrize("answer", ["no", ""])
def test_every_plan_that_is_missing_is_listed_however_many(answer: str) -> None:
    way = first({name: answer if name.startswith("plan_") else text for name, text in READY.items()})
    assert way["outcome"] == "pass"
    plans = {name for name in READY if name.startswith("plan_")}
    assert {change["field"] for change in way["changes"]} == plans
    assert len(way["changes"]) == len(plans) == 7


def test_a_table_that_falls_short_is_told_by_practice() -> None:
    way = first(SHEET)
    told = {change["label"]: (change["before"], change["after"]) for change in way["changes"]}
    label = "Practices meeting the East of England prescribing indicators (level 2, 80%)"
    assert told[label] == ("6 of 8", "7 of 8, with Rowan as well")
    assert run("gateway", SHEET | {c["field"]: c["typed"] for c in way["changes"]}).outcome == "pass"


def test_of_scores_the_nearest_rise_and_those_without_an_answer_come_last() -> None:
    table = "practice,qof_score,access_des\nAsh,950,yes\nElm,,\nOak,700,no\nFir,899,no\nYew,900,yes"
    case = {"applying_for": "2", "practices": "5", "practice_data": table}
    told = {change["label"]: change["after"] for change in first(case)["changes"]}
    assert told["Practices whose latest QOF score is 900 or more (level 2, 80%)"] == (
        "4 of 5, with Fir and Oak as well"
    )
    assert told["Practices providing the Access enhanced service (level 2, 85%)"].endswith(
        "with Elm, Fir and Oak as well"
    )


def test_a_lower_score_that_was_typed_rises_with_the_higher() -> None:
    everything = {name: text for name, text in READY.items() if not name.startswith("plan_")}
    way = first(everything | {"qof_850": "9", "qof_900": "9", "access_des": "0", "o2_l2_c": "no"})
    assert way["outcome"] == "pass"


def test_a_way_is_told_as_it_would_be_typed() -> None:
    way = first({name: "" if name.startswith("plan_") else text for name, text in READY.items()})
    assert {change["typed"] for change in way["changes"]} == {"yes"}


def test_an_objective_needs_no_more_than_it_lacks() -> None:
    """One of the two criteria that it needs is met; of the two that are left, the nearer will do."""
    way = first({**READY, "access_des": "0", "plan_o2_l2_b": "yes", "plan_o2_l1_b": "yes"})
    assert [change["field"] for change in way["changes"]] == ["qof_900"]


@pytest.mark.parametrize("lower", ["12", "14"])
def test_a_lower_score_that_is_high_enough_stays(lower: str) -> None:
    way = first({**READY, "access_des": "0", "o2_l2_c": "no", "plan_o2_l2_c": "yes", "qof_850": lower})
    assert [(change["field"], change["after"]) for change in way["changes"]] == [
        ("qof_900", "12"),
        ("access_des", "13"),
    ]


def test_scores_that_no_objective_needs_stay_at_nought() -> None:
    way = first({**READY, "qof_850": "0", "qof_900": "0", "plan_o2_l1_a": "yes", "o5_l2_a": "no"})
    assert not {"qof_850", "qof_900"} & {change["field"] for change in way["changes"]}
    assert way["outcome"] == "pass"


def test_without_the_number_of_practices_in_the_area_other_criteria_are_met() -> None:
    way = first(READY | {"area_practices": "", "o1_l2_b": "", "plan_o1_l2_c": ""})
    typed = [(change["field"], change["typed"]) for change in way["changes"]]
    assert typed == [("o1_l2_b", "yes"), ("plan_o1_l2_c", "yes")]


@given(cases())
@settings(max_examples=25)
def test_where_a_group_is_not_ready_the_first_way_told_makes_it_so(case: Case) -> None:
    result = run("gateway", case)
    if result.outcome == "pass":
        return
    way = nearest("gateway", case)[0]
    changed = case | {change.field.name: change.after for change in every(way.changes)}
    assert run("gateway", changed).outcome == "pass"
