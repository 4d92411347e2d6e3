"""Read a case: typed texts as exact values, or a message for each field at fault."""

from __future__ import annotations

import difflib
from collections.abc import Mapping

from calculators.engine.answers import Answers
from calculators.engine.calculator import Calculator
from calculators.engine.errors import CaseError
from calculators.values.errors import AmountError

MAX_TEXT = 200_000
SHORT, MOST_REMEMBERED = 40, 4096
"""Short answers that come again in row after row are read once."""


def read_case(calculator: Calculator, case: Mapping[str, object]) -> Answers:
    """The typed texts as exact values, defaults filled in; `CaseError` where any cannot be read."""
    known = calculator.by_name
    errors: dict[str, str] = {}
    values = dict(calculator.unanswered)
    given: set[str] = set()
    remembered = calculator.remembered
    for name, text in case.items():
        if isinstance(text, str) and (name, text) in remembered:
            values[name] = remembered[name, text]
            given.add(name)
            continue
        field = known.get(name)
        if field is None:
            errors[str(name)] = _unknown(str(name), list(known))
        elif not isinstance(text, str):
            errors[name] = f"{field.told} must be text in quotation marks"
        elif len(text) > MAX_TEXT:
            errors[name] = f"{field.told} must have {MAX_TEXT:,} characters or fewer"
        elif not _can_be_written(text):
            errors[name] = f"{field.told} holds half of a character, which cannot be kept. Type it again"
        elif text and not text.isspace():
            given.add(name)
            try:
                values[name] = field.read(text)
                if len(text) <= SHORT and len(remembered) < MOST_REMEMBERED:
                    remembered[name, text] = values[name]
            except AmountError as error:
                errors[name] = str(error)
    if missing := calculator.required - given - errors.keys():
        errors |= {name: known[name].missing for name in missing}
    if errors:
        order = {name: place for place, name in enumerate(known)}
        raise CaseError(dict(sorted(errors.items(), key=lambda item: order.get(item[0], -1))))
    return Answers(values, given)


def _can_be_written(text: str) -> bool:
    # Half of a pair of code units comes of cutting a text, and would fail wherever a link or a file is made of it.
    return text.isascii() or not any("\ud800" <= mark <= "\udfff" for mark in text)


def _unknown(name: str, known: list[str]) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    return f"There is no field called '{name[:60]}'. " + (f"Use '{near[0]}'" if near else "Leave it out")
