"""What a fair-share result says: its headline, what to do next, and the picture of the range."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from calculators.engine.answers import Answers
from calculators.engine.charts import Chart, range_chart
from calculators.engine.result import Action, Check, Explanation, Readings, settled
from calculators.engine.working import Working
from calculators.kinds.fair_share.bases import BASES
from calculators.kinds.fair_share.calculation import ABOVE, BELOW, WITHIN, Position, place_of
from calculators.kinds.fair_share.fields import PAPER, SHIFT
from calculators.kinds.fair_share.path import NEVER, path_table
from calculators.records.citations import CitedRule
from calculators.values import formats
from calculators.values.quantities import pounds


def explain(answers: Answers, found: Position, working: Working) -> Explanation:
    """Headline, condition, actions, both readings, the path over the years and the picture."""
    tolerance = working.rule(PAPER, "fair-share-tolerance")
    budget = answers.amount("indicative_budget")
    return Explanation(
        headline=_headline(answers, found, tolerance),
        checks=(
            Check(
                id="within-tolerance",
                label=_condition(found, tolerance),
                state=settled(found.outcome == WITHIN),
                have=formats.money(budget),
                need=" to ".join(_ends(found, budget)),
                source=found.basis.source,
            ),
        ),
        actions=_actions(found, working),
        readings=(_readings(answers, found, working),),
        notes=tuple(_notes(answers, found)),
        charts=(_chart(found, budget, answers.amount("fair_share_budget")),),
        tables=path_table(found.path),
    )


def _headline(answers: Answers, found: Position, tolerance: CitedRule) -> str:
    variance = found.range.variance.value
    if not variance:
        return "The indicative budget is exactly the fair share: no shift is needed"
    size = formats.percent_beside(abs(variance) * 100, 0, tolerance.rule.decimal, 100)
    side = "above" if variance > 0 else "below"
    where = f"the budget is {size} {side} its fair share"
    if found.basis is not BASES["fair-share"]:
        where = f"the budget is {side} its fair share by {size} of the budget itself"
    if found.outcome == WITHIN:
        return f"Within the range: {where}"
    return (
        f"{'Above' if found.outcome == ABOVE else 'Below'} the range: {where}, and {_shifted(answers, found)}"
    )


def _shifted(answers: Answers, found: Position) -> str:
    """What the shift does: the agreed one where it was given, else the largest that could be agreed."""
    if not found.shift:
        return (
            "a shift comes to less than a penny" if answers.amount(SHIFT) else "no shift moves it this year"
        )
    amount = formats.money(abs(found.shift))
    moved = f"takes {amount} off it" if found.shift < 0 else f"adds {amount} to it"
    return (
        f"the agreed shift {moved}"
        if SHIFT in answers.given
        else f"the largest shift, as none was given, {moved}"
    )


def _notes(answers: Answers, found: Position) -> Iterator[str]:
    """Why a budget never arrives."""
    if found.path.years == NEVER:
        why = (
            "a year’s shift comes to less than a penny"
            if answers.amount(SHIFT)
            else "nothing is moved each year"
        )
        yield f"The budget never reaches the range, because {why}."


def _condition(found: Position, tolerance: CitedRule) -> str:
    if found.basis is BASES["fair-share"]:
        return f"The budget is no more than {tolerance.text} from the fair share"
    return f"The budget is no further from the fair share than {tolerance.text} of the budget itself"


def _ends(found: Position, budget: Decimal) -> tuple[str, str]:
    """The two ends of the range, in words that leave a budget outside where rounding would put it on an end."""
    low, high = (formats.money(end.value) for end in (found.range.low, found.range.high))
    here = formats.money(budget)
    under = "just over " * (found.outcome == BELOW and here == low)
    over = "just under " * (found.outcome == ABOVE and here == high)
    return under + low, over + high


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
    bottom, top = _ends(found, budget)
    marks = {"Fair share": fair_share, "Budget now": budget}
    if found.shift:
        marks["After the shift"] = budget + found.shift
    place = {WITHIN: "inside", ABOVE: "above"}.get(found.outcome, "below")
    return range_chart(
        "The budget and the range around the fair share",
        f"The range runs from {bottom} to {top} around a fair share of "
        f"{formats.money(fair_share)}. The budget of {formats.money(budget)} lies {place} it.",
        {"Bottom": low, "Top": high},
        marks,
    )
