"""Properties of the gateway checker, whatever the group."""

from math import ceil

from hypothesis import assume, example, given
from hypothesis import strategies as st

from calculators.engine.errors import CaseError
from calculators.engine.result import Result
from calculators.engine.run import run
from calculators.kinds.gateway.checks import needed
from calculators.kinds.gateway.counts import COUNTS, SCORED
from calculators.kinds.gateway.criteria import CRITERIA, OBJECTIVES, in_scope
from tests.core.gateway_cases import FIELDS, PLANS, YES_NO, Case, cases, nearly_ready
from tests.core.recompute import recompute
from tests.support.every import every

ANY = st.one_of(cases(), nearly_ready())
ABOUT_LEVEL_3 = st.sampled_from([name for name in FIELDS if "_l3_" in name])
RANK = {"not-yet": 0, "pass": 1}


def readings(result: Result) -> dict[str, int]:
    return {reading.id: RANK[reading.outcome] for reading in result.readings}


def assert_no_worse(before: Result, after: Result) -> None:
    assert RANK[after.outcome] >= RANK[before.outcome]
    assert all(readings(after)[id] >= passed for id, passed in readings(before).items())
    assert int(after.figures["criteria_met"]) >= int(before.figures["criteria_met"])
    assert int(after.figures["objectives_ready"]) >= int(before.figures["objectives_ready"])
    assert int(after.figures["plans_missing"]) <= int(before.figures["plans_missing"])


@given(ANY, st.sampled_from([*YES_NO, *PLANS]))
def test_one_more_yes_never_makes_it_worse(case: Case, name: str) -> None:
    assert_no_worse(run("gateway", case), run("gateway", case | {name: "yes"}))


@given(ANY, st.sampled_from(list(COUNTS)))
def test_one_more_practice_never_makes_it_worse(case: Case, name: str) -> None:
    more = case | {name: str(int(case.get(name, "0")) + 1)}
    try:
        after = run("gateway", more)
    except CaseError as error:
        assert set(error.errors) <= {name, *(c.name for c in SCORED)}
        return
    assert_no_worse(run("gateway", case), after)


@given(ANY)
def test_the_readings_lie_inside_one_another(case: Case) -> None:
    result = run("gateway", case)
    passed = readings(result)
    assert set(passed) == {
        "target",
        "pooled",
        "strict-plus",
        "plus-as-plans",
        "plus-as-condition",
        "heading-only",
    }
    assert passed["strict-plus"] <= passed["target"] <= passed["pooled"]
    assert passed["plus-as-condition"] <= passed["plus-as-plans"] <= passed["heading-only"]
    assert RANK[result.outcome] == passed["target"] == passed["plus-as-plans"]
    assert passed["strict-plus"] == passed["plus-as-condition"]


def test_one_criterion_of_a_level_below_without_a_plan_turns_on_the_reading() -> None:
    """Everything of the level applied for is met; one of the level below is not, and nothing is planned for it."""
    everything = {criterion.field: "yes" for criterion in CRITERIA if not criterion.count}
    everything |= dict.fromkeys(COUNTS, "10") | {
        "practices": "10",
        "area_practices": "10",
        "membership": "10",
    }
    passed = readings(run("gateway", {"applying_for": "2", **everything, "o1_l1_b": "no"}))
    assert (passed["plus-as-plans"], passed["plus-as-condition"], passed["heading-only"]) == (0, 0, 1)
    planned = readings(
        run("gateway", {"applying_for": "2", **everything, "o1_l1_b": "no", "plan_o1_l1_b": "yes"})
    )
    assert (planned["plus-as-plans"], planned["plus-as-condition"], planned["heading-only"]) == (1, 0, 1)
    left = {"applying_for": "2", **everything, "o1_l2_a": "no", "o1_l2_b": "yes"}
    assert readings(run("gateway", left))["heading-only"] == 0


@given(ANY)
def test_the_figures_and_the_outcome_follow_from_the_checks(case: Case) -> None:
    """The rule once more, in the plainest words: two a column in each row, and a plan for whatever is not met."""
    result, level = run("gateway", case), case["applying_for"]
    checks = [check.to_json() for check in result.checks]
    at_level = [c for c in checks if c["level"] == level]
    ready = [sum(bool(c["met"]) for c in at_level if c["objective"] == o.id) >= 2 for o in OBJECTIVES]
    unplanned = [c for c in checks if not c["met"] and case.get(f"plan_{c['id']}".replace("-", "_")) != "yes"]
    assert result.figures["criteria_met"] == str(sum(bool(c["met"]) for c in at_level))
    assert result.figures["criteria_total"] == str(len(at_level))
    assert result.figures["objectives_ready"] == str(sum(ready))
    assert result.figures["plans_missing"] == str(len(unplanned))
    assert result.outcome == ("pass" if all(ready) and not unplanned else "not-yet")
    assert [c["id"] for c in checks] == [c.id for c in in_scope(level)]


@given(ANY)
def test_a_blank_is_told_apart_from_a_no_and_neither_is_met(case: Case) -> None:
    by_id = {check.id: check for check in run("gateway", case).checks}
    for criterion in every(c for c in CRITERIA if c.id in by_id):
        check = by_id[criterion.id]
        assert check.answered == (criterion.field in case)
        assert check.answered or not check.met
        if criterion.field in YES_NO:
            assert check.met == (case.get(criterion.field) == "yes")


@given(ANY)
def test_a_count_is_enough_when_it_reaches_its_share_in_whole_numbers(case: Case) -> None:
    by_id = {check.id: check for check in run("gateway", case).checks}
    counted = [c for c in CRITERIA if c.id in by_id and c.count in case]
    assume(counted)
    for criterion in counted:
        total = int(case.get(criterion.denominator, case["practices"]))
        number = int(case[criterion.count])
        assert by_id[criterion.id].met == (number * 100 >= int(criterion.threshold) * total)


@given(st.sampled_from([c for c in CRITERIA if c.count]), st.integers(1, 10**6))
def test_what_is_needed_is_the_share_rounded_up_in_whole_numbers(criterion: object, total: int) -> None:
    assert isinstance(criterion, type(CRITERIA[0]))
    percent = int(criterion.threshold)
    assert needed(criterion, total) == (percent * total + 99) // 100
    assert 1 <= needed(criterion, total) <= total


@given(
    cases(level="2"),
    st.dictionaries(st.sampled_from([f for f in FIELDS if "_l3_" in f]), st.sampled_from(["yes", "no"])),
)
def test_answers_about_level_3_do_not_change_an_application_for_level_2(case: Case, others: Case) -> None:
    assert run("gateway", case | others).to_json() == run("gateway", case).to_json()


@given(ANY, st.integers(1, 10**7))
def test_the_population_changes_the_commitment_alone(case: Case, population: int) -> None:
    without, having = run("gateway", case), run("gateway", case | {"population": str(population)})
    assert having.outcome == without.outcome
    assert having.headline == without.headline
    assert {k: v for k, v in having.figures.items() if not k.endswith("_per_week")} == without.figures
    assert len(having.figures) == len(without.figures) + 3


@given(ANY)
def test_the_steps_shown_recompute_their_values(case: Case) -> None:
    for step in every(run("gateway", case | {"population": "112000"}).working):
        if step.kind != "text":
            value = recompute(step.calculation.removesuffix(", rounded up"))
            rounded_up = step.calculation.endswith(", rounded up")
            assert (
                str(ceil(value)) if rounded_up else f"{float(value):.{2 * (step.kind != 'count')}f}"
            ) == step.value


@given(
    st.dictionaries(
        st.one_of(st.sampled_from(FIELDS), st.text(max_size=12)), st.text(max_size=40), max_size=12
    )
)
@example({"applying_for": "2", "practices": "1", "practice_data": "practice\n"})
@example({"applying_for": "3", "practices": "2", "practice_data": "qof_score,qof_score\n1,2\n3,4"})
@example({"applying_for": "2", "practices": "1" * 16})
def test_whatever_is_typed_gets_an_answer_or_a_message(case: Case) -> None:
    try:
        result = run("gateway", {"applying_for": "2", "practices": "3"} | case)
    except CaseError as error:
        assert error.errors
        assert all(message.strip() for message in error.errors.values())
    else:
        assert result.headline
