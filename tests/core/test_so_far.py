"""What the answers so far make needless and what they tell of other questions, in any calculator that says so."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.engine.cases import load_cases
from calculators.engine.errors import CaseError, Undeclared
from calculators.engine.known import Known, SoFar
from calculators.engine.registry import get, ids
from calculators.engine.run import run
from calculators.engine.so_far import so_far
from calculators.kinds.gateway.counts import COUNTS
from calculators.uses.door import perform
from calculators.values.data import Json
from tests.core.gateway_cases import PLANS, cases, nearly_ready
from tests.support.every import every

GROUP = {"applying_for": "2", "practices": "4", "area_practices": "6"}
TABLE = "practice,des_or_les_signed,access_des\nAsh,yes,yes\nElm,yes,no\nFir,yes,no\nOak,,no\n"
TYPED = st.one_of(
    st.text(max_size=12), st.sampled_from(["yes", "no", "3", "12 of 14", "all", "50%", "x", TABLE, ""])
)
NAMES = [f.name for f in get("gateway").fields]
ANYTHING = st.dictionaries(
    st.one_of(st.sampled_from(NAMES), st.text(max_size=8)),
    st.one_of(TYPED, st.none(), st.booleans(), st.integers(), st.lists(st.text(max_size=3), max_size=2)),
    max_size=12,
)
CELLS = st.sampled_from(["yes", "no", ""])


@st.composite
def with_a_table(draw: st.DrawFn) -> dict[str, str]:
    """A case with a table of its practices for some of the counts, typed ones beside it or not."""
    case = draw(st.one_of(cases(), nearly_ready()))
    columns = draw(
        st.lists(st.sampled_from([n for n in COUNTS if not COUNTS[n].score]), unique=True, max_size=4)
    )
    rows = [[f"P{n}", *(draw(CELLS) for _ in columns)] for n in range(int(case["practices"]))]
    lines = [["practice", *columns], *rows]
    return {
        **case,
        "practice_data": "\n".join(",".join(line) for line in lines),
        "counts_from": draw(st.sampled_from(["table", "typed", ""])),
    }


def known(case: dict[str, str]) -> dict[str, Known]:
    return {each.field: each for each in so_far("gateway", case).known}


def outcome(case: dict[str, str]) -> tuple[Any, ...]:
    """All of a result but the answers themselves; the messages where it is refused."""
    try:
        result: Json = run("gateway", case).to_json()
    except CaseError as refused:
        return ("refused", refused.errors)
    return ("told", result)


@given(ANYTHING)
def test_it_never_fails_whatever_has_been_typed(case: dict[str, object]) -> None:
    told = so_far("gateway", case)
    assert told.needless <= set(NAMES)
    assert json.loads(perform("so_far", "gateway", json.dumps({"case": case}), "")) == told.to_json()


@given(ANYTHING)
def test_what_was_typed_and_cannot_be_read_stays_in_sight(case: dict[str, object]) -> None:
    typed = {name: text for name, text in case.items() if isinstance(text, str) and name in NAMES}
    told = so_far("gateway", typed)
    try:
        run("gateway", {**GROUP, **typed})
    except CaseError as refused:
        wrong = refused.errors.keys() & typed.keys() - {"practice_data", "practices"}
        unread = {name for name in wrong if _unreadable(name, typed[name])}
        assert not unread & (told.needless | {k.field for k in told.known})


def _unreadable(name: str, text: str) -> bool:
    field = get("gateway").field(name)
    if field.total or not field.is_answered(text):
        return False
    try:
        field.read(text)
    except ValueError:
        return True
    return False


@given(st.one_of(cases(), nearly_ready(), with_a_table()))
def test_without_what_is_needless_a_case_has_the_same_result(case: dict[str, str]) -> None:
    needless = so_far("gateway", case).needless
    assert outcome({name: text for name, text in case.items() if name not in needless}) == outcome(case)


@pytest.mark.parametrize("calculator", ids())
def test_the_worked_cases_have_the_same_result_without_what_is_needless(calculator: str) -> None:
    for case in every(load_cases(calculator)):
        spared = so_far(calculator, case.input).needless
        less = {name: text for name, text in case.input.items() if name not in spared}
        replies = [perform("run", calculator, json.dumps({"case": each}), "") for each in (case.input, less)]
        told = [json.loads(reply) for reply in replies]
        assert told[0].get("errors") == told[1].get("errors")
        assert told[0].get("result") == told[1].get("result")


def test_a_calculator_that_says_nothing_tells_nothing() -> None:
    assert so_far("fair-share", {"indicative_budget": "1"}) == SoFar()


def test_a_field_that_is_not_declared_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "calculators.engine.so_far.get",
        lambda id: type(
            "Odd",
            (),
            {
                "so_far": staticmethod(
                    lambda answers: SoFar(known=(Known("practices", "", sets={"gone": ""}),))
                ),
                **{name: getattr(get("gateway"), name) for name in PARTS},
            },
        ),
    )
    with pytest.raises(Undeclared, match="'gone'"):
        so_far("gateway", {})


PARTS = ("by_name", "unanswered", "remembered", "counted", "required", "standing_in", "id")


def test_no_plan_is_asked_for_before_something_falls_short() -> None:
    assert so_far("gateway", {}).needless == {*PLANS, "counts_from"}
    assert "plan_o1_l1_b" not in so_far("gateway", GROUP | {"o1_l1_b": "no"}).needless
    assert "plan_o1_l1_b" in so_far("gateway", GROUP | {"o1_l1_b": "yes"}).needless


def test_a_plan_that_was_given_is_asked_for_until_its_criterion_is_met() -> None:
    given_ = GROUP | {"plan_o1_l1_a": "yes", "plan_o1_l1_b": "no"}
    assert not so_far("gateway", given_).needless & {"plan_o1_l1_a", "plan_o1_l1_b"}
    met = so_far("gateway", given_ | {"des_or_les_signed": "4", "o1_l1_b": "yes"})
    assert {"plan_o1_l1_a", "plan_o1_l1_b"} <= met.needless


def test_a_count_met_at_one_level_and_short_at_the_next_is_planned_there_alone() -> None:
    needless = so_far(
        "gateway", {"applying_for": "3", "practices": "20", "qof_850": "17", "qof_900": "16"}
    ).needless
    assert {"plan_o2_l1_a", "plan_o2_l2_a"} <= needless
    assert "plan_o2_l3_a" not in needless


def test_a_count_that_the_table_has_is_known_with_its_total() -> None:
    told = known(GROUP | {"practice_data": TABLE})
    assert told["access_des"].text == "1 of 4, from your table"
    assert told["des_or_les_signed"].text == "3 of 4 with 1 not answered, from your table"
    assert told["access_des"].stands
    assert told["access_des"].sets == {"counts_from": "typed"}
    assert "practices" not in told
    assert told["practice_data"].text == "Your table answers 2 of the 14 counts below."
    assert not told["practice_data"].stands


def test_its_practices_stand_for_the_members_until_these_are_typed() -> None:
    table = TABLE.replace("access_des", "asked_to_report")
    assert known({"practice_data": table})["asked_to_report"].text == "1 of 4, from your table"
    members = {"practice_data": table, "membership": "90"}
    assert known(members)["asked_to_report"].text == "1 of 90, from your table"


def test_at_the_higher_level_it_answers_fewer_of_more() -> None:
    words = known({"applying_for": "3", "practice_data": TABLE})["practice_data"].text
    assert words == "Your table answers 2 of the 16 counts below."


def test_the_number_of_rows_is_offered_as_the_number_of_practices() -> None:
    offered = known({"practice_data": TABLE})["practices"]
    assert (offered.text, offered.button, offered.sets) == ("4, from your table", "Use 4", {"practices": "4"})
    assert not offered.stands
    beside = known({"practice_data": TABLE})["practice_data"]
    assert (beside.button, beside.sets) == ("Use 4 as the number of practices", {"practices": "4"})
    assert known(GROUP | {"practice_data": TABLE})["practice_data"].button == ""
    assert known({"practice_data": TABLE})["access_des"].text == "1 of 4, from your table"
    assert (
        known(GROUP | {"practices": "5", "practice_data": TABLE})["practices"].text
        == "Your table has 4 practices."
    )


def test_which_number_holds_is_asked_only_where_two_differ() -> None:
    same = GROUP | {"practice_data": TABLE, "access_des": "1"}
    assert "counts_from" in so_far("gateway", same).needless
    assert known(same)["access_des"].text == "Your table has 1 of 4, too."
    other = same | {"access_des": "2"}
    assert "counts_from" not in so_far("gateway", other).needless
    assert known(other)["access_des"].text == "Your table has 1 of 4, and that is used."
    chosen = known(other | {"counts_from": "typed"})["access_des"]
    assert chosen.text == "This number is used. Your table has 1 of 4."
    assert chosen.sets == {"access_des": ""}


def test_a_number_typed_over_a_column_with_blanks_differs_even_where_it_is_the_same() -> None:
    """Of the table's own number nobody knows what the blanks are; who types it says that they are no."""
    case = GROUP | {"practice_data": TABLE, "des_or_les_signed": "3"}
    assert "counts_from" not in so_far("gateway", case).needless


def test_a_column_that_is_empty_throughout_answers_nothing() -> None:
    told = known(GROUP | {"practice_data": "practice,access_des\nAsh,\nElm,\nFir,\nOak,\n"})
    assert "access_des" not in told
    assert told["practice_data"].text == "Your table answers 0 of the 14 counts below."


@pytest.mark.parametrize(
    "table",
    [
        "practice,access_des\nAsh,perhaps\n",
        "practice,qof_850,qof_900\nAsh,no,yes\n",
        "practice,qof_score,qof_850\nAsh,900,yes\n",
        "nothing of ours",
    ],
)
def test_a_table_at_fault_tells_nothing(table: str) -> None:
    assert known(GROUP | {"practice_data": table}) == {}


def test_no_practice_is_named_for_a_number_that_holds_over_the_table() -> None:
    case = GROUP | {"practice_data": TABLE, "access_des": "2", "counts_from": "typed"}
    checks = {check.id: check for check in run("gateway", case).checks}
    assert (checks["o2-l1-b"].who, checks["o2-l1-b"].who_unanswered) == (None, None)
    assert checks["o1-l1-a"].who == ()


def test_the_choice_left_open_is_told_by_nobody() -> None:
    """A default is no answer: the result says what was used, and not that the reader chose it."""
    case = GROUP | {"practice_data": TABLE, "access_des": "2"}
    notes = " ".join(run("gateway", case).notes)
    assert "the table has 1, and that was used in place of the 2 typed" in notes
    assert "as you chose" not in notes
    assert "as you chose" in " ".join(run("gateway", case | {"counts_from": "typed"}).notes)


ONE_COLUMN = "practice,access_des\nAsh,yes\nElm,no\nFir,\n"
HOLDS = "From now on a number that you type holds over your table."


@pytest.mark.parametrize(
    ("case", "offered"),
    [
        ({}, Known("access_des", "", "Use another number", {"counts_from": "typed"}, HOLDS, stands=True)),
        (
            {"access_des": "2"},
            Known("access_des", "", "Use the number typed", {"counts_from": "typed"}, HOLDS),
        ),
        (
            {"access_des": "2", "counts_from": "typed"},
            Known("access_des", "", "Use the table", {"access_des": ""}),
        ),
        (
            {"practices": ""},
            Known(
                "practice_data",
                "",
                "Use 3 as the number of practices",
                {"practices": "3"},
                "The number of practices is 3, from your table.",
            ),
        ),
    ],
)
def test_what_can_be_done_is_a_button_with_what_it_gives_and_says(
    case: dict[str, str], offered: Known
) -> None:
    found = known({"practices": "3", "practice_data": ONE_COLUMN} | case)[offered.field]
    assert found.text
    assert replace(found, text="") == offered


def test_without_its_whole_a_number_stands_alone() -> None:
    table = "practice,forum_involved\nAsh,yes\nElm,no\n"
    assert known({"practices": "2", "practice_data": table})["forum_involved"].text == "1, from your table"
