"""Gateway: is a practice based commissioning group ready to move up a level, and what is missing?"""

from calculators.engine.calculator import Calculator, Figure, Next
from calculators.kinds.gateway.calculation import decide
from calculators.kinds.gateway.explanation import explain
from calculators.kinds.gateway.fields import CLUSTERS, FIELDS, GROUPS
from calculators.kinds.gateway.remedies import remedy
from calculators.kinds.gateway.so_far import so_far
from calculators.kinds.gateway.standing import NOT_YET, PASS

CALCULATOR = Calculator(
    id="gateway",
    title="Gateway checker",
    summary=(
        "Holds a group’s figures against the criteria of the next level, objective by objective, "
        "and lists what is short, which plans are missing and what the PCT commits at that level."
    ),
    question="Is our group ready for the next level, and what is missing?",
    documents=("hertfordshire",),
    groups=GROUPS,
    clusters=CLUSTERS,
    fields=FIELDS,
    figures=(
        Figure("objectives_ready", "Objectives with enough criteria met", "count"),
        Figure("criteria_met", "Criteria met at the level applied for", "count"),
        Figure("criteria_total", "Criteria at the level applied for", "count"),
        Figure("plans_missing", "Criteria not met and without a plan", "count", hint="Lower levels included"),
        Figure("gp_sessions_per_week", "GP sessions from the PCT", "decimal", "a week"),
        Figure("staff_hours_per_week", "Practice staff time from the PCT", "decimal", "hours a week"),
        Figure("staff_cost_per_week", "Cost of that staff time", "money", "a week"),
    ),
    outcomes={PASS: "Ready", NOT_YET: "Not yet"},
    decide=decide,
    explain=explain,
    remedy=remedy,
    so_far=so_far,
    next=(
        Next(
            calculator="freed-up-resources",
            question="Has the group made a saving?",
            given={"document": "hertfordshire"},
        ),
    ),
    not_covered=(
        "It does not decide. The PBC governance committee judges the evidence and the plans.",
        "It does not judge whether a plan is clear, or whether evidence is good enough.",
        "It does not put a price on GP sessions. The paper gives no rate for them.",
    ),
)
