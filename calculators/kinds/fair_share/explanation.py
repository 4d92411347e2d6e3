"""What a fair-share result says: its headline, what to do next, and the picture of the range."""

from __future__ import annotations

from decimal import Decimal

from calculators.engine.answers import Answers
from calculators.engine.charts import Chart, range_chart
from calculators.engine.result import Action, Check, Explanation, Readings, settled
from calculators.engine.working import Working
from calculators.kinds.fair_share.bases import BASES
from calculators.kinds.fair_share.calculation import ABOVE, WITHIN, Position, place_of
from calculators.kinds.fair_share.fields import PAPER
from calculators.kinds.fair_share.path import NEVER, path_table
from calculators.values import formats
from calculators.values.quantities import pounds


def explain(answers: Answers, found: Position, working: Working) -> Explanation:
    """Headline, condition, actions, both readings, the path over the years and the picture."""
    tolerance = working.rule(PAPER, "fair-share-tolerance")
    budget = answers.amount("indicative_budget")
    ends = f"{formats.money(found.range.low.value)} to {formats.money(found.range.high.value)}"
    return Explanation(
        headline=_headline(found),
        checks=(
            Check(
                id="within-tolerance",
                label=f"The budget is no more than {tolerance.text} from the {found.basis.name}",
                state=settled(found.outcome == WITHIN),
                have=formats.money(budget),
                need=ends,
                source=found.basis.source,
            ),
        ),
        actions=_actions(found, working),
        readings=(_readings(answers, found, working),),
        notes=("The budget never reaches the range, because nothing is moved each year.",)
        if found.path.years == NEVER
        else (),
        charts=(_chart(found, budget, answers.amount("fair_share_budget")),),
        tables=path_table(found.path),
    )


def _headline(found: Position) -> str:
    variance = found.range.variance.value
    if not variance:
        return "The indicative budget is exactly the fair share: no shift is needed"
    size, side = formats.percent(abs(variance) * 100), "above" if variance > 0 else "below"
    where = f"the budget is {size} {side} its fair share"
    if found.basis is not BASES["fair-share"]:
        where = f"the budget is {side} its fair share by {size} of the budget itself"
    if found.outcome == WITHIN:
        return f"Within the range: {where}"
    amount = formats.money(abs(found.shift))
    moved = f"takes {amount} off it" if found.shift < 0 else f"adds {amount} to it"
    then = f"the agreed shift {moved}" if found.shift else "no shift moves it this year"
    return f"{'Above' if found.outcome == ABOVE else 'Below'} the range: {where}, and {then}"


def _actions(found: Position, working: Working) -> tuple[Action, ...]:
    """The review first, then the shift and the policy it has to keep to (2.2.4 (3), appendix 1)."""
    if found.outcome == WITHIN:
        redesign = Action.of(working.rule(PAPER, "redesign-support-continues"))
        return (Action(f"No review or shift is called for. {redesign.text}", redesign.source),)
    rules = ("fair-share-review-trigger", "fair-share-shift-cap", "fair-share-policy-approval")
    return tuple(Action.of(working.rule(PAPER, rule)) for rule in rules)


def _readings(answers: Answers, found: Position, working: Working) -> Readings:
    """The outcome on either basis."""
    tolerance = working.rule(PAPER, "fair-share-tolerance")
    budget, fair_share = (pounds(answers.amount(name)) for name in ("indicative_budget", "fair_share_budget"))
    ranges = {basis.id: basis.range(budget, fair_share, tolerance.quantity) for basis in BASES.values()}
    outcomes = {id: place_of(around, tolerance, working) for id, around in ranges.items()}
    return Readings("amb-fair-variance-base", outcomes, used=found.basis.id)


def _chart(found: Position, budget: Decimal, fair_share: Decimal) -> Chart:
    low, high = (formats.hundredths(end.value) for end in (found.range.low, found.range.high))
    marks = {"Fair share": fair_share, "Budget now": budget}
    if found.shift:
        marks["After the shift"] = budget + found.shift
    place = {WITHIN: "inside", ABOVE: "above"}.get(found.outcome, "below")
    return range_chart(
        "The budget and the range around the fair share",
        f"The range runs from {formats.money(low)} to {formats.money(high)} around a fair share of "
        f"{formats.money(fair_share)}. The budget of {formats.money(budget)} lies {place} it.",
        {"Bottom": low, "Top": high},
        marks,
    )
