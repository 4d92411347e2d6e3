"""What a fair-share result says: its headline, what to do next, and what to bear in mind."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from calculators.engine.result import Action
from calculators.kinds.fair_share.fields import CAP, HISTORIC, PAPER, REVIEW, TOLERANCE
from calculators.kinds.fair_share.path import NEVER, Path
from calculators.records.citations import Citation, rule
from calculators.records.papers import load_paper
from calculators.values import formats

AMBIGUITIES = (
    "amb-fair-one-percent-base",
    "amb-fair-duration",
    "amb-fair-year",
    "amb-fair-from-range",
    "amb-fair-edge-or-point",
    "amb-fair-prescribing",
)


def headline(outcome: str, variance: Fraction, on_fair: bool, shift: Decimal) -> str:
    """The answer in one line. `variance` is a share of the basis, `shift` in pounds, negative where it takes away."""
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


def actions(outcome: str, agreed: Decimal, shift: Decimal) -> tuple[Action, ...]:
    """The review, the shift and its policy, each with the paragraph that asks for it (2.2.4 (3), appendix 1)."""
    policy = rule(PAPER, "fair-share-policy-approval")
    if outcome == "within-range":
        support = Citation(PAPER, "Appendix 1, fair share (3)")
        return (
            Action(
                "No review or shift is called for. Look for services to redesign and resources to free up.",
                support,
            ),
        )
    if agreed and shift:
        size = f"Agree the size of the shift from the review’s findings, up to {CAP.text} of the budget."
    else:
        size = f"Decide whether to agree a shift this year. It may be up to {CAP.text} of the budget."
    return (
        Action(
            "Hold a utilisation review with the primary care trust. Set how common each disease is "
            "beside the use of hospital services, and talk through why the budget differs.",
            REVIEW.citation,
        ),
        Action(size, CAP.citation),
        Action(
            "Check the shift against the policy that the PBC governance committee sets. The local medical "
            "committee (LMC) and the professional executive committee (PEC) agree it.",
            policy.citation,
        ),
    )


def reading_text(basis: str) -> str:
    """What the variance was measured against, and where the paper says so."""
    if basis == "fair-share":
        return f"Measured against the fair share ({TOLERANCE.rule.paragraph})"
    return f"Measured against the indicative budget ({HISTORIC.paragraph})"


def notes(readings: dict[str, str], path: Path) -> tuple[str, ...]:
    """What to bear in mind: readings that disagree, a path without an end, and the passages that are unclear."""
    told = []
    if len(set(readings.values())) > 1:
        told.append(
            "The two ways to measure the variance give different outcomes here. Say which one you used."
        )
    if path.years == NEVER:
        told.append("The budget never reaches the range, because nothing is moved each year.")
    paper = load_paper(PAPER)
    return (*told, *(f"{a.title}. {a.issue}" for a in map(paper.ambiguity, AMBIGUITIES)))
