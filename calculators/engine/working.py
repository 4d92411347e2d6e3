"""The working of one case: rules are read through it and steps are taken in it, so none goes unrecorded."""

from __future__ import annotations

from fractions import Fraction

from calculators.engine.result import WorkingStep
from calculators.records.citations import Citation, CitedRule, rule
from calculators.values import formats
from calculators.values.quantities import Quantity


class Working:
    """Collects the rules used and the steps taken, in order.

    A `brief` working takes the same steps and writes none of them down. A calculation may look at `brief`
    once it has its outcome and figures, and leave out the words that would follow.
    """

    def __init__(self, *, brief: bool = False) -> None:
        """Begin with nothing used."""
        self.brief = brief
        self._rules: dict[tuple[str, str], CitedRule] = {}
        self._steps: list[WorkingStep] = []

    def rule(self, document: str, id: str) -> CitedRule:
        """The rule, noted as used; `RecordError` where the paper has no such rule."""
        return self._rules.setdefault((document, id), rule(document, id))

    def take(
        self,
        step: str,
        quantity: Quantity,
        kind: str,
        source: Citation,
        *,
        basis: str = "stated",
        percent: bool = False,
    ) -> Fraction:
        """Take a step of arithmetic and give its exact value; `percent` turns a ratio into a percentage."""
        value = quantity.value * 100 if percent else quantity.value
        if self.brief:
            return value
        calculation = f"{quantity._in(2)} × 100" if percent else quantity.text
        self._steps.append(
            WorkingStep(
                step=step,
                calculation=calculation,
                value=formats.figure(value, kind),
                kind=kind,
                source=source,
                basis=basis,
            )
        )
        return value

    def note(
        self, step: str, calculation: str, value: str, source: Citation, *, basis: str = "stated"
    ) -> None:
        """Record a step of reasoning that is not arithmetic, with its conclusion in words."""
        if self.brief:
            return
        self._steps.append(
            WorkingStep(step=step, calculation=calculation, value=value, source=source, basis=basis)
        )

    @property
    def rules(self) -> tuple[CitedRule, ...]:
        """The rules used, in the order of first use."""
        return tuple(self._rules.values())

    @property
    def steps(self) -> tuple[WorkingStep, ...]:
        """The steps taken so far."""
        return tuple(self._steps)
