"""Hertfordshire 2.2.4 (3) and appendix 1: the range around a fair share and the pace of change towards it."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from calculators.engine import formats
from calculators.engine.calculator import Answers
from calculators.engine.citation import Citation, rule
from calculators.engine.expressions import percentage, plain, pounds, smaller
from calculators.engine.papers import load_paper
from calculators.engine.result import Action, Chart, Check, Mark, Reading, Result
from calculators.engine.working import Working
from calculators.fair_share.path import NEVER, Path, path_table

PAPER = "hertfordshire"
HISTORIC = "Appendix 1, fair share, para 3"
BASES = ("fair-share", "indicative-budget")
AMBIGUITIES = (
    "amb-fair-one-percent-base",
    "amb-fair-duration",
    "amb-fair-year",
    "amb-fair-from-range",
    "amb-fair-prescribing",
)


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
    tolerance, cap = tolerance_rule.rule.decimal, cap_rule.rule.decimal
    on_fair = basis == "fair-share"
    source = tolerance_rule.citation if on_fair else Citation(PAPER, HISTORIC)

    i, f, t, one = pounds(budget), pounds(fair), percentage(tolerance), plain(1)
    against, name = (f, "fair share") if on_fair else (i, "indicative budget")
    bottom, top = (f * (one - t), f * (one + t)) if on_fair else (f / (one + t), f / (one - t))
    difference = working.take("Budget less fair share", i - f, "money", tolerance_rule.citation)
    variance = working.take(
        f"Variance, as a share of the {name}", (i - f) / against, "percent", source, percent=True
    )
    low = working.take("Bottom of the range", bottom, "money", source)
    high = working.take("Top of the range", top, "money", source)
    maximum = working.take(
        "Largest shift allowed in the year", i * percentage(cap), "money", cap_rule.citation
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
        headline=_headline(outcome, variance, on_fair, shift),
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
        actions=_actions(outcome, agreed, shift),
        readings=tuple(Reading(b, _reading_text(b), readings[b]) for b in BASES),
        notes=_notes(readings, path),
        rules=working.rules,
        charts=(_chart(budget, fair, low, high, budget + shift, outcome),),
        tables=path_table(path),
    )


def _headline(outcome: str, variance: Fraction, on_fair: bool, shift: Decimal) -> str:
    if not variance:
        return "The indicative budget is exactly the fair share: no shift is needed"
    size, side = formats.percent(abs(variance)), "above" if variance > 0 else "below"
    where = f"the budget is {size} {side} its fair share"
    if not on_fair:
        where = f"the budget is {side} its fair share by {size} of the budget itself"
    if outcome == "within-range":
        return f"Within the range: {where}"
    amount = formats.money(abs(shift))
    moved = f"takes {amount} off it" if shift < 0 else f"adds {amount} to it"
    then = f"the agreed shift {moved}" if shift else "no shift moves it this year"
    return f"{'Above' if outcome == 'above-range' else 'Below'} the range: {where}, and {then}"


def _actions(outcome: str, agreed: Decimal, shift: Decimal) -> tuple[Action, ...]:
    review, cap = rule(PAPER, "fair-share-review-trigger"), rule(PAPER, "fair-share-shift-cap")
    policy = rule(PAPER, "fair-share-policy-approval")
    if outcome == "within-range":
        support = Citation(PAPER, "Appendix 1, fair share (3)")
        return (
            Action(
                "No review or shift is called for. Look for services to redesign and resources to free up.",
                support,
            ),
        )
    steps = [
        Action(
            "Hold a utilisation review with the primary care trust. Set how common each disease is "
            "beside the use of hospital services, and talk through why the budget differs.",
            review.citation,
        ),
    ]
    if agreed and shift:
        steps.append(
            Action(
                f"Agree the size of the shift from the review's findings, up to {cap.text} of the budget.",
                cap.citation,
            )
        )
    else:
        steps.append(Action("Record why no shift was agreed this year.", cap.citation))
    steps.append(
        Action(
            "Check the shift against the policy that the PBC governance committee sets. The local medical "
            "committee (LMC) and the professional executive committee (PEC) agree it.",
            policy.citation,
        )
    )
    return tuple(steps)


def _reading_text(basis: str) -> str:
    if basis == "fair-share":
        return f"Measured against the fair share ({rule(PAPER, 'fair-share-tolerance').rule.paragraph})"
    return f"Measured against the indicative budget ({HISTORIC})"


def _notes(readings: dict[str, str], path: Path) -> tuple[str, ...]:
    notes = []
    if len(set(readings.values())) > 1:
        notes.append(
            "The two ways to measure the variance give different outcomes here. Say which one you used."
        )
    if path.years == NEVER:
        notes.append("The budget never reaches the range, because nothing is moved each year.")
    paper = load_paper(PAPER)
    return (*notes, *(f"{a.title}. {a.issue}" for a in map(paper.ambiguity, AMBIGUITIES)))


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
