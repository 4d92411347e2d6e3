"""What a co-commissioning result says: the model or what clashes, its conditions, and what to do next."""

from __future__ import annotations

from calculators.engine.answers import Answers
from calculators.engine.result import NOT_ANSWERED, Action, Check, Explanation, settled
from calculators.engine.working import Working
from calculators.kinds.co_commissioning.calculation import Given, Selection
from calculators.kinds.co_commissioning.compared import side_by_side, your_answers
from calculators.kinds.co_commissioning.models import CONDITIONS, PAPER
from calculators.records.schemas import Condition
from calculators.values.formats import lower_first


def explain(answers: Answers, found: Selection, working: Working) -> Explanation:
    """Headline, conditions, actions, warnings, and the three models side by side."""
    return Explanation(
        headline=_headline(found),
        checks=tuple(
            _check(c, answers, working) for c in CONDITIONS if found.model and found.model.id in c.models
        ),
        actions=tuple(_actions(found, working)),
        notes=tuple(_warnings(found, answers)),
        tables=(
            your_answers([(g.question, g.option) for g in found.given if g.typed]),
            side_by_side(found.outcome),
        ),
    )


def _check(condition: Condition, answers: Answers, working: Working) -> Check:
    answered = condition.field in answers.given
    met = answers.yes(condition.field)
    return Check(
        id=condition.field,
        label=condition.text,
        state=settled(met) if answered else NOT_ANSWERED,
        have="Yes" if met else "No" if answered else "Not answered",
        need="Yes",
        source=working.rule(PAPER, condition.rule).citation,
    )


def _headline(found: Selection) -> str:
    if found.barred:
        return f"No model gives this: {lower_first(found.barred[0].text)}"
    if not found.model:
        return "The answers clash: no model is left"
    short = len(found.short)
    ready = f", with {short} condition{'s' if short > 1 else ''} still to meet" if short else ""
    return f"{found.model.name} gives what you ask for, and devolves no more than it needs{ready}"


def _actions(found: Selection, working: Working) -> list[Action]:
    if found.barred:
        limits = {limit.field for limit in found.barred}
        return [
            Action(f"Plan without it: {lower_first(g.question.text).rstrip('?')}.", g.option.source)
            for g in found.given
            if g.question.field in limits
        ]
    if not found.model:
        return [_look_again(g) for g in found.given if g.option.excludes]
    conditions = [Action(c.asks, working.rule(PAPER, c.rule).citation) for c in found.short]
    return [*conditions, Action.of(working.rule(PAPER, "cc-next-steps-publication"))]


def _look_again(given: Given) -> Action:
    answered = f"you answered {lower_first(given.option.text)}" if given.typed else "it has no answer yet"
    return Action(f"Look again at “{given.question.text}”: {answered}.", given.option.source)


def _warnings(found: Selection, answers: Answers) -> dict[str, None]:
    """The warnings that the answers call for under this model, each once."""
    return {
        option.warning: None
        for option in (g.option for g in found.given)
        if option.warning
        and (not option.under or (found.model and found.model.id in option.under))
        and not (option.unless and answers.yes(option.unless))
    }
