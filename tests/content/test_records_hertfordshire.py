"""The Hertfordshire records, against a second reading of the paper: counts of criteria, and every figure in use."""

import re
from collections import Counter
from pathlib import Path

import pytest

from calculators.records.papers import load_paper
from calculators.records.schemas import Criterion
from tests.content.records import numbers, values

PAPER = "hertfordshire"
CRITERIA = tuple(load_paper(PAPER).criteria.values())
# Criteria of each objective at the first, second and third level.
PER_OBJECTIVE = {
    "o1": (3, 3, 3),
    "o2": (2, 3, 4),
    "o3": (4, 4, 5),
    "o4": (1, 3, 4),
    "o5": (1, 3, 5),
    "o6": (3, 3, 2),
}
PERCENTAGES = {"practice_percentage", "member_percentage"}
# Read from the paper a second time, cell by cell: threshold, and score where there is one.
THRESHOLDS = {
    "o1-l1-a": 75, "o1-l2-c": 60, "o1-l3-a": 90, "o2-l1-a": (75, 850), "o2-l1-b": 80, "o2-l2-a": (80, 900),
    "o2-l2-b": 85, "o2-l3-a": (90, 900), "o2-l3-b": 90, "o3-l1-a": 100, "o3-l1-b": 100, "o3-l1-c": 70,
    "o3-l2-a": 80, "o3-l2-b": 100, "o3-l3-a": 90, "o3-l3-b": 80, "o4-l2-a": 80, "o4-l2-b": 50, "o4-l3-c": 75,
    "o6-l1-c": 25, "o6-l2-b": 75,
}  # fmt: skip
# Read from the paper a second time, and held here a second time on purpose: a rule changed by a slip is caught.
FIGURES = {
    "fair-share-tolerance": "10", "fair-share-review-trigger": "10", "fair-share-shift-cap": "1",
    "fair-share-tool-accuracy": "10", "gateway-minimum-criteria": "2", "gateway-remaining-plans": "6",
    "number-of-levels": "3", "commitment-population-base": "100000", "commitment-l2-gp-sessions": "3",
    "commitment-l2-staff-hours": "10", "commitment-l3-gp-sessions": "6", "commitment-l3-staff-hours": "20",
    "commitment-staff-hour-rate": "30", "fur-minimum-share": "70", "fur-pct-remainder": "30",
    "fur-locality-share-deficit": "70", "fur-special-circumstances": "70", "fur-approval-target": "4",
    "fur-approval-limit": "8", "approval-clock-target": "4", "approval-clock-limit": "8",
    "risk-pool-rate-herts": "5", "risk-pool-rate-national": ("3", "5"), "quarterly-budget-review": "4",
    "eighteen-week-priority": "18", "indicator-procedures": "5", "indicator-acs-conditions": "19",
    "indicator-outpatient-specialties": "6", "governance-committee-deadline": "2007-03-31",
    "les-consultation-date": "2007-02", "framework-review-pbc-leads": "2007-10", "levels-review": "6",
}  # fmt: skip


def test_there_are_fifty_six_criteria_in_three_levels() -> None:
    assert Counter(c.level for c in CRITERIA) == {"1": 14, "2": 19, "3": 23}


def test_each_objective_has_its_criteria_at_each_level() -> None:
    found = Counter((c.objective, c.level) for c in CRITERIA)
    objectives = load_paper(PAPER).objectives
    assert {id: tuple(found[id, level] for level in "123") for id in objectives} == PER_OBJECTIVE


@pytest.mark.parametrize("criterion", CRITERIA, ids=lambda c: c.id)
def test_a_criterion_stands_in_the_cell_its_id_names(criterion: Criterion) -> None:
    objective, level, letter = criterion.id.split("-")
    assert (criterion.objective, criterion.level, len(letter)) == (objective, level[1:], 1)
    assert criterion.paragraph == f"Levels table, objective {objective[1:]}, level {level[1:]}"
    assert criterion.evidence


@pytest.mark.parametrize("criterion", CRITERIA, ids=lambda c: c.id)
def test_a_percentage_says_what_is_counted_and_of_what(criterion: Criterion) -> None:
    if criterion.kind in PERCENTAGES:
        assert (criterion.unit, criterion.op) == ("percent", ">=")
        assert criterion.count
    else:
        assert (criterion.count, criterion.denominator, criterion.score) == ("", "", "")
    assert numbers(criterion.text.replace(criterion.score or " ", " ")) <= {"3"}, "A level may be named."


def test_thresholds_and_scores_are_those_of_the_table() -> None:
    def of(c: Criterion) -> int | tuple[int, int]:
        return (int(c.threshold), int(c.score)) if c.score else int(c.threshold)

    assert {c.id: of(c) for c in CRITERIA if c.kind in PERCENTAGES} == THRESHOLDS


def test_only_two_criteria_count_on_something_else_than_the_practices_of_the_group() -> None:
    others = {c.id: c.denominator for c in CRITERIA if c.denominator not in ("", "practices")}
    assert others == {"o1-l2-c": "area_practices", "o6-l1-c": "membership"}


@pytest.mark.parametrize(("rule_id", "value"), FIGURES.items(), ids=FIGURES)
def test_every_figure_in_use_is_a_rule_with_the_papers_value(
    rule_id: str, value: str | tuple[str, ...]
) -> None:
    assert load_paper(PAPER).rule(rule_id).value == value


def test_the_steps_say_the_papers_deadlines_and_shares_as_the_rules_hold_them() -> None:
    steps = {(p.id, s.n): s for p in load_paper(PAPER).processes.values() for s in p.step}
    assert steps["commissioning-step-1", "1C"].deadline == "aim 4 weeks, and no later than 8 weeks"
    assert steps["savings-and-overspend", "4"].deadline == "4 weeks where possible, 8 weeks at the latest"
    assert steps["gateway-progression", "6"].deadline == "within 6 months"
    assert steps["incentive-scheme-development", "1"].deadline == "ready in February 2007"
    assert steps["fair-share-pace-of-change", "5"].decision == (
        "the shift: from nothing to 1% of the budget that is there to commission care with"
    )
    assert steps["risk-pool-process", "3"].action == "Pay 5% of the indicative budget into the pool"


def test_a_criterion_says_the_score_that_it_holds() -> None:
    scored = {c.id: c.text for c in CRITERIA if c.score}
    assert scored == {
        "o2-l1-a": "Practices whose latest QOF score is 850 or more",
        "o2-l2-a": "Practices whose latest QOF score is 900 or more",
        "o2-l3-a": "Practices whose latest QOF score is 900 or more",
    }


def test_no_page_shows_a_place_that_was_not_filled(site: Path) -> None:
    pages = sorted((site / "frameworks" / PAPER).rglob("*.html"))
    assert len(pages) > 10
    shown = {p.parent.name: re.findall(r"\{[a-z][\w-]*(?: \w+)?\}", p.read_text("utf-8")) for p in pages}
    assert {name: found for name, found in shown.items() if found} == {}


def test_the_commitment_of_each_level_takes_its_figures_from_rules_of_the_same_cell() -> None:
    paper = load_paper(PAPER)
    assert list(paper.commitments) == ["1", "2", "3"]
    for held in (held for held in paper.all_records if held.kind == "commitment"):
        commitment = paper.commitments[held.id]
        named = [id for records, id in held.named if records == "rules"]
        assert len(named) == (0 if commitment.level == "1" else 4)
        for rule in map(paper.rule, named):
            assert commitment.paragraph in (rule.paragraph, *rule.also)
            assert values(rule.value)
        assert [item for item in commitment.items if numbers(item)] == []
