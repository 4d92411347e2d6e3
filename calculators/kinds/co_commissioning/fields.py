"""The questions of the guided path: every one comes from the paper's records."""

from calculators.engine.fields import Choice, Field, Group
from calculators.kinds.co_commissioning.models import QUESTIONS
from calculators.records.schemas import Question

GROUPS = (
    Group("wants", "What the group wants"),
    Group("ready", "How ready the group is"),
    Group("limits", "What no model allows"),
)
READY = {"lay_majority", "registers", "observers", "standing_rules", "resources", "lmc_consulted"}
LIMITS = {"transfers_needed", "tailored_variant", "involuntary_migration"}


def _field(question: Question) -> Field:
    choice = question.kind == "choice"
    group = "limits" if question.field in LIMITS else "ready" if question.field in READY else "wants"
    words = question.text.rstrip("?")
    return Field(
        name=question.field,
        label=question.text,
        noun=f"an answer to “{words}”",
        kind="choice" if choice else "yes/no",
        required=not question.default,
        default=question.default,
        choices=tuple(Choice(o.code, o.text) for o in question.option) if choice else (),
        source=question.option[-1].citation,
        group=group,
    )


FIELDS = tuple(_field(question) for question in QUESTIONS)
