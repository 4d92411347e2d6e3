"""Hertfordshire 2.2.4 (3) and appendix 1: the range around a fair share and the pace of change towards it."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from calculators.engine.calculator import Answers
from calculators.engine.result import Chart, Check, Mark, ReadingOutcome, Result
from calculators.engine.working import Working
from calculators.kinds.fair_share import words
from calculators.kinds.fair_share.fields import HISTORIC, PAPER
from calculators.kinds.fair_share.path import Path, path_table
from calculators.values import formats
from calculators.values.quantities import percentage, plain, pounds, smaller

BASES = ("fair-share", "indicative-budget")


def outcome_on(basis: str, budget: Decimal, fair: Decimal, tolerance: Decimal) -> str:
    """Where the budget lies, comparing whole amounts: a variance of exactly the tolerance is within range."""
    against = fair if basis == "fair-share" else budget
    if abs(budget - fair) * 100 <= tolerance * against:
        return "within-range"
    return "above-range" if budget > fair else "below-range"


def calculate(answers: Answers, working: Working) -> Result:
    """Variance, range, the year's shift and the years to the range. Money in pounds, percentages as typed."""
    budget, fair = answers.amount("indicative_budget"), answers.amount("fair_share_budget")
    agreed, basis = answers.amount("agreed_shift_percent"), answers.choice("variance_basis")
    tolerance_rule = working.rule(PAPER, "fair-share-tolerance")
    cap_rule = working.rule(PAPER, "fair-share-shift-cap")
    tolerance = tolerance_rule.rule.decimal
    on_fair = basis == "fair-share"
    source = tolerance_rule.citation if on_fair else HISTORIC

    i, f, t, one = pounds(budget), pounds(fair), tolerance_rule.quantity, plain(1)
    against, name = (f, "fair share") if on_fair else (i, "indicative budget")
    bottom, top = (f * (one - t), f * (one + t)) if on_fair else (f / (one + t), f / (one - t))
    difference = working.take("Budget less fair share", i - f, "money", tolerance_rule.citation)
    variance = working.take(
        f"Variance, as a share of the {name}", (i - f) / against, "percent", source, percent=True
    )
    low = working.take("Bottom of the range", bottom, "money", source)
    high = working.take("Top of the range", top, "money", source)
    maximum = working.take(
        "Largest shift allowed in the year", i * cap_rule.quantity, "money", cap_rule.citation
    )

    outcome = outcome_on(basis, budget, fair, tolerance)
    gap, shift, end = Fraction(0), Decimal(0), None
    if outcome != "within-range":
        working.rule(PAPER, "fair-share-review-trigger")
        sign, end, distance = (-1, high, i - top) if outcome == "above-range" else (1, low, bottom - i)
        gap = working.take("Gap to the nearest end of the range", distance, "money", cap_rule.citation)
        moved = smaller(i * percentage(agreed), distance)
        taken = working.take("Shift this year, no further than the range", moved, "money", cap_rule.citation)
        shift = formats.hundredths(taken) * sign
        after = i + pounds(shift) if sign > 0 else i - pounds(-shift)
        working.take("Budget after the shift", after, "money", cap_rule.citation)
    path = Path.follow(budget, end, agreed)
    figures = {
        "difference": formats.figure(difference, "money"),
        "variance_percent": formats.figure(variance, "percent"),
        "range_low": formats.figure(low, "money"),
        "range_high": formats.figure(high, "money"),
        "gap_to_range": formats.figure(gap, "money"),
        "maximum_shift": formats.figure(maximum, "money"),
        "shift": formats.figure(shift, "money"),
        "adjusted_budget": formats.figure(budget + shift, "money"),
        "years_to_range": path.years,
    }
    if working.brief:
        return Result(calculator="fair-share", outcome=outcome, figures=figures)
    readings = {b: outcome_on(b, budget, fair, tolerance) for b in BASES}
    return Result(
        calculator="fair-share",
        outcome=outcome,
        headline=words.headline(outcome, variance, on_fair, shift),
        figures=figures,
        checks=(
            Check(
                id="within-tolerance",
                label=f"The budget is no more than {tolerance_rule.text} from the {name}",
                met=outcome == "within-range",
                have=formats.money(budget),
                need=f"{formats.money(low)} to {formats.money(high)}",
                source=source,
            ),
        ),
        working=working.steps,
        actions=words.actions(outcome, agreed, shift),
        readings=tuple(ReadingOutcome(b, words.reading_text(b), readings[b]) for b in BASES),
        notes=words.notes(readings, path),
        rules=working.rules,
        charts=(_chart(budget, fair, low, high, budget + shift, outcome),),
        tables=path_table(path),
    )


def _chart(
    budget: Decimal, fair: Decimal, low: Fraction, high: Fraction, after: Decimal, outcome: str
) -> Chart:
    ends = [
        Mark(label, formats.hundredths(v), formats.money(v)) for label, v in (("Bottom", low), ("Top", high))
    ]
    marks = [Mark("Fair share", fair, formats.money(fair)), Mark("Budget now", budget, formats.money(budget))]
    if after != budget:
        marks.append(Mark("After the shift", after, formats.money(after)))
    place = {"within-range": "inside", "above-range": "above", "below-range": "below"}[outcome]
    return Chart(
        kind="range",
        title="The budget and the range around the fair share",
        description=(
            f"The range runs from {ends[0].text} to {ends[1].text} around a fair share of {marks[0].text}. "
            f"The budget of {marks[1].text} lies {place} it."
        ),
        marks=tuple(marks),
        band=(ends[0], ends[1]),
    )
