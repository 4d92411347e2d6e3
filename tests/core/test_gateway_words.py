"""What a group reads: what was given and needed, what to do next, and the notes that belong to its case."""

import pytest

from calculators.engine.cases import load_cases
from calculators.engine.result import Check, Result
from calculators.engine.run import run

CASES = {case.name: case.input for case in load_cases("gateway")}
READY = CASES["Fifteen practices meet two level 2 criteria in every objective and have a plan for the rest"]
READY_3 = CASES["Twenty-four practices are ready for level 3"]


def checks(result: Result) -> dict[str, Check]:
    return {check.id: check for check in result.checks}


def actions(result: Result) -> list[str]:
    return [action.text for action in result.actions]


def test_a_check_says_what_was_given_what_is_needed_and_how_many_are_short() -> None:
    by_id = checks(run("gateway", READY))
    forum = by_id["o1-l2-c"]
    assert (forum.have, forum.short, forum.plan) == ("10 of 18", 1, "yes")
    assert forum.need == "11 of 18 practices in the area or more (60%)"
    assert by_id["o3-l1-a"].need == "15 of 15 practices (100%)"
    assert by_id["o6-l1-c"].need == "4 of 15 practices or more (25%), each counted as one member"
    assert (
        checks(run("gateway", READY | {"membership": "15"}))["o6-l1-c"].need
        == "4 of 15 members or more (25%)"
    )
    assert by_id["o1-l1-a"].short is None
    assert by_id["o1-l2-a"].short is None


def test_no_blank_and_yes_are_three_different_answers() -> None:
    by_id = checks(run("gateway", READY | {"o1_l2_a": "no", "o1_l2_b": ""}))
    assert [by_id[id].have for id in ("o1-l2-a", "o1-l2-b", "o1-l1-b")] == ["no", "not answered", "yes"]
    assert [by_id[id].state for id in ("o1-l2-a", "o1-l2-b", "o1-l1-b")] == ["not-met", "not-answered", "met"]
    assert [by_id[id].met for id in ("o1-l2-a", "o1-l2-b", "o1-l1-b")] == [False, False, True]


def test_a_plan_that_was_refused_and_one_that_nobody_spoke_of_are_two_different_answers() -> None:
    by_id = checks(run("gateway", READY | {"o1_l2_a": "no", "o1_l2_b": "no", "plan_o1_l2_b": "no"}))
    assert [by_id[id].plan for id in ("o1-l2-a", "o1-l2-b", "o1-l1-b")] == ["not-answered", "no", ""]
    assert "plan" not in by_id["o1-l1-b"].to_json()


def test_each_condition_has_a_label_of_its_own_that_tells_level_and_share() -> None:
    labels = [check.label for check in run("gateway", READY_3).checks]
    assert len(set(labels)) == len(labels)
    assert "Practices whose latest QOF score is 900 or more (level 2, 80%)" in labels
    assert "Practices whose latest QOF score is 900 or more (level 3, 90%)" in labels
    assert "Practices that have a prescribing plan agreed with the PCT (level 1, all)" in labels


def test_a_forum_without_the_number_of_practices_in_the_area_is_told_apart_from_a_blank() -> None:
    forum = checks(run("gateway", READY | {"area_practices": ""}))["o1-l2-c"]
    assert forum.state == "not-answered"
    assert forum.have == "10; the number of practices in the area is missing"
    assert forum.need == "60% of the practices in the area"
    told = next(
        text
        for text in actions(run("gateway", READY | {"area_practices": "", "plan_o1_l2_c": ""}))
        if "left open" in text
    )
    assert "where the number of practices in the area is missing" in told


def test_a_ready_group_is_sent_to_the_committee_and_told_what_it_has_promised() -> None:
    result = run("gateway", READY)
    assert "every objective has two or more criteria met" in result.headline
    assert "the seven criteria still to be met have plans" in result.headline
    assert "PBC governance committee" in actions(result)[0]
    assert "seven criteria still to be met within six months" in actions(result)[1]


def test_a_group_with_every_criterion_met_has_nothing_left_to_promise() -> None:
    full = {name: "15" for name in READY if READY[name].isdigit()} | {"applying_for": "2"}
    answers = {name: "yes" for name in READY if READY[name] in {"yes", "no"} and not name.startswith("plan_")}
    result = run("gateway", full | answers)
    assert result.headline == "Ready for level 2: every objective has two or more criteria met"
    assert not any("still to be met" in text for text in actions(result))
    assert {r.id: r.outcome for r in result.readings}["strict-plus"] == "pass"


def test_the_next_steps_come_in_order_blanks_then_criteria_then_plans_then_the_committee() -> None:
    result = run("gateway", CASES["Eight practices paste their figures from a spreadsheet"])
    texts = actions(result)
    assert texts[0].startswith("Answer the two criteria left open: ‘A named lead")
    assert texts[1].startswith(
        "Objective 3: meet one more level 2 criterion. The nearest is ‘Practices meeting"
    )
    assert texts[1].endswith("which is one short.")
    assert texts[2].startswith("Objective 5: meet one more level 2 criterion.")
    assert [text.split(":")[0] for text in texts[3:6]] == ["Objective 1", "Objective 3", "Objective 5"]
    assert texts[6].startswith("Then show the PBC governance committee")
    assert result.tables[0].rows[2][1:] == ("1\N{NO-BREAK SPACE}of\N{NO-BREAK SPACE}4", "No, one more", "2")


def test_notes_belong_to_the_case() -> None:
    at_2, at_3 = " ".join(run("gateway", READY).all_notes), " ".join(run("gateway", READY_3).all_notes)
    assert "forum is compulsory" in at_2
    assert "forum is compulsory" not in at_3
    assert "third level" in at_3
    assert "third level" not in at_2
    assert "do not agree" in at_2
    assert "do not agree" not in at_3
    assert all("dramatic drop" in notes for notes in (at_2, at_3))


def test_the_commitment_in_words_is_that_of_the_level_applied_for() -> None:
    at_2, at_3 = (run("gateway", case).tables[1] for case in (READY, READY_3))
    assert at_2.title.endswith("level 2")
    assert at_3.title.endswith("level 3")
    assert at_2.rows != at_3.rows


NO_PLAN = READY | {"plan_o5_l2_b": "no"}
ONE_SHORT = READY | {"o5_l2_c": "no", "plan_o5_l2_c": "yes"}
ONE_READY = {"applying_for": "2", "practices": "15", "o4_l2_c": "yes", "demand_managed": "15"}


@pytest.mark.parametrize(
    ("case", "headline"),
    [
        (NO_PLAN, "Not yet ready for level 2: one criterion not met has no plan"),
        (
            NO_PLAN | {"plan_o1_l2_c": ""},
            "Not yet ready for level 2: no plan is given for two criteria not met",
        ),
        (
            READY | {"o5_l2_a": ""},
            "Not yet ready for level 2: one of the eight criteria not met was not answered, "
            "and five of the six objectives have enough criteria met",
        ),
        (
            NO_PLAN | {"o1_l2_a": "", "plan_o1_l2_a": ""},
            "Not yet ready for level 2: five of the six objectives have enough criteria met, "
            "and one criterion not met has no plan",
        ),
        (ONE_SHORT, "Not yet ready for level 2: five of the six objectives have enough criteria met"),
        (
            ONE_READY,
            "Not yet ready for level 2: 31 criteria have no answer yet, "
            "and one of the six objectives has enough criteria met",
        ),
        (
            {"applying_for": "3", "practices": "9"},
            "Not yet ready for level 3: 56 criteria have no answer yet, "
            "and none of the objectives has enough criteria met",
        ),
        (
            READY
            | {name: "15" for name in READY if READY[name].isdigit() and int(READY[name]) > 9}
            | {"demand_managed": "15", "o3_l2_d": "yes"},
            "Ready for level 2: every objective has two or more criteria met, "
            "and the one criterion still to be met has a plan",
        ),
    ],
)
def test_the_headline_says_it_in_whole_words(case: dict[str, str], headline: str) -> None:
    assert run("gateway", case).headline == headline


def test_the_reading_used_is_marked() -> None:
    result = run("gateway", READY)
    assert [r.id for r in result.readings if r.text.endswith("(the reading used above)")] == [
        "target",
        "plus-as-plans",
    ]
