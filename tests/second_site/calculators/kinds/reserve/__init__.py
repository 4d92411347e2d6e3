"""Reserve: does a group keep enough of its budget back? Westmere 2.1."""

from __future__ import annotations

from decimal import Decimal

from calculators.engine.answers import Answers
from calculators.engine.calculator import Calculator, Figure
from calculators.engine.fields import Field
from calculators.engine.result import Check, Explanation, Verdict, settled
from calculators.engine.working import Working
from calculators.records.citations import rule
from calculators.values import formats
from calculators.values.quantities import pounds

PAPER = "westmere"
RATE = rule(PAPER, "reserve-rate")
ENOUGH, SHORT = "enough", "short"


def decide(answers: Answers, working: Working) -> Verdict:
    """The reserve's share of the budget, held against the rate."""
    kept, budget = pounds(answers.amount("kept")), pounds(answers.amount("budget"))
    rate = working.rule(PAPER, "reserve-rate")
    share = working.take("Reserve, as a share of the budget", kept / budget, "percent", rate.citation)
    needed = working.take("Reserve that is needed", budget * rate.quantity, "money", rate.citation)
    outcome = ENOUGH if working.at_least(share, rate) else SHORT
    return Verdict(outcome=outcome, figures={"share_percent": share, "needed": needed})


def explain(answers: Answers, verdict: Verdict, working: Working) -> Explanation:
    """The one condition, and what is kept against it."""
    enough = verdict.outcome == ENOUGH
    return Explanation(
        headline="The reserve is large enough" if enough else "The reserve is too small",
        checks=(
            Check(
                id="reserve",
                label=f"The reserve is {RATE.text} of the budget or more",
                state=settled(enough),
                have=formats.money(answers.amount("kept")),
                need=RATE.text,
                source=RATE.citation,
            ),
        ),
    )


CALCULATOR = Calculator(
    id="reserve",
    title="Reserve",
    summary="Compares a group’s reserve with the share of its budget that the guide asks for.",
    question="Is our reserve large enough?",
    documents=(PAPER,),
    fields=(
        Field(
            name="budget",
            label="Budget",
            noun="the budget",
            kind="money",
            required=True,
            above=Decimal(0),
            source=RATE.citation,
        ),
        Field(
            name="kept",
            label="Reserve",
            noun="the reserve",
            kind="money",
            required=True,
            minimum=Decimal(0),
            source=RATE.citation,
        ),
    ),
    figures=(
        Figure("share_percent", "Share of the budget", "percent"),
        Figure("needed", "Reserve needed", "money"),
    ),
    outcomes={ENOUGH: "Enough", SHORT: "Not enough"},
    decide=decide,
    explain=explain,
)
