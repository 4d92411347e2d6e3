"""What the gateway holds against the numbers of its records: each count it is told, and the criteria that are met."""

from calculators.engine.run import decide
from calculators.kinds.gateway.counts import COUNTS
from calculators.kinds.gateway.criteria import CRITERIA
from calculators.records.citations import rule

PAPER = "hertfordshire"
TOTALS = {"practices": "10", "area_practices": "20", "membership": "30"}


def test_each_count_is_held_against_each_criterion_that_it_serves() -> None:
    case = {"applying_for": "3", **TOTALS} | dict.fromkeys(COUNTS, "9")
    compared = decide("gateway", case).working.comparisons
    served = [c.id for c in CRITERIA if c.count]
    enough = rule(PAPER, "gateway-minimum-criteria")
    named = [one.record for one in compared]
    assert sorted(named) == sorted([*served, *[enough.rule.id] * 6])
    assert {one.document for one in compared} == {PAPER}
    assert {one.left for one in compared if one.record in served} == {9}
    assert {one.right for one in compared if one.record == enough.rule.id} == {enough.quantity.value}


def test_a_count_without_its_total_is_held_against_nothing() -> None:
    case = {"applying_for": "2", "practices": "10", "forum_involved": "9"}
    assert COUNTS["forum_involved"].total == "area_practices"
    named = [one.record for one in decide("gateway", case).working.comparisons]
    assert set(named) == {rule(PAPER, "gateway-minimum-criteria").rule.id}
