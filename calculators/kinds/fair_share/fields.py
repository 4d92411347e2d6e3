"""The questions of the fair-share calculator."""

from decimal import Decimal

from calculators.engine.fields import Choice, Field, Group
from calculators.records.citations import Citation, rule
from calculators.records.papers import load_paper

PAPER, SHIFT = "hertfordshire", "agreed_shift_percent"
TOLERANCE = rule(PAPER, "fair-share-tolerance")
CAP = rule(PAPER, "fair-share-shift-cap")
REVIEW = rule(PAPER, "fair-share-review-trigger")
HISTORIC = Citation(PAPER, "Appendix 1, fair share, para 3")
NET = load_paper(PAPER).ambiguity("amb-fair-one-percent-base").text_of("net-of-block-back")
ONE_YEAR = load_paper(PAPER).ambiguity("amb-fair-year").text_of("single-year")

# The paper gives a largest shift and no smallest. Below this, a budget takes longer than anyone counts.
LEAST_SHIFT = Decimal("0.01")

GROUPS = (
    Group("budgets", "The practice’s budgets"),
    Group("policy", "What has been agreed locally"),
)

FIELDS = (
    Field(
        name="indicative_budget",
        label="Indicative budget for the year",
        noun="the indicative budget",
        hint=f"In pounds. {NET} Leave out prescribing if the fair share leaves it out. {ONE_YEAR}",
        kind="money",
        required=True,
        above=Decimal(0),
        source=CAP.citation,
        group="budgets",
    ),
    Field(
        name="fair_share_budget",
        label="Fair-share budget",
        noun="the fair-share budget",
        hint="In pounds, as the Department of Health tool gives it for the practice.",
        kind="money",
        required=True,
        above=Decimal(0),
        source=TOLERANCE.citation,
        group="budgets",
    ),
    Field(
        name=SHIFT,
        label="Agreed shift for the year",
        noun="the agreed shift",
        hint=f"How much of the indicative budget moves: nothing to {CAP.text}.",
        kind="percent",
        default=str(CAP.rule.decimal),
        minimum=Decimal(0),
        maximum=CAP.rule.decimal,
        source=CAP.citation,
        group="policy",
    ),
    Field(
        name="variance_basis",
        label="What the variance is measured against",
        noun="what the variance is measured against",
        hint="The paper says it in two ways. The result shows both.",
        kind="choice",
        default="fair-share",
        choices=(
            Choice("fair-share", "The fair share", f"Main text, {TOLERANCE.rule.paragraph}"),
            Choice(
                "indicative-budget",
                "The indicative budget",
                f"{HISTORIC.paragraph}, which says past spending; we take the budget for it",
            ),
        ),
        source=TOLERANCE.citation,
        group="policy",
    ),
)
