"""What a co-commissioning result shows: the steps that rule models out, its conditions, and what to do next."""

from copy import copy
from dataclasses import replace
from typing import Any

import pytest

from calculators.engine.result import Result
from calculators.engine.run import decide, run
from calculators.kinds.co_commissioning import calculation
from calculators.kinds.co_commissioning.models import CONDITIONS, MODELS, QUESTIONS, UNAVAILABLE
from calculators.records.citations import rule

ID, PAPER = "co-commissioning", "co-commissioning-2014"
TEXT = {question.field: question.text for question in QUESTIONS}
GREATER, JOINT, DELEGATED = (model.name for model in MODELS)
READY = {"lay_majority": "yes", "registers": "yes", "observers": "yes"}


def shown(**case: str) -> Result:
    return run(ID, case)


def steps(result: Result) -> list[tuple[str, str, str, str, str]]:
    return [(s.step, s.calculation, s.value, s.source.paragraph, s.basis) for s in result.working]


def test_each_answer_that_rules_a_model_out_is_a_step_in_its_own_words() -> None:
    result = shown(decision_rights="own", standing_rules="no")
    assert result.outcome == "conflict"
    assert result.headline == "The answers clash: no model is left"
    assert steps(result) == [
        (
            TEXT["decision_rights"],
            "Decisions of its own",
            f"Rules out {GREATER} and {JOINT}",
            "para 14",
            "inferred",
        ),
        (TEXT["standing_rules"], "No", f"Rules out {DELEGATED}", "para 19", "inferred"),
    ]
    assert dict(result.figures) == {}
    assert result.checks == ()
    assert [a.text for a in result.actions] == [
        f"Look again at “{TEXT['decision_rights']}”: you answered “Decisions of its own”.",
        f"Look again at “{TEXT['standing_rules']}”: you answered “No”.",
    ]
    assert [a.source.paragraph for a in result.actions] == ["para 14", "para 19"]


def test_a_default_is_never_told_as_an_answer() -> None:
    result = shown(decision_rights="own")
    unsaid = "you have not said whether the group will accept standing rules, and directions from NHS England"
    assert result.outcome == "conflict"
    assert result.headline == f"No model is left: {unsaid}"
    assert steps(result)[1][1:3] == ("Not answered", f"Rules out {DELEGATED} until it is answered")
    assert result.actions[1].text == f"Y{unsaid[1:]}. Answer that first."
    assert "answered “No”" not in str(result.to_json())


def test_conditions_without_an_answer_are_told_apart_from_those_that_fail() -> None:
    result = shown(decision_rights="shared")
    assert result.headline.endswith("no more than it needs, with 3 conditions not answered yet")
    assert [a.text for a in result.actions[:3]] == [
        f"You have not said whether {c.text[0].lower()}{c.text[1:]}. Answer that first." for c in CONDITIONS
    ]


def test_every_question_that_rules_a_model_out_unanswered_says_what_is_not_known() -> None:
    silent = [q for q in QUESTIONS if q.default and q.chosen(q.default).excludes and not q.whether]
    assert silent == []
    assert any(q.whether for q in QUESTIONS)


def test_the_model_left_is_a_step_of_ours_and_names_all_that_are_left() -> None:
    result = shown(decision_rights="influence")
    names = ", ".join((GREATER, JOINT))
    told = ("The least devolved model left", names, GREATER, MODELS[0].paragraph, "inferred")
    assert steps(result)[-1] == told
    assert result.headline == f"{GREATER} gives what you ask for, and devolves no more than it needs"
    assert dict(result.figures) == {"readiness": "ready"}
    assert result.checks == ()
    assert [a.text for a in result.actions] == [
        "Look in the document on next steps for how arrangements are approved."
    ]


def test_each_condition_says_what_was_given_and_what_is_needed() -> None:
    result = shown(decision_rights="shared", lay_majority="yes", registers="no")
    assert result.outcome == "joint"
    assert [(c.id, c.label, c.met, c.have, c.need, c.answered, c.source) for c in result.checks] == [
        (c.field, c.text, *held, rule(PAPER, c.rule).citation)
        for c, held in zip(
            CONDITIONS,
            [(True, "Yes", "Yes", True), (False, "No", "Yes", True), (False, "Not answered", "Yes", False)],
            strict=True,
        )
    ]
    more = (
        "and devolves no more than it needs, with 1 condition still to meet and 1 condition not answered yet"
    )
    assert result.headline == f"{JOINT} gives what you ask for, {more}"
    assert dict(result.figures) == {"readiness": "not-ready"}
    registers, observers = CONDITIONS[1:]
    open_one = (
        f"You have not said whether {observers.text[0].lower()}{observers.text[1:]}. Answer that first."
    )
    asked = [registers.asks, open_one]
    assert [a.text for a in result.actions] == [
        *asked,
        "Look in the document on next steps for how arrangements are approved.",
    ]
    assert [a.source for a in result.actions[:2]] == [rule(PAPER, c.rule).citation for c in CONDITIONS[1:]]


def test_a_condition_rests_on_every_rule_that_asks_for_a_part_of_it() -> None:
    used = {r.rule.id for r in shown(decision_rights="shared").rules}
    assert {"cc-register-of-interests", "cc-register-signed-off", "cc-register-of-decisions"} <= used
    assert {id for condition in CONDITIONS for id in (condition.rule, *condition.further)} <= used


def test_one_condition_is_one() -> None:
    result = shown(decision_rights="shared", **READY | {"observers": "no"})
    assert result.headline.endswith(", with 1 condition still to meet")


@pytest.mark.parametrize("limit", [u for u in UNAVAILABLE if u.field], ids=lambda u: str(u.id))
def test_what_no_model_allows_bars_every_model_and_says_so(limit: Any) -> None:
    result = shown(decision_rights="influence", **{limit.field: "yes"})
    barred = [u for u in UNAVAILABLE if u.field == limit.field]
    assert result.outcome == "not-available"
    wish = " or ".join(f"{u.text[0].lower()}{u.text[1:]}" for u in barred)
    assert result.headline == f"No model gives this: {wish}"
    told = [("No model allows it", u.text, "Not available", u.paragraph, u.basis) for u in barred]
    assert [step for step in steps(result) if step[0] == "No model allows it"] == told
    assert dict(result.figures) == {}
    assert [(a.text, a.source.paragraph) for a in result.actions] == [(u.asks, u.paragraph) for u in barred]
    assert result.checks == ()


def based(record: Any, basis: str) -> Any:
    """The record with another basis."""
    other = copy(record)
    object.__setattr__(other, "basis", basis)
    return other


def test_a_step_has_the_basis_of_its_record(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = [replace(q, option=tuple(based(o, "implied") for o in q.option)) for q in QUESTIONS]
    monkeypatch.setattr(calculation, "UNAVAILABLE", tuple(based(limit, "inferred") for limit in UNAVAILABLE))
    monkeypatch.setattr(calculation, "QUESTIONS", tuple(asked))
    result = shown(decision_rights="shared", **{limit.field: "yes" for limit in UNAVAILABLE if limit.field})
    bases = {(s.step, s.basis) for s in result.working}
    assert ("No model allows it", "inferred") in bases
    assert (TEXT["decision_rights"], "implied") in bases
    assert "stated" not in {basis for _, basis in bases}


def test_two_wishes_that_no_model_gives_are_both_named() -> None:
    result = shown(decision_rights="own", tailored_variant="yes", involuntary_migration="yes")
    assert result.headline == (
        "No model gives these: a tailored variant of a model before 2016/17; "
        "a move to a local contract that a practice has not chosen"
    )


def test_the_distance_counts_what_is_short_barred_or_without_a_model() -> None:
    def distance(**case: str) -> int:
        return decide(ID, case).verdict.distance

    assert distance(decision_rights="influence") == 0
    assert distance(decision_rights="shared") == 3
    assert distance(decision_rights="shared", **READY) == 0
    assert distance(decision_rights="own") == 1
    assert distance(decision_rights="influence", tailored_variant="yes") == 2


def test_warnings_come_where_the_answers_call_for_them_and_once() -> None:
    def warned(**case: str) -> tuple[str, ...]:
        notes = shown(decision_rights="influence", **case).notes
        return tuple(note for note in notes if "goes further than" not in note)

    assert warned() == ()
    assert len(warned(incentive_scheme="jointly")) == 1
    assert warned(incentive_scheme="jointly", lmc_consulted="yes") == ()
    (local,) = warned(local_services="yes")
    assert "locally commissioned services" in local
    delegated = {"budget": "yes", "standing_rules": "yes"}
    assert "pays for any more itself" in warned(**delegated)[0]
    assert warned(**delegated, resources="yes") == ()
    assert warned(**delegated, resources="yes", local_services="yes") == ()


@pytest.mark.parametrize(
    ("case", "fits", "further"),
    [
        ({"decision_rights": "influence"}, "devolves no more than it needs", []),
        ({"decision_rights": "influence", "new_practices": "nhs-england"}, "devolves no more", []),
        ({"decision_rights": "shared"}, "devolves no more than it needs", []),
        ({"decision_rights": "influence", "new_practices": "together"}, "1 answer", ["decision_rights"]),
        (
            {"decision_rights": "own", "new_practices": "nhs-england", "incentive_scheme": "jointly"},
            "goes further than 2 answers of yours",
            ["incentive_scheme", "new_practices"],
        ),
        ({"decision_rights": "shared", "budget": "yes"}, "1 answer of yours", ["decision_rights"]),
        ({"decision_rights": "own", "budget": "no"}, "1 answer of yours", ["budget"]),
        ({"decision_rights": "shared", "local_services": "yes"}, "the paper does not say whether", []),
    ],
)
def test_where_the_model_goes_further_than_was_asked_it_says_how_far(
    case: dict[str, str], fits: str, further: list[str]
) -> None:
    result = shown(standing_rules="yes", **case)
    assert fits in result.headline
    told = [note for note in result.notes if "goes further than your answer" in note]
    assert [TEXT[name] in note for name, note in zip(further, told, strict=True)] == [True] * len(further)


def test_the_answers_given_stand_beside_the_models_each_leaves_open() -> None:
    yours, models = shown(decision_rights="shared", budget="no").tables
    assert [row[:2] for row in yours.rows] == [
        (TEXT["decision_rights"], "Decisions shared with NHS England"),
        (TEXT["budget"], "No"),
    ]
    assert yours.rows[0][2:] == ("Ruled out", "Stays open", "Stays open")
    assert models.columns == ("What", GREATER, f"{JOINT} (your model)", DELEGATED)
