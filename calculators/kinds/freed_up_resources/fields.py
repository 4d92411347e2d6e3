"""The questions of the freed-up resources calculator."""

from decimal import Decimal

from calculators.engine.fields import Choice, Field, Group, ShowIf
from calculators.records.citations import Citation, rule
from calculators.records.papers import short_name
from calculators.values.tables import Column

DURHAM, HERTS, REFORM = "county-durham-darlington", "hertfordshire", "health-reform-2006"
SHARE = rule(HERTS, "fur-minimum-share")
WHOLE = Decimal(100)
NOTHING = Decimal(0)

GROUPS = (
    Group("paper", "The paper you work under"),
    Group("saving", "What was saved"),
    Group("proposal", "The proposal to use it", "Leave these empty if there is no proposal yet."),
    Group("circumstances", "The primary care trust’s position"),
)

FIELDS = (
    Field(
        name="document",
        label="Which paper applies?",
        noun="the paper that applies",
        kind="choice",
        required=True,
        choices=tuple(Choice(id, short_name(id)) for id in (DURHAM, HERTS, REFORM)),
        group="paper",
    ),
    Field(
        name="financial_year",
        label="Financial year in which the money is released",
        noun="the financial year",
        hint=(
            "For example 2010-11. It settles whether practices are eligible, and the end of the year by which "
            "the money must be committed."
        ),
        kind="financial year",
        source=rule(DURHAM, "fur-commit-within").citation,
        group="paper",
        show_if=ShowIf("document", (DURHAM,)),
    ),
    Field(
        name="freed_up",
        label="Freed-up resources",
        noun="the freed-up resources",
        hint="In pounds: what was saved against the indicative budget.",
        kind="money",
        minimum=NOTHING,
        source=SHARE.citation,
        group="saving",
    ),
    Field(
        name="practices",
        label="Or each practice’s budget and spending",
        noun="the table of practices",
        hint=(
            "Hertfordshire proposes that a locality counts as one practice. Paste a row for each and leave "
            "the box above empty."
        ),
        kind="table",
        columns=(
            Column("practice", "Practice", "text", required=True, unique=True),
            Column("budget", "Budget", "money", required=True, minimum=NOTHING),
            Column("spend", "Spend", "money", required=True, minimum=NOTHING),
        ),
        source=rule(HERTS, "locality-treated-as-practice").citation,
        group="saving",
        show_if=ShowIf("document", (HERTS,)),
    ),
    Field(
        name="practice_share_percent",
        label="Share that the practices may use",
        noun="the practices’ share",
        hint=f"From {SHARE.text} to the whole, as agreed.",
        kind="percent",
        default=str(SHARE.rule.decimal),
        minimum=SHARE.rule.decimal,
        maximum=WHOLE,
        source=SHARE.citation,
        group="saving",
    ),
    Field(
        name="proposal_value",
        label="Value of the proposal",
        noun="the value of the proposal",
        hint="In pounds.",
        kind="money",
        minimum=NOTHING,
        source=rule(DURHAM, "fur-ogim-ceiling").citation,
        group="proposal",
    ),
    Field(
        name="submitted_on",
        label="Day the proposal goes in",
        noun="the day the proposal goes in",
        hint="For example 1 October 2010.",
        kind="date",
        source=rule(HERTS, "fur-approval-limit").citation,
        group="proposal",
    ),
    Field(
        name="pct_restoring_balance",
        label="Is the primary care trust working to restore financial balance?",
        noun="whether the trust is restoring balance",
        kind="yes/no",
        default="no",
        source=rule(HERTS, "fur-no-withholding").citation,
        group="circumstances",
    ),
    Field(
        name="special_circumstances",
        label="Is the area in special circumstances?",
        noun="whether the area is in special circumstances",
        hint="The paper speaks of areas in special circumstances, and does not define them.",
        kind="yes/no",
        default="no",
        source=Citation(HERTS, rule(HERTS, "fur-special-circumstances").rule.paragraph),
        group="circumstances",
        show_if=ShowIf("document", (HERTS,)),
    ),
)
