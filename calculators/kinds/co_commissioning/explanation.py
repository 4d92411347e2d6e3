"""What a co-commissioning result says: the model or what clashes, its conditions, and what to do next."""

from __future__ import annotations

from collections.abc import Iterator

from calculators.engine.answers import Answers
from calculators.engine.result import NOT_ANSWERED, Action, Check, Explanation, settled
from calculators.engine.working import Working
from calculators.kinds.co_commissioning.calculation import Given, Selection
from calculators.kinds.co_commissioning.compared import side_by_side, your_answers
from calculators.kinds.co_commissioning.models import CONDITIONS, PAPER
from calculators.records.citations import Citation
from calculators.records.schemas import Condition, Model
from calculators.values.formats import counted, listed, lower_first


def explain(answers: Answers, found: Selection, working: Working) -> Explanation:
    """Headline, conditions, actions, warnings, and the three models side by side."""
    return Explanation(
        headline=_headline(found),
        checks=tuple(
            _check(c, answers, working) for c in CONDITIONS if found.model and found.model.id in c.models
        ),
        actions=tuple(_actions(found, working)),
        notes=(*_unmatched(found), *_warnings(found, answers)),
        tables=(
            your_answers([(g.question, g.option) for g in found.given if g.typed]),
            side_by_side(found.outcome),
        ),
    )


def _check(condition: Condition, answers: Answers, working: Working) -> Check:
    answered = condition.field in answers.given
    met = answers.yes(condition.field)
    cited, *_ = [working.rule(PAPER, id) for id in (condition.rule, *condition.further)]
    return Check(
        id=condition.field,
        label=condition.text,
        state=settled(met) if answered else NOT_ANSWERED,
        have="Yes" if met else "No" if answered else "Not answered",
        need="Yes",
        source=cited.citation,
    )


def _headline(found: Selection) -> str:
    if found.barred:
        wishes: dict[str, list[str]] = {}
        for limit in found.barred:
            wishes.setdefault(limit.field, []).append(lower_first(limit.text))
        named = "; ".join(" or ".join(texts) for texts in wishes.values())
        return f"No model gives {'this' if len(wishes) == 1 else 'these'}: {named}"
    if not found.model:
        if unsaid := [_unsaid(given) for given in _ruling(found) if not given.typed]:
            return f"No model is left: {lower_first(listed(unsaid))}"
        return "The answers clash: no model is left"
    return f"{found.model.name} {_fits(found, found.model)}{_readiness(found)}"


def _fits(found: Selection, model: Model) -> str:
    """How far the model is what was asked for: it may go further, and the paper may not say whether it goes so far."""
    if _silent(found, model):
        return "is the least devolved model left, and the paper does not say whether it gives all you ask for"
    if further := len(_beyond(found, model)):
        return f"gives what you ask for, and goes further than {counted(further, 'answer')} of yours"
    return "gives what you ask for, and devolves no more than it needs"


def _beyond(found: Selection, model: Model) -> list[Given]:
    """The answers given that ask for less than the model gives."""
    return [given for given in found.given if given.typed and model.id in given.option.beyond]


def _silent(found: Selection, model: Model) -> list[Given]:
    """The answers given of which the paper does not say whether the model gives them."""
    return [given for given in found.given if given.typed and model.id in given.option.silent]


def _unmatched(found: Selection) -> Iterator[str]:
    """Each answer that the model does not match."""
    if not found.model:
        return
    for given in _beyond(found, found.model):
        yield (
            f"{found.model.name} goes further than your answer to “{given.question.text}”: "
            f"you answered “{given.option.text}”."
        )


def _readiness(found: Selection) -> str:
    """The conditions that stand in the way, those without an answer apart: `, with 1 condition still to meet`."""
    unsaid = sum(not _is_answered(condition, found) for condition in found.short)
    failed = len(found.short) - unsaid
    parts = [f"{counted(failed, 'condition')} still to meet"] if failed else []
    parts += [f"{counted(unsaid, 'condition')} not answered yet"] if unsaid else []
    return f", with {listed(parts)}" if parts else ""


def _is_answered(condition: Condition, found: Selection) -> bool:
    return any(given.typed for given in found.given if given.question.field == condition.field)


def _ruling(found: Selection) -> list[Given]:
    """The questions whose answers, or want of one, rule a model out."""
    return [given for given in found.given if given.option.excludes]


def _actions(found: Selection, working: Working) -> list[Action]:
    if found.barred:
        return [Action(limit.asks, Citation(PAPER, limit.paragraph)) for limit in found.barred]
    if not found.model:
        return [_look_again(given) for given in _ruling(found)]
    conditions = [_meet(condition, found, working) for condition in found.short]
    return [*conditions, Action.of(working.rule(PAPER, "cc-next-steps-publication"))]


def _meet(condition: Condition, found: Selection, working: Working) -> Action:
    source = working.rule(PAPER, condition.rule).citation
    if _is_answered(condition, found):
        return Action(condition.asks, source)
    return Action(f"You have not said whether {lower_first(condition.text)}. Answer that first.", source)


def _look_again(given: Given) -> Action:
    if not given.typed:
        return Action(f"{_unsaid(given)}. Answer that first.", given.option.source)
    text = f"Look again at “{given.question.text}”: you answered “{given.option.text}”."
    return Action(text, given.option.source)


def _unsaid(given: Given) -> str:
    return f"You have not said whether {given.question.whether}"


def _warnings(found: Selection, answers: Answers) -> dict[str, None]:
    """The warnings that the answers call for under this model, each once."""
    return {
        option.warning: None
        for option in (g.option for g in found.given)
        if option.warning
        and (not option.under or (found.model and found.model.id in option.under))
        and not (option.unless and answers.yes(option.unless))
    }
