"""Co-commissioning 2014: start from the three models, rule out, and take the least devolved that is left."""

from __future__ import annotations

from dataclasses import dataclass

from calculators.engine.answers import Answers
from calculators.engine.result import Verdict
from calculators.engine.working import Working
from calculators.kinds.co_commissioning.models import CONDITIONS, MODELS, PAPER, QUESTIONS, UNAVAILABLE
from calculators.records.citations import Citation
from calculators.records.schemas import Condition, Model, Option, Question, Unavailable

CONFLICT, NOT_AVAILABLE = "conflict", "not-available"
READY, NOT_READY = "ready", "not-ready"


@dataclass(frozen=True, slots=True)
class Given:
    """A question with the answer given, or its default."""

    question: Question
    option: Option
    typed: bool


@dataclass(frozen=True, kw_only=True)
class Selection(Verdict):
    """The model chosen, if any; what no model allows of what was asked for; and the conditions not met."""

    given: tuple[Given, ...]
    barred: tuple[Unavailable, ...]
    model: Model | None
    short: tuple[Condition, ...]


def decide(answers: Answers, working: Working) -> Selection:
    """The least devolved model that gives every decision right asked for, and whether its conditions are met."""
    given = tuple(_given(question, answers) for question in QUESTIONS)
    barred = tuple(limit for limit in UNAVAILABLE if limit.field and answers.yes(limit.field))
    left = _left(given, working)
    for limit in barred:
        source = Citation(PAPER, limit.paragraph)
        working.reason("No model allows it", limit.text, "Not available", source, basis=limit.basis)
    model = left[0] if left and not barred else None
    if model:
        names = ", ".join(m.name for m in left)
        source = Citation(PAPER, model.paragraph)
        working.reason("The least devolved model left", names, model.name, source, basis="inferred")
    asked = [c for c in CONDITIONS if model and model.id in c.models]
    short = tuple(c for c in asked if not answers.yes(c.field))
    return Selection(
        outcome=NOT_AVAILABLE if barred else model.id if model else CONFLICT,
        figures={"readiness": NOT_READY if short else READY} if model else {},
        distance=len(short) + len(barred) + (model is None),
        given=given,
        barred=barred,
        model=model,
        short=short,
    )


def _given(question: Question, answers: Answers) -> Given:
    value = answers[question.field]
    code = ("yes" if value else "no") if isinstance(value, bool) else str(value)
    return Given(question, question.chosen(code), question.field in answers.given)


def _left(given: tuple[Given, ...], working: Working) -> list[Model]:
    """The models that no answer rules out; what no model allows rules out none, for it leaves nothing to choose."""
    left = list(MODELS)
    limits = {limit.field for limit in UNAVAILABLE}
    for item in given:
        if not item.option.excludes or item.question.field in limits:
            continue
        out = [m for m in MODELS if m.id in item.option.excludes]
        left = [m for m in left if m not in out]
        names = " and ".join(m.name for m in out)
        answer = item.option.text if item.typed else "Not answered"
        told = f"Rules out {names}" if item.typed else f"Rules out {names} until it is answered"
        working.reason(item.question.text, answer, told, item.option.source, basis=item.option.basis)
    return left
