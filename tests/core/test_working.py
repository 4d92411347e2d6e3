"""A working: what is read through it, taken in it and compared in it."""

from decimal import Decimal
from fractions import Fraction

from calculators.engine.working import Compared, Reason, Taken, Working
from calculators.records.citations import rule
from calculators.values.quantities import percentage, plain, pounds

PAPER = "hertfordshire"
TOLERANCE = rule(PAPER, "fair-share-tolerance")


def test_each_rule_is_told_once_in_the_order_of_first_use() -> None:
    working = Working()
    for id in ("fair-share-shift-cap", "fair-share-tolerance", "fair-share-shift-cap"):
        assert working.rule(PAPER, id).rule.id == id
    assert [used.rule.id for used in working.rules] == ["fair-share-shift-cap", "fair-share-tolerance"]


def test_a_rule_is_reached_from_either_side_at_its_very_value() -> None:
    at = TOLERANCE.quantity
    below, above = (
        percentage(TOLERANCE.rule.decimal + grain) for grain in (Decimal("-0.01"), Decimal("0.01"))
    )
    working = Working()
    assert [working.at_most(q, TOLERANCE) for q in (below, at, above)] == [True, True, False]
    assert [working.at_least(q, TOLERANCE) for q in (below, at, above)] == [False, True, True]
    assert [working.more_than(q, TOLERANCE) for q in (below, at, above)] == [False, False, True]
    assert [working.less_than(q, TOLERANCE) for q in (below, at, above)] == [True, False, False]
    held = [Compared(PAPER, TOLERANCE.rule.id, q.value, at.value) for q in (below, at, above)]
    assert working.comparisons == (*held, *held, *held, *held)


def test_comparisons_and_steps_named_late_keep_their_place() -> None:
    named: list[str] = []

    def late() -> list[Taken | Reason]:
        named.append("named")
        return [Reason("Second", "because", "so", TOLERANCE.citation, "inferred")]

    working = Working()
    working.take("First", pounds(2) + pounds(3), "money", TOLERANCE.citation)
    working.then(late)
    working.take("Third", plain(1) / plain(4), "percent", TOLERANCE.citation, basis="implied")
    working.compared(lambda: [Compared(PAPER, "late", Fraction(1), Fraction(2))])
    assert named == []
    first, second, third = working.steps
    assert (first.step, first.calculation, first.value, first.kind, first.basis) == (
        *("First", "£2 + £3", "5.00", "money", "stated"),
    )
    assert (second.step, second.calculation, second.value, second.kind, second.basis) == (
        *("Second", "because", "so", "text", "inferred"),
    )
    assert (third.step, third.calculation, third.value, third.kind, third.basis) == (
        *("Third", "1 ÷ 4 × 100", "25.00", "percent", "implied"),
    )
    assert {step.source for step in (first, second, third)} == {TOLERANCE.citation}
    assert [one.record for one in working.comparisons] == ["late"]
