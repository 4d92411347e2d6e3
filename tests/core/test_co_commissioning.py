"""Properties of the co-commissioning model selector, whatever the answers."""

from hypothesis import given, settings
from hypothesis import strategies as st

from calculators.engine.errors import CaseError
from calculators.engine.registry import get
from calculators.engine.result import Result
from calculators.engine.run import run

ORDER = ["greater-involvement", "joint", "delegated"]
FIELDS = get("co-commissioning").fields
LIMITS = ("transfers_needed", "tailored_variant", "involuntary_migration")
CASES = st.fixed_dictionaries(
    {f.name: st.sampled_from([c.value for c in f.choices] or ["", "yes", "no"]) for f in FIELDS}
)


def ask(case: dict[str, str]) -> Result:
    return run("co-commissioning", case)


@given(CASES)
def test_the_outcome_is_the_least_devolved_model_that_is_left(case: dict[str, str]) -> None:
    result = ask(case)
    barred = any(case[name] == "yes" for name in LIMITS)
    assert (result.outcome == "not-available") == barred
    least = 0
    if "jointly" in case.values() or "together" in case.values() or case["local_services"] == "yes":
        least = 1
    if case["decision_rights"] == "shared":
        least = max(least, 1)
    if case["decision_rights"] == "own" or case["incentive_scheme"] == "alone":
        least = 2
    if case["new_practices"] == "ccg" or case["budget"] == "yes":
        least = 2
    if not barred:
        refused = least == 2 and case["standing_rules"] != "yes"
        assert result.outcome == ("conflict" if refused else ORDER[least])


@given(CASES)
def test_readiness_follows_the_three_conditions(case: dict[str, str]) -> None:
    result = ask(case)
    if result.outcome not in ORDER:
        assert "readiness" not in result.figures
        return
    short = [n for n in ("lay_majority", "registers", "observers") if case[n] != "yes"]
    ready = not short or result.outcome == "greater-involvement"
    assert result.figures["readiness"] == ("ready" if ready else "not-ready")


@given(CASES)
def test_a_clash_names_answers_that_clash(case: dict[str, str]) -> None:
    result = ask(case)
    if result.outcome == "conflict":
        assert len(result.actions) >= 2


@given(CASES)
def test_every_step_says_whether_the_paper_states_it(case: dict[str, str]) -> None:
    assert all(step.basis in {"stated", "inferred"} for step in ask(case).working)


@settings(max_examples=200)
@given(st.dictionaries(st.sampled_from([f.name for f in FIELDS]), st.text(max_size=12)))
def test_any_case_gives_a_result_or_messages(case: dict[str, str]) -> None:
    try:
        assert run("co-commissioning", case).outcome
    except CaseError as error:
        assert error.errors
