"""Freed-up resources: how a saving is split, what the share may buy, who approves it and by when."""

from calculators.engine.calculator import Calculator, Figure, Next
from calculators.kinds.freed_up_resources.calculation import decide
from calculators.kinds.freed_up_resources.explanation import explain
from calculators.kinds.freed_up_resources.fields import FIELDS, GROUPS
from calculators.kinds.freed_up_resources.route import APPROVERS, DOCUMENTS
from calculators.kinds.freed_up_resources.split import AVAILABLE, NO_SAVINGS, NOT_ELIGIBLE

CALCULATOR = Calculator(
    id="freed-up-resources",
    title="Freed-up resources split",
    summary=(
        "Splits a saving between practices and primary care trust, says what the share may be used for, "
        "and takes a proposal to its approver with its documents and deadlines."
    ),
    question="We have made a saving: how much is ours, and what may we do with it?",
    documents=("county-durham-darlington", "hertfordshire", "health-reform-2006"),
    groups=GROUPS,
    fields=FIELDS,
    figures=(
        Figure("freed_up", "Freed-up resources", "money"),
        Figure("practice_share", "The practices’ share", "money"),
        Figure("pct_share", "The primary care trust’s share", "money"),
        Figure("approver", "Who approves the proposal", "text", labels=APPROVERS),
        Figure("documents", "Documents to send", "text", labels=DOCUMENTS),
        Figure("aim_by", "Answer aimed for by", "date"),
        Figure("decide_by", "Answer due by", "date"),
        Figure("commit_by", "Commit the money by", "date"),
    ),
    outcomes={
        AVAILABLE: "A share is available",
        NO_SAVINGS: "No savings to share",
        NOT_ELIGIBLE: "Not eligible this year",
    },
    decide=decide,
    explain=explain,
    next=(
        Next(calculator="gateway", question="In Hertfordshire: is the group ready for more control?"),
        Next(calculator="fair-share", question="In Hertfordshire: is the budget near its fair share?"),
    ),
    not_covered=(
        "It does not decide what counts as a saving. Agree that with the trust.",
        "It does not judge a proposal. It says who does, and what they ask for.",
    ),
)
