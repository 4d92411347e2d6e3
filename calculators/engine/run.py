"""Run one case: read its fields, calculate, and give a result or a message for each field at fault."""

from __future__ import annotations

import difflib
from collections.abc import Mapping

from calculators.engine.calculator import Answers, Calculator
from calculators.engine.errors import AmountError, CaseError
from calculators.engine.fields import Value
from calculators.engine.registry import get
from calculators.engine.result import Result
from calculators.engine.working import Working

MAX_TEXT = 200_000


def run(calculator: str, case: Mapping[str, object]) -> Result:
    """The result of a case; `CaseError` with a message for each field that has to be put right."""
    found = get(calculator)
    return found.calculate(read_case(found, case), Working())


def read_case(calculator: Calculator, case: Mapping[str, object]) -> Answers:
    """The typed texts as exact values, defaults filled in; `CaseError` where any cannot be read."""
    known = {f.name: f for f in calculator.fields}
    errors = {str(name): _unknown(str(name), list(known)) for name in case if name not in known}
    values: dict[str, Value | None] = {}
    given: set[str] = set()
    for name, field in known.items():
        text = case.get(name, "")
        if not isinstance(text, str):
            errors[name] = f"{field.told} must be text in quotation marks"
            continue
        if len(text) > MAX_TEXT:
            errors[name] = f"{field.told} must have {MAX_TEXT:,} characters or fewer"
            continue
        typed = text if text.strip() else field.default
        if text.strip():
            given.add(name)
        if not typed:
            values[name] = None
            if field.required:
                errors[name] = field.missing
            continue
        try:
            values[name] = field.read(typed)
        except AmountError as error:
            errors[name] = str(error)
    if errors:
        raise CaseError(errors)
    return Answers(values, frozenset(given))


def _unknown(name: str, known: list[str]) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    return f"There is no field called '{name[:60]}'. " + (f"Use '{near[0]}'" if near else "Leave it out")
