"""Co-commissioning: which of the three models of 2014 gives a group what it asks for, and is it ready?"""

from calculators.engine.calculator import Calculator, Figure
from calculators.kinds.co_commissioning.calculation import (
    CONFLICT,
    NOT_AVAILABLE,
    NOT_READY,
    READY,
    decide,
)
from calculators.kinds.co_commissioning.explanation import explain
from calculators.kinds.co_commissioning.fields import FIELDS, GROUPS
from calculators.kinds.co_commissioning.models import MODELS

CALCULATOR = Calculator(
    id="co-commissioning",
    title="Co-commissioning model selector",
    summary=(
        "Takes a clinical commissioning group from what it wants to the least devolved model that gives it, "
        "with the conditions to meet and the three models side by side."
    ),
    question="Which co-commissioning model gives us what we want, and are we ready for it?",
    documents=("co-commissioning-2014",),
    groups=GROUPS,
    fields=FIELDS,
    figures=(Figure("readiness", "Readiness", "text", labels={READY: "Ready", NOT_READY: "Not ready yet"}),),
    outcomes={
        **{model.id: model.name for model in MODELS},
        CONFLICT: "No model is left",
        NOT_AVAILABLE: "No model allows it",
    },
    decide=decide,
    explain=explain,
    guided=True,
    not_covered=(
        "The paper sets no test for choosing a model. The questions, and how they combine, are ours.",
        "It does not say whether NHS England would agree. The paper leaves applications to later guidance.",
    ),
)
