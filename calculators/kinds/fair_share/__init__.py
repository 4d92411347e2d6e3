"""Fair share: does a practice's indicative budget lie within the range, and how fast may it move?"""

from calculators.engine.calculator import Calculator, Figure, Next
from calculators.kinds.fair_share.calculation import ABOVE, BELOW, WITHIN, decide
from calculators.kinds.fair_share.explanation import explain
from calculators.kinds.fair_share.fields import FIELDS, GROUPS
from calculators.kinds.fair_share.path import NEVER

CALCULATOR = Calculator(
    id="fair-share",
    title="Fair-share adjustment",
    summary=(
        "Compares a practice’s indicative budget with its fair share, "
        "and works out the year’s shift towards the range and the years it would take."
    ),
    question="Is our budget near our fair share, and how fast may it change?",
    documents=("hertfordshire",),
    groups=GROUPS,
    fields=FIELDS,
    figures=(
        Figure("difference", "Budget less fair share", "money"),
        Figure("variance_percent", "Variance", "percent"),
        Figure("range_low", "Bottom of the range", "money"),
        Figure("range_high", "Top of the range", "money"),
        Figure("gap_to_range", "Gap to the range", "money"),
        Figure("maximum_shift", "Largest shift in the year", "money"),
        Figure("shift", "Shift in the year", "money"),
        Figure("adjusted_budget", "Budget after the shift", "money"),
        Figure(
            "years_to_range",
            "Years to reach the range",
            "count",
            hint="‘never’ where the budget does not move",
            labels={NEVER: NEVER},
        ),
    ),
    outcomes={
        WITHIN: "Within the range",
        ABOVE: "Above the range",
        BELOW: "Below the range",
    },
    decide=decide,
    explain=explain,
    # One budget is asked for, and so one year is both tested and shifted.
    readings={"amb-fair-year": "single-year"},
    next=(
        Next(
            calculator="freed-up-resources",
            question="Spending less than the budget?",
            given={"document": "hertfordshire"},
        ),
        Next(calculator="gateway", question="Ready for more control over resources?"),
    ),
    not_covered=(
        "It takes the fair share as you give it. "
        "The paper does not hold the Department of Health tool that works it out.",
        "It does not take prescribing out of the budget. "
        "Compare like with like: the tool leaves prescribing out.",
        "It does not decide the shift. That is for local discretion, after the utilisation review.",
    ),
)
