"""What a gateway result shows: thresholds in whole practices, objectives in turn, and what the trust commits."""

import json
from math import ceil

import pytest

from calculators.engine.result import Result
from calculators.engine.run import decide, run
from calculators.kinds.gateway.calculation import Readiness
from calculators.kinds.gateway.commitment import commitment
from calculators.kinds.gateway.counts import COUNTS, TOTALS
from calculators.kinds.gateway.criteria import CRITERIA, OBJECTIVES, PAPER
from calculators.records.citations import rule
from tests.support.every import every

LEVEL = "2"
BY_ID = {c.id: c for c in CRITERIA}
ENOUGH = rule(PAPER, "gateway-minimum-criteria")
TOLD = {"practices": 7, "area_practices": 9, "membership": 7}
CASE = {
    "applying_for": LEVEL,
    "practices": "7",
    "area_practices": "9",
    "membership": "7",
    "population": "20000",
}
FIRST = OBJECTIVES[0]
AT_LEVEL = [c for c in CRITERIA if c.level == LEVEL and c.objective == FIRST.id]


def shown(**case: str) -> Result:
    return run("gateway", CASE | case)


def test_each_threshold_is_told_once_in_whole_practices() -> None:
    held = [c for c in CRITERIA if c.count and c.level <= LEVEL]
    steps = [s for s in shown().working if s.step.startswith(tuple(f"{c.percent}%" for c in held))]
    told = {(s.step, s.calculation, s.value, s.kind) for s in steps}
    wanted = set()
    for criterion in held:
        count = COUNTS[criterion.count]
        whole, share = TOLD[count.total], criterion.percent
        step = f"{criterion.threshold}% of the {TOTALS[count.total][1]}"
        needed = str(ceil(whole * share / 100))
        wanted.add((step, f"{whole} × {criterion.threshold}%, rounded up", needed, "count"))
    assert told == wanted
    assert len(steps) == len(told)


def test_a_total_that_is_not_given_has_no_threshold() -> None:
    result = run("gateway", {"applying_for": LEVEL, "practices": "7"})
    steps = [s.step for s in result.working]
    assert not any("in the area" in step for step in steps)
    assert any(step.endswith("% of the practices, each counted as one member") for step in steps)


@pytest.mark.parametrize("enough", [True, False])
def test_each_objective_is_a_step_with_what_is_met_and_what_is_needed(enough: bool) -> None:
    given = [c for c in AT_LEVEL if not c.count][: int(ENOUGH.rule.decimal) if enough else 1]
    result = shown(**{c.field: "yes" for c in given})
    (count,) = [s for s in result.working if s.step == "Criteria that count"]
    assert (count.calculation, count.value, count.basis, count.source) == (
        *("", f"those of level {LEVEL}", "inferred", ENOUGH.citation),
    )
    steps = {s.step: s for s in result.working}
    needed = f"{ENOUGH.rule.decimal} needed"
    first = steps[FIRST.name]
    assert first.value == (
        f"{len(given)} of {len(AT_LEVEL)} met, {needed}: {'enough' if enough else 'not enough'}"
    )
    assert (first.calculation, first.source) == ("", FIRST.source)
    assert [s.step for s in result.working if s.step in {o.name for o in OBJECTIVES}] == [
        o.name for o in OBJECTIVES
    ]


def test_the_figures_are_sums_over_the_objectives() -> None:
    result = shown(**{c.field: "yes" for c in AT_LEVEL if not c.count})
    steps = {s.step: s for s in result.working}
    for step, figure in (
        ("Objectives with enough criteria met", "objectives_ready"),
        (f"Level {LEVEL} criteria met", "criteria_met"),
        (f"Level {LEVEL} criteria in all", "criteria_total"),
        ("Criteria of all levels so far without a plan", "plans_missing"),
    ):
        assert steps[step].value == result.figures[figure]
        assert sum(map(int, steps[step].calculation.split(" + "))) == int(result.figures[figure])


def test_the_commitment_of_the_level_is_three_steps_and_a_table() -> None:
    result, held = shown(), commitment(LEVEL)
    sessions, hours, rate, people = (
        rule(PAPER, id).quantity.text
        for id in (held.gp_sessions_rule, held.staff_hours_rule, held.hourly_rate_rule, held.population_rule)
    )
    steps = result.working[-3:]
    assert [(s.step, s.calculation, s.source) for s in steps] == [
        ("GP sessions a week", f"{sessions} × 20,000 ÷ {people}", held.source),
        ("Hours of practice staff a week", f"{hours} × 20,000 ÷ {people}", held.source),
        ("Cost of those hours a week", f"{hours} × 20,000 ÷ {people} × {rate}", held.source),
    ]
    assert {s.basis for s in steps} == {"inferred"}, "that they grow with the population is nowhere said"
    told = next(t for t in result.tables if t.title == f"What the PCT commits at level {LEVEL}")
    assert (told.columns, told.kinds, told.note) == (("At this level",), ("text",), held.note)
    assert [row for (row,) in told.rows] == list(held.items)


@pytest.mark.parametrize("level", ["2", "3"])
def test_the_note_of_a_commitment_is_told(level: str) -> None:
    told = run("gateway", CASE | {"applying_for": level}).tables
    assert commitment(level).note in {table.note for table in told}


def test_a_condition_carries_what_its_criterion_says() -> None:
    for check in every(shown().checks):
        criterion = BY_ID[check.id]
        assert (check.objective, check.level) == (criterion.objective, criterion.level)
        assert criterion.text in check.label
        assert check.tells == (criterion.count or criterion.field, criterion.plan)
        assert json.loads(json.dumps(check.to_json()))["level"] == criterion.level


def test_a_column_that_is_empty_throughout_does_not_end_the_count() -> None:
    table = "practice,des_or_les_signed,eoe_progress\nMill,,yes\nElm,,yes\n"
    result = run("gateway", {"applying_for": LEVEL, "practices": "2", "practice_data": table})
    have = {c.id: c.have for c in result.checks}
    progress = COUNTS["eoe_progress"].served[0].id
    assert have[progress].startswith("2")


def test_the_distance_counts_the_criteria_that_are_lacking_and_the_plans_that_are_missing() -> None:
    yes = [{c.field: "yes" for c in CRITERIA if c.objective == o.id and not c.count} for o in OBJECTIVES]
    case = {"applying_for": "3", "practices": "7"}
    for answers in ({}, *yes, *(one | other for one in yes for other in yes)):
        verdict = decide("gateway", case | answers).verdict
        assert isinstance(verdict, Readiness)
        lacking = [standing.enough - len(standing.met) for standing in verdict.standings]
        plans = sum(len(standing.plans_missing) for standing in verdict.standings)
        assert verdict.distance == sum(gap for gap in lacking if gap > 0) + plans
