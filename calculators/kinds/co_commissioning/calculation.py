"""Co-commissioning 2014: start from the three models, rule out, and take the least devolved that is left."""

from __future__ import annotations

from dataclasses import dataclass

from calculators.engine.calculator import Answers
from calculators.engine.result import Action, Check, Result
from calculators.engine.working import Working
from calculators.kinds.co_commissioning.compared import side_by_side, your_answers
from calculators.kinds.co_commissioning.models import MODELS, PAPER, QUESTIONS, UNAVAILABLE
from calculators.records.citations import Citation
from calculators.records.papers import load_paper
from calculators.records.schemas import Model, Option, Question

CONFLICT, NOT_AVAILABLE = "conflict", "not-available"
READY, NOT_READY = "ready", "not-ready"
CONDITIONS = {
    "lay_majority": (
        "The committee has a lay and executive majority and a lay chair",
        "cc-committee-majority",
    ),
    "registers": (
        "Both registers are published, and auditors sign off the interests",
        "cc-register-of-interests",
    ),
    "observers": ("Both observers are invited", "cc-observers"),
}
OPEN = (
    "amb-cc-greater-involvement",
    "amb-cc-committee-scope",
    "amb-cc-functions",
    "amb-cc-approvals-process",
)


@dataclass(frozen=True, slots=True)
class Given:
    """A question with the answer given, or its default."""

    question: Question
    option: Option
    typed: bool


def calculate(answers: Answers, working: Working) -> Result:
    """The least devolved model that gives every decision right asked for, with the conditions it brings."""
    given = [_given(q, answers) for q in QUESTIONS]
    asked_for = {g.question.field for g in given if g.option.code == "yes"}
    barred = [u for u in UNAVAILABLE if u.field in asked_for]
    left = _rule_out(given, working)
    for nothing in barred:
        working.note(
            "No model allows it",
            nothing.text,
            "Not available",
            Citation(PAPER, nothing.paragraph),
            basis=nothing.basis,
        )
    model = None if barred or not left else left[0]
    outcome = NOT_AVAILABLE if barred else model.id if model else CONFLICT
    if model:
        words = ", ".join(m.name for m in left)
        source = Citation(PAPER, model.paragraph)
        working.note("The least devolved model left", words, model.name, source, basis="inferred")
    checks = _conditions(answers, working) if model and model.id in {"joint", "delegated"} else ()
    short = [c for c in checks if not c.met]
    clashing = [] if model or barred else [g for g in given if g.option.excludes]
    return Result(
        calculator="co-commissioning",
        outcome=outcome,
        headline=_headline(model, [b.text for b in barred], len(short)),
        figures={"readiness": NOT_READY if short else READY} if model else {},
        checks=checks,
        working=working.steps,
        actions=_actions(model, given, clashing, [c.label for c in short], bool(barred)),
        notes=_warnings(model, answers)
        + tuple(f"{a.title}. {a.issue}" for a in map(load_paper(PAPER).ambiguity, OPEN)),
        rules=working.rules,
        tables=(your_answers([(g.question, g.option) for g in given if g.typed]), side_by_side(outcome)),
        distance=len(short) + len(barred) + (0 if model else 1),
    )


def _given(question: Question, answers: Answers) -> Given:
    value = answers[question.field]
    code = ("yes" if value else "no") if isinstance(value, bool) else str(value)
    return Given(question, question.chosen(code), question.field in answers.given)


def _rule_out(given: list[Given], working: Working) -> list[Model]:
    left = list(MODELS)
    limits = {u.field for u in UNAVAILABLE}
    for item in given:
        if not item.option.excludes or item.question.field in limits:
            continue
        out = [m for m in MODELS if m.id in item.option.excludes]
        left = [m for m in left if m not in out]
        answer = item.option.text if item.typed else f"{item.option.text} (not answered, so taken as no)"
        names = " and ".join(m.name for m in out)
        working.note(
            item.question.text, answer, f"Rules out {names}", item.option.citation, basis=item.option.basis
        )
    return left


def _conditions(answers: Answers, working: Working) -> tuple[Check, ...]:
    rows = []
    for field, (label, rule) in CONDITIONS.items():
        cited = working.rule(PAPER, rule)
        met, answered = answers.yes(field), field in answers.given
        have = "Yes" if met else "No" if answered else "Not answered"
        rows.append(
            Check(
                id=field,
                label=label,
                met=met,
                have=have,
                need="Yes",
                source=cited.citation,
                answered=answered,
            )
        )
    return tuple(rows)


def _headline(model: Model | None, barred: list[str], short: int) -> str:
    if barred:
        return f"No model gives this: {barred[0][0].lower()}{barred[0][1:]}"
    if not model:
        return "The answers clash: no model is left"
    ready = f", with {short} condition{'s' if short > 1 else ''} still to meet" if short else ""
    return f"{model.name} gives what you ask for, and devolves no more than it needs{ready}"


def _actions(
    model: Model | None, given: list[Given], clashing: list[Given], short: list[str], barred: bool
) -> tuple[Action, ...]:
    if barred:
        fields = {u.field: u for u in UNAVAILABLE}
        wanted = [g for g in given if g.question.field in fields and g.option.code == "yes"]
        return tuple(
            Action(
                f"Plan without it: {g.question.text[0].lower()}{g.question.text[1:].rstrip('?')}.",
                g.option.citation,
            )
            for g in wanted
        )
    if clashing:
        return tuple(
            Action(
                f"Look again at “{g.question.text}”: you answered {g.option.text.lower()}.", g.option.citation
            )
            for g in clashing
        )
    assert model
    conditions = dict(CONDITIONS.values())
    paper = load_paper(PAPER)
    steps = [
        Action(
            f"See to it: {label[0].lower()}{label[1:]}.",
            Citation(PAPER, paper.rule(conditions[label]).paragraph),
        )
        for label in short
    ]
    publication = paper.rule("cc-next-steps-publication")
    steps.append(
        Action("Follow the guidance on next steps for how to apply.", Citation(PAPER, publication.paragraph))
    )
    return tuple(steps)


def _warnings(model: Model | None, answers: Answers) -> tuple[str, ...]:
    found = []
    if model and model.id == "joint" and answers.yes("local_services"):
        found.append("The paper says nothing of locally commissioned services under joint commissioning.")
    if model and model.id == "delegated" and not answers.yes("resources"):
        found.append(
            "A delegated group gets a share of the area team’s resources. It pays for any more itself."
        )
    if answers.choice("incentive_scheme") != "no" and not answers.yes("lmc_consulted"):
        found.append("A local incentive scheme waits until the local medical committee has been consulted.")
    return tuple(found)
