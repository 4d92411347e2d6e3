"""The passages that can be read more than one way: which of them touch a result, and what each reading gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from calculators.engine.calculator import Calculator
from calculators.engine.errors import Undeclared
from calculators.engine.result import Doubt, Explanation, ReadingOutcome, Readings, WorkingStep
from calculators.records.citations import CitedRule
from calculators.records.papers import load_paper
from calculators.records.schemas import Ambiguity

USED = " (the reading used above)"


def reading_outcomes(calculator: Calculator, told: Explanation) -> tuple[ReadingOutcome, ...]:
    """The outcome on each reading that decides, in the words of its record; the one used is marked."""
    return tuple(
        ReadingOutcome(
            reading.id,
            reading.text.removesuffix(".") + USED * (reading.id == (readings.used or ambiguity.default)),
            readings.outcomes[reading.id],
        )
        for readings in told.readings
        for ambiguity in [_named(calculator, readings)]
        for reading in ambiguity.reading
        if reading.id in readings.outcomes
    )


def disagreements(calculator: Calculator, told: Explanation) -> Iterator[str]:
    """A sentence for each passage whose readings give different outcomes here."""
    for readings in told.readings:
        if len(set(readings.outcomes.values())) > 1:
            title = _named(calculator, readings).title
            yield (
                f"{title}: the readings do not agree in this case. "
                "Ask who decides how the passage is read, and say which reading you used."
            )


def open_questions(
    calculator: Calculator,
    told: Explanation,
    steps: Iterable[WorkingStep],
    rules: Iterable[CitedRule],
) -> Iterator[Doubt]:
    """Each open question that affects the calculator and touches the result.

    A question touches a result that has a condition in doubt by it, or that rests on one of its paragraphs by a
    rule, a step or an action. Those whose readings stand beside the result are not told again.
    """
    decided = {readings.ambiguity for readings in told.readings}
    named = {doubt for check in told.checks for doubt in check.doubts or ()}
    cited = _cited(told, steps, rules)
    for document in calculator.documents:
        for question in load_paper(document).ambiguities.values():
            if calculator.id not in question.affects or question.id in decided:
                continue
            places = {(document, label) for label in (question.paragraph, *question.also)}
            if question.id in named or places & cited:
                followed = calculator.readings.get(question.id, question.default)
                yield Doubt(
                    question.title,
                    question.issue,
                    used=question.text_of(followed),
                    elsewhere=question.text_of(question.default) if followed != question.default else "",
                )


def _named(calculator: Calculator, readings: Readings) -> Ambiguity:
    """The ambiguity; `Undeclared` where no paper of the calculator has it, or it has no such reading."""
    known = {id: a for document in calculator.documents for id, a in load_paper(document).ambiguities.items()}
    found = known.get(readings.ambiguity)
    if found is None:
        raise Undeclared(
            f"{calculator.id} names the ambiguity '{readings.ambiguity}', which none of its papers has"
        )
    if odd := {*readings.outcomes, readings.used} - {reading.id for reading in found.reading} - {""}:
        raise Undeclared(f"{calculator.id} names the reading '{min(odd)}', which {found.id} does not have")
    return found


def _cited(
    told: Explanation, steps: Iterable[WorkingStep], rules: Iterable[CitedRule]
) -> set[tuple[str, str]]:
    """Every paragraph that the result rests on, with its paper.

    Without those of conditions that name their open questions: a cell of a table holds many conditions.
    """
    found = {(used.document, label) for used in rules for label in (used.rule.paragraph, *used.rule.also)}
    sources = [part.source for part in (*told.actions, *told.terms)]
    sources += [step.source for step in steps]
    sources += [check.source for check in told.checks if not check.met and check.doubts is None]
    found |= {(source.document, source.paragraph) for source in sources}
    return found - {(c.source.document, c.source.paragraph) for c in told.checks if c.doubts is not None}
