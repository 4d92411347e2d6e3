"""What would change the result: the nearest answers that do, found by running the calculator itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import cast

from calculators.engine.answers import Answers
from calculators.engine.calculator import Calculator, Remedy, Told
from calculators.engine.case import read_case
from calculators.engine.errors import CaseError
from calculators.engine.fields import Field
from calculators.engine.registry import get
from calculators.engine.run import Decision, decide
from calculators.values.data import Json

GRAIN = {"money": Decimal("0.01"), "percent": Decimal("0.01"), "count": Decimal(1), "number": Decimal(1)}
DOUBLINGS = 40
MOST_CHANGES = 12

Tell = Callable[[int, int], object]
"""Hears how far a search is: what is done, and all there is to do."""


@dataclass(frozen=True, slots=True)
class Change:
    """One answer to change, in a case's own text; `told` says what changes inside a table."""

    field: Field
    before: str
    after: str
    told: Told | None = None

    def to_json(self) -> Json:
        """The change as the page shows it."""
        told = self.told or Told(
            self.field.label, self.field.shown(self.before), self.field.shown(self.after)
        )
        return {
            "field": self.field.name,
            "label": told.label,
            "before": told.before,
            "after": told.after,
            "typed": self.after,
        }


@dataclass(frozen=True, slots=True)
class Way:
    """Changes that together give another outcome."""

    changes: tuple[Change, ...]
    decision: Decision

    def to_json(self) -> Json:
        """The way as the page shows it."""
        return {
            "changes": [c.to_json() for c in self.changes],
            "outcome": self.decision.outcome,
            "outcome_label": self.decision.calculator.outcomes[self.decision.outcome],
            "headline": self.decision.explained().headline,
        }


def nearest(
    calculator: str, case: Mapping[str, str], tell: Tell = lambda done, total: None
) -> tuple[Way, ...]:
    """What the calculator knows to change together, and each single answer whose change gives another outcome.

    Where there is neither, a short chain of changes that does.

    A search can take seconds: `tell` hears after each field and before each link of the chain. `CaseError`
    where the case itself cannot be answered.
    """
    found = get(calculator)
    answers = read_case(found, case)
    now = decide(calculator, case)
    asked = [f for f in found.fields if _asked(f, case, found)]
    ways = list(_by_remedy(dict(case), now))
    known = {way.changes[0].field.name for way in ways if len(way.changes) == 1}
    for done, field in enumerate(asked, 1):
        if field.name not in known:
            ways += _by_one(found, field, dict(case), answers, now)
        tell(done, len(asked))
    return tuple(ways) or tuple(_by_chain(found, asked, dict(case), now, tell))


def _by_remedy(case: dict[str, str], now: Decision) -> Iterator[Way]:
    """What the calculator knows to change, asked again of what comes of it, until the outcome is another."""
    changes: list[Change] = []
    reached = now
    while remedy := _remedy(reached):
        changes += _changes(now.calculator, case, remedy)
        case |= remedy.answers
        decided = _try(now.calculator.id, case)
        if not decided or decided.verdict.distance >= reached.verdict.distance:
            return
        reached = decided
        if reached.outcome != now.outcome:
            yield Way(tuple(changes), reached)
            return


def _remedy(reached: Decision) -> Remedy | None:
    known = reached.calculator.remedy
    return known(reached.answers, reached.verdict) if known else None


def _changes(calculator: Calculator, case: Mapping[str, str], remedy: Remedy) -> Iterator[Change]:
    for name, text in remedy.answers.items():
        field, before = calculator.field(name), case.get(name, "")
        for told in remedy.told if field.kind == "table" else (None,):
            yield Change(field, before, text, told)


def _by_one(
    calculator: Calculator, field: Field, case: dict[str, str], answers: Answers, now: Decision
) -> Iterator[Way]:
    seen: set[str] = set()
    texts = (
        _edges(calculator, field, case, answers, now)
        if field.kind in GRAIN
        else iter(_alternatives(field, case))
    )
    for text in texts:
        result = _try(calculator.id, case | {field.name: text})
        if result and result.outcome != now.outcome and result.outcome not in seen:
            seen.add(result.outcome)
            yield Way((Change(field, case.get(field.name, ""), text),), result)


def _edges(
    calculator: Calculator, field: Field, case: dict[str, str], answers: Answers, now: Decision
) -> Iterator[str]:
    """The nearest amount below and above the one given at which the outcome is another."""
    value = cast("Decimal | None", answers[field.name])
    if value is None or not (field.default or field.name in answers.given):
        return
    grain = GRAIN[field.kind]
    for sign in (-1, 1):
        same, step, differs = value, grain, None
        for _ in range(DOUBLINGS):
            trial = _within(field, value + sign * step)
            result = _try(calculator.id, case | {field.name: str(trial)})
            if result and result.outcome != now.outcome:
                differs = trial
                break
            if not result or trial == same:
                break
            same, step = trial, step * 2
        if differs is not None:
            yield str(_bisect(calculator.id, field, case, now, same, differs, grain))


def _bisect(
    id: str,
    field: Field,
    case: dict[str, str],
    now: Decision,
    same: Decimal,
    differs: Decimal,
    grain: Decimal,
) -> Decimal:
    while abs(differs - same) > grain:
        middle = same + (((differs - same) / 2) // grain) * grain
        if middle == same:
            middle += grain if differs > same else -grain
        result = _try(id, case | {field.name: str(middle)})
        if result and result.outcome != now.outcome:
            differs = middle
        else:
            same = middle
    return differs


def _by_chain(
    calculator: Calculator, asked: list[Field], case: dict[str, str], now: Decision, tell: Tell
) -> Iterator[Way]:
    """Take the change that leaves the fewest conditions short, until the outcome is another."""
    changes: list[Change] = []
    reached = now
    for _ in range(MOST_CHANGES):
        tell(len(asked), len(asked))
        options = [
            (result.verdict.distance, change, result)
            for field in asked
            for change, result in _steps(calculator, field, case, reached)
            if result.verdict.distance < reached.verdict.distance
        ]
        if not options:
            return
        _, change, reached = min(options, key=lambda option: option[0])
        case[change.field.name] = change.after
        changes.append(change)
        if reached.outcome != now.outcome:
            yield Way(tuple(changes), reached)
            return


def _steps(
    calculator: Calculator, field: Field, case: dict[str, str], reached: Decision
) -> Iterator[tuple[Change, Decision]]:
    texts = _alternatives(field, case)
    if field.kind == "count" and field.name in reached.answers.given:
        texts = [str(reached.answers.amount(field.name) + 1)]
    for text in texts:
        if result := _try(calculator.id, case | {field.name: text}):
            yield Change(field, case.get(field.name, ""), text), result


def _alternatives(field: Field, case: Mapping[str, str]) -> list[str]:
    options = ["yes", "no"] if field.kind == "yes/no" else [choice.value for choice in field.choices]
    current = _current(field, case) if options else ""
    return [option for option in options if option != current]


def _asked(field: Field, case: Mapping[str, str], calculator: Calculator) -> bool:
    if not field.show_if:
        return True
    return _current(calculator.field(field.show_if.field), case) in field.show_if.values


def _current(field: Field, case: Mapping[str, str]) -> str:
    """The answer now as its code, the default where there is none; empty without either."""
    typed = case.get(field.name, "")
    answer = typed if field.is_answered(typed) else field.default
    return field.written(answer) if answer else ""


def _within(field: Field, value: Decimal) -> Decimal:
    low = field.minimum if field.minimum is not None else field.above
    if low is not None:
        value = max(value, low)
    return min(value, field.maximum) if field.maximum is not None else value


def _try(id: str, case: Mapping[str, str]) -> Decision | None:
    try:
        return decide(id, case)
    except CaseError:
        return None
