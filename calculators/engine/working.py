"""The working of one case: rules are read through it and steps are taken in it, so none goes unrecorded."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from calculators.engine.result import WorkingStep
from calculators.records.citations import Citation, CitedRule, rule
from calculators.values import formats
from calculators.values.quantities import Quantity


class Taken(NamedTuple):
    """A step of arithmetic as it was taken; it is written out only when somebody asks to see it."""

    step: str
    quantity: Quantity
    kind: str
    source: Citation
    basis: str = "stated"

    def written(self) -> WorkingStep:
        """The step in words and signs."""
        value = formats.figure(self.quantity.value * (100 if self.kind == "percent" else 1), self.kind)
        text = f"{self.quantity.as_factor} × 100" if self.kind == "percent" else self.quantity.text
        return WorkingStep(self.step, text, value, self.source, self.kind, self.basis)


class Reason(NamedTuple):
    """A step of reasoning that is not arithmetic, with its conclusion in words."""

    step: str
    because: str
    conclusion: str
    source: Citation
    basis: str = "stated"

    def written(self) -> WorkingStep:
        """The step in words."""
        return WorkingStep(self.step, self.because, self.conclusion, self.source, basis=self.basis)


@dataclass(frozen=True, slots=True)
class Compared:
    """What was held against the number of a record, exactly: `left` is the reader's side, `right` the paper's."""

    document: str
    record: str
    left: Fraction
    right: Fraction


class Working:
    """Collects the rules used, the steps taken and the comparisons made, in order.

    Nothing is written out before it is asked for: a row of a table of cases never asks.
    """

    def __init__(self) -> None:
        """Begin with nothing used."""
        self._rules: dict[tuple[str, str], CitedRule] = {}
        self._steps: list[Taken | Reason | Callable[[], Iterable[Taken | Reason]]] = []
        self._compared: list[Compared | Callable[[], Iterable[Compared]]] = []

    def rule(self, document: str, id: str) -> CitedRule:
        """The rule, noted as used; `RecordError` where the paper has no such rule."""
        return self._rules.setdefault((document, id), rule(document, id))

    def take(
        self, step: str, quantity: Quantity, kind: str, source: Citation, *, basis: str = "stated"
    ) -> Quantity:
        """Take a step of arithmetic and give it back; a `percent` is shown a hundred times the ratio it is."""
        self._steps.append(Taken(step, quantity, kind, source, basis))
        return quantity

    def reason(
        self, step: str, because: str, conclusion: str, source: Citation, *, basis: str = "stated"
    ) -> None:
        """Take a step that is not arithmetic."""
        self._steps.append(Reason(step, because, conclusion, source, basis))

    def then(self, steps: Callable[[], Iterable[Taken | Reason]]) -> None:
        """Steps that are costly to name, named when the working is asked for."""
        self._steps.append(steps)

    def at_most(self, quantity: Quantity, limit: CitedRule) -> bool:
        """Whether the quantity is no more than the rule's value; noted as a comparison with that rule."""
        self._note(limit, quantity)
        return quantity.value <= limit.quantity.value

    def at_least(self, quantity: Quantity, limit: CitedRule) -> bool:
        """Whether the quantity is no less than the rule's value; noted as a comparison with that rule."""
        self._note(limit, quantity)
        return quantity.value >= limit.quantity.value

    def more_than(self, quantity: Quantity, limit: CitedRule) -> bool:
        """Whether the quantity is more than the rule's value; noted as a comparison with that rule."""
        return not self.at_most(quantity, limit)

    def less_than(self, quantity: Quantity, limit: CitedRule) -> bool:
        """Whether the quantity is less than the rule's value; noted as a comparison with that rule."""
        return not self.at_least(quantity, limit)

    def compared(self, comparisons: Callable[[], Iterable[Compared]]) -> None:
        """Comparisons made elsewhere, named when they are asked for."""
        self._compared.append(comparisons)

    def _note(self, limit: CitedRule, quantity: Quantity) -> None:
        self._compared.append(Compared(limit.document, limit.rule.id, quantity.value, limit.quantity.value))

    @property
    def rules(self) -> tuple[CitedRule, ...]:
        """The rules used, in the order of first use."""
        return tuple(self._rules.values())

    @property
    def steps(self) -> tuple[WorkingStep, ...]:
        """The steps taken so far, written out."""
        return tuple(
            step.written()
            for taken in self._steps
            for step in ([taken] if isinstance(taken, Taken | Reason) else taken())
        )

    @property
    def comparisons(self) -> tuple[Compared, ...]:
        """What was held against the numbers of records so far."""
        return tuple(
            one
            for compared in self._compared
            for one in ([compared] if isinstance(compared, Compared) else compared())
        )
