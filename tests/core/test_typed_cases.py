"""What people write where they have no answer, or an answer in other words, in any field of any calculator."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.engine.cases import load_cases
from calculators.engine.errors import CaseError
from calculators.engine.registry import get, ids
from calculators.engine.run import run
from calculators.uses.nearest import nearest

GROUP = {"applying_for": "2", "practices": "14"}
COUNTED = [f for f in get("gateway").fields if f.total]
MARKS = ("n/a", "NA", "–", "\u200b", " ")
BUDGETS = {"indicative_budget": "1.2m", "fair_share_budget": "1m"}
OPTIONAL = {id: {f.name for f in get(id).fields if not f.must_answer} for id in ids()}


def errors(calculator: str, case: dict[str, str]) -> dict[str, str]:
    with pytest.raises(CaseError) as refused:
        run(calculator, case)
    return refused.value.errors


def have(case: dict[str, str], criterion: str) -> str:
    return {c.id: c.have for c in run("gateway", GROUP | case).checks}[criterion]


@pytest.mark.parametrize("calculator", [id for id, names in OPTIONAL.items() if names])
@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_for_no_answer_is_as_good_as_none(calculator: str, mark: str) -> None:
    case = min((c.input for c in load_cases(calculator) if "errors" not in c.expect), key=len)
    left_out = dict.fromkeys(OPTIONAL[calculator] - case.keys(), mark)
    assert left_out
    assert run(calculator, case | left_out).to_json() == run(calculator, case).to_json()


@pytest.mark.parametrize("calculator", ids())
def test_what_must_be_answered_is_not_left_out_by_a_mark(calculator: str) -> None:
    needed = {f.name for f in get(calculator).fields if f.must_answer}
    assert errors(calculator, dict.fromkeys(needed, "n/a")).keys() == needed
    assert errors(calculator, dict.fromkeys(needed, "\u200b")) == errors(calculator, {})


def test_a_dash_in_a_field_of_money_is_an_error_and_in_one_of_yes_or_no_none() -> None:
    case = {"document": "hertfordshire", "freed_up": "1000", "pct_restoring_balance": "-"}
    assert run("freed-up-resources", case).outcome == "share-available"
    told = errors("freed-up-resources", case | {"proposal_value": "-"})
    assert told == {
        "proposal_value": "The value of the proposal must be an amount, not a dash. "
        "Accounts write nothing so: enter 0 if it is meant"
    }


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("Elm,-5,1", "row 2 (Elm), column ‘budget’ must be £0 or more"),
        ("Elm,1,-0.01", "row 2 (Elm), column ‘spend’ must be £0 or more"),
        ("Elm,1,-", "row 2 (Elm), column ‘spend’ must be an amount, not a dash"),
        ("Elm,(5),1", "row 2 (Elm), column ‘budget’ must be £0 or more. Brackets around it"),
        ("Elm,n/a,1", "row 2 (Elm), column ‘budget’ must be an amount of money"),
    ],
)
def test_a_cell_of_a_table_has_the_words_of_a_field(row: str, told: str) -> None:
    case = {"document": "hertfordshire", "practices": f"practice,budget,spend\n{row}\n"}
    assert told in errors("freed-up-resources", case)["practices"]


@pytest.mark.parametrize("typed", ["12", "12 of 14", "12/14", "12 out of 14"])
def test_a_count_of_practices_is_told_with_its_whole(typed: str) -> None:
    assert have({"access_des": typed}, "o2-l1-b") == "12 of 14"


def test_all_of_them_and_half_of_them() -> None:
    assert have({"access_des": "all"}, "o2-l1-b") == "14 of 14"
    assert have({"access_des": "50%"}, "o2-l1-b") == "7 of 14"
    assert have({"area_practices": "20", "forum_involved": "50%"}, "o1-l2-c") == "10 of 20"
    assert have({"membership": "28", "asked_to_report": "25%"}, "o6-l1-c") == "7 of 28"
    assert have({"asked_to_report": "all"}, "o6-l1-c") == "14 of 14"


def test_a_whole_that_only_a_count_states_is_taken_from_it() -> None:
    assert have({"forum_involved": "7 of 10"}, "o1-l2-c") == "7 of 10"
    assert "the number of practices in the area is missing" in have({"forum_involved": "7"}, "o1-l2-c")


def test_each_count_that_does_not_go_with_its_whole_is_named_at_once() -> None:
    case = {
        "access_des": "12 of 15",
        "qof_850": "75%",
        "forum_involved": "all",
        "asked_to_report": "15",
        "o1_l2_a": "x",
    }
    told = errors("gateway", GROUP | case)
    assert told.keys() == case.keys()
    assert told["access_des"].endswith("must be out of 14, the number of practices in the group")
    assert "makes a whole number of 14" in told["qof_850"]
    assert told["forum_involved"].endswith(
        "unless you also enter the number of practices in the geographical area"
    )
    assert told["asked_to_report"].endswith(
        "must be 14 or fewer, the number of practices in the group, "
        "unless you also enter the number of members of the group"
    )
    assert told["o1_l2_a"].endswith("A cross stands for either, so write the word")


def test_a_whole_at_fault_is_named_once() -> None:
    for practices in ("", "lots"):
        told = errors("gateway", {"applying_for": "2", "practices": practices, "access_des": "all"})
        assert told.keys() == {"practices"}


def test_describe_tells_what_a_count_is_part_of() -> None:
    described = {f["name"]: f for f in get("gateway").describe()["fields"]}  # type: ignore[attr-defined]
    assert described["access_des"]["total"] == "practices"
    assert described["forum_involved"]["total"] == "area_practices"
    assert described["asked_to_report"]["total"] == "membership"
    assert described["membership"]["default_from"] == "practices"
    assert "total" not in described["population"]
    score = {c["name"]: c for c in described["practice_data"]["columns"]}["qof_score"]
    assert (score["minimum"], score["maximum"]) == ("0", "1050")


@given(st.sampled_from(COUNTED), st.integers(1, 60), st.data())
def test_a_count_says_the_same_in_every_way_it_is_written(
    field: object, total: int, data: st.DataObject
) -> None:
    count = field if isinstance(field, type(COUNTED[0])) else COUNTED[0]
    number = data.draw(st.integers(0, total))
    case = GROUP | {"practices": str(total), "area_practices": str(total)}
    ways = [str(number), f"{number} of {total}", f"{number}/{total}", *(["all"] if number == total else [])]
    results = [run("gateway", case | {count.name: way}).to_json() for way in ways]
    assert all(result == results[0] for result in results)


def test_a_name_with_characters_that_do_not_show_is_the_fields_name() -> None:
    case = {"\ufeffindicative_budget": "\u202d1250000\u202c", "fair_share_budget\u200b": "1000000"}
    plain = {"indicative_budget": "1250000", "fair_share_budget": "1000000"}
    assert run("fair-share", case).to_json() == run("fair-share", plain).to_json()
    again = {"\ufeffindicative_budget": "5"}
    for both in (plain | again, again | plain):
        told = {"indicative_budget": "The indicative budget is given twice. Keep one of them"}
        assert errors("fair-share", both) == told
    assert "There is no field called" in errors("fair-share", plain | {"": "", "\r": ""})[""]


def test_messages_do_not_repeat_what_is_long() -> None:
    long = "indicative_budge" * 5000
    told = errors("fair-share", BUDGETS | {long: "1"})
    assert all(len(name) + len(words) < 300 for name, words in told.items())
    many = {f"name {n}": "1" for n in range(20_000)}
    assert len(errors("fair-share", BUDGETS | many)) == 20_000


def test_a_share_given_as_a_fraction_is_told_what_it_would_be() -> None:
    case = {"document": "hertfordshire", "freed_up": "1000", "practice_share_percent": "0.85"}
    assert errors("freed-up-resources", case) == {
        "practice_share_percent": "The practices’ share must be between 70% and 100%. For 85%, enter 85"
    }
    case["practice_share_percent"] = "7"
    assert errors("freed-up-resources", case)["practice_share_percent"].endswith("between 70% and 100%")


def test_nearest_answers_start_from_a_count_of_a_whole() -> None:
    for typed in ("11", "11 of 14", "n/a"):
        assert isinstance(nearest("gateway", GROUP | {"access_des": typed}), tuple)
