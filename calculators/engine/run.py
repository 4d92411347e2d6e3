"""Run one case: read its answers, decide, and explain the verdict where somebody reads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from calculators.engine.answers import Answers
from calculators.engine.calculator import Calculator
from calculators.engine.case import read_case
from calculators.engine.doubts import disagreements, open_questions, reading_outcomes
from calculators.engine.errors import Undeclared
from calculators.engine.registry import get
from calculators.engine.result import Explanation, Result, Verdict
from calculators.engine.working import Working
from calculators.values import formats
from calculators.values.quantities import Quantity


@dataclass(frozen=True, slots=True)
class Decision:
    """A case decided: the verdict with all that led to it, for whoever wants it explained."""

    calculator: Calculator
    answers: Answers
    working: Working
    verdict: Verdict

    @property
    def outcome(self) -> str:
        """The code of the outcome."""
        return self.verdict.outcome

    @property
    def figures(self) -> dict[str, str]:
        """The figures that apply, as the contract writes them, in the order in which they are declared."""
        return {
            figure.name: _written(self.verdict.figures[figure.name], figure.kind)
            for figure in self.calculator.figures
            if figure.name in self.verdict.figures
        }

    def explained(self) -> Result:
        """The whole result."""
        told: Explanation = self.calculator.explain(self.answers, self.verdict, self.working)
        steps, rules = self.working.steps, self.working.rules
        return Result(
            calculator=self.calculator.id,
            outcome=self.outcome,
            figures=self.figures,
            headline=told.headline,
            undecided=told.undecided,
            checks=told.checks,
            working=steps,
            actions=told.actions,
            terms=told.terms,
            readings=reading_outcomes(self.calculator, told),
            notes=(*told.notes, *disagreements(self.calculator, told)),
            passed_over=self.answers.passed_over,
            doubts=tuple(open_questions(self.calculator, told, steps, rules)),
            rules=rules,
            charts=told.charts,
            tables=told.tables,
        )


def decide(calculator: str, case: Mapping[str, object]) -> Decision:
    """The verdict on a case; `CaseError` with a message for each field that has to be put right.

    `Undeclared` where the calculator gives an outcome or a figure that it does not declare.
    """
    found = get(calculator)
    answers, working = read_case(found, case), Working()
    verdict = found.decide(answers, working)
    if verdict.outcome not in found.outcomes:
        raise Undeclared(f"{calculator} gives the outcome '{verdict.outcome}', and does not declare it")
    if not found.figure_names.issuperset(verdict.figures):
        odd = verdict.figures.keys() - found.figure_names
        raise Undeclared(f"{calculator} gives the figure '{min(odd)}', and does not declare it")
    return Decision(found, answers, working, verdict)


def run(calculator: str, case: Mapping[str, object]) -> Result:
    """The result of a case, explained; `CaseError` with a message for each field that has to be put right."""
    return decide(calculator, case).explained()


def _written(value: object, kind: str) -> str:
    if isinstance(value, Quantity):
        # A quantity holds a percentage as the ratio that it stands for.
        value = 100 * value.value if kind == "percent" else value.value
    return formats.figure(cast(Any, value), kind)
