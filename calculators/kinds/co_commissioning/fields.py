"""The questions of the guided path: every one comes from the paper's records."""

from calculators.engine.fields import Choice, Field, Group
from calculators.kinds.co_commissioning.models import QUESTIONS
from calculators.records.schemas import Question

GROUPS = (
    Group("wants", "What the group wants"),
    Group("ready", "How ready the group is"),
    Group("limits", "What no model allows"),
)


def _field(question: Question) -> Field:
    choice = question.kind == "choice"
    words = question.text.rstrip("?")
    return Field(
        name=question.field,
        label=question.text,
        noun=f"an answer to “{words}”",
        kind="choice" if choice else "yes/no",
        required=not question.default,
        default=question.default,
        choices=tuple(Choice(o.code, o.text) for o in question.option) if choice else (),
        source=question.option[-1].source,
        group=question.group,
    )


FIELDS = tuple(_field(question) for question in QUESTIONS)
