"""Read a case: typed texts as exact values, or a message for each field at fault; all of them at once."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Mapping
from decimal import Decimal

from calculators.engine.answers import Answers
from calculators.engine.calculator import Calculator
from calculators.engine.errors import CaseError
from calculators.engine.fields import Value
from calculators.values.amounts import visible
from calculators.values.errors import AmountError
from calculators.values.parts import Whole, WholeUnknown

MAX_TEXT = 200_000
SHORT, MOST_REMEMBERED, MOST_WHOLES = 40, 4096, 64
"""Short answers that come again in row after row are read once."""

LONGEST_NAME, MOST_LIKENED = 60, 8
"""How much of an unknown name is repeated, and for how many of them a name like it is sought."""


def read_case(calculator: Calculator, case: Mapping[str, object]) -> Answers:
    """The typed texts as exact values, defaults filled in; `CaseError` where any cannot be read."""
    values, given, errors = _read(calculator, case)
    if errors:
        order = {name: place for place, name in enumerate(calculator.by_name)}
        raise CaseError(dict(sorted(errors.items(), key=lambda item: order.get(item[0], -1))))
    return Answers(values, given)


def read_what_can_be(calculator: Calculator, case: Mapping[str, object]) -> Answers:
    """The same of a case that is still being typed: what cannot be read is left out, and nothing is missing."""
    values, given, errors = _read(calculator, case)
    # A part of a whole that is not known yet has no message of its own where the whole has one.
    return Answers(values, {name for name in given - errors.keys() if values[name] is not None})


def _read(
    calculator: Calculator, case: Mapping[str, object]
) -> tuple[dict[str, Value | None], set[str], dict[str, str]]:
    """The values, the fields that were answered, and a message for each that is at fault."""
    known = calculator.by_name
    errors: dict[str, str] = {}
    values = dict(calculator.unanswered)
    given: set[str] = set()
    parts: dict[str, str] = {}
    remembered, counted = calculator.remembered, calculator.counted
    unknown = 0
    for typed_name, text in case.items():
        name = typed_name if typed_name in known else _shown(str(typed_name))
        if name in given:
            errors[name] = f"{known[name].told} is given twice. Keep one of them"
            continue
        if isinstance(text, str) and (name, text) in remembered:
            values[name] = remembered[name, text]
            given.add(name)
            continue
        if isinstance(text, str) and (name, text) in counted:
            parts[name] = text
            given.add(name)
            continue
        field = known.get(name)
        if field is None:
            unknown += 1
            errors[_short(name)] = _unknown(_short(name), list(known) if unknown <= MOST_LIKENED else [])
        elif not isinstance(text, str):
            errors[name] = f"{field.told} must be text in quotation marks"
        elif len(text) > MAX_TEXT:
            errors[name] = f"{field.told} must have {MAX_TEXT:,} characters or fewer"
        elif not _can_be_written(text):
            errors[name] = f"{field.told} holds half of a character, which cannot be kept. Type it again"
        elif text and not text.isspace() and field.is_answered(text):
            given.add(name)
            if field.total:
                parts[name] = text
                continue
            try:
                values[name] = field.read(text)
                if len(text) <= SHORT and len(remembered) < MOST_REMEMBERED:
                    remembered[name, text] = values[name]
            except AmountError as error:
                errors[name] = str(error)
    errors |= {name: known[name].missing for name in calculator.required - given - errors.keys()}
    _stand_in(calculator, values)
    errors |= _read_parts(calculator, parts, values, unsettled=errors.keys())
    return values, given, errors


def _stand_in(calculator: Calculator, values: dict[str, Value | None]) -> None:
    """Give each field left out the answer to the field that stands in for it."""
    for field in calculator.standing_in:
        if values[field.name] is None:
            values[field.name] = values[field.default_from]


def _read_parts(
    calculator: Calculator,
    parts: Mapping[str, str],
    values: dict[str, Value | None],
    unsettled: Collection[str],
) -> dict[str, str]:
    """Read the counts that are parts of a whole into `values`, and give the messages.

    A whole that no answer gives is taken from the first count that states it: `7 of 10`.
    """
    errors: dict[str, str] = {}
    known, counted = calculator.by_name, calculator.counted
    for name, text in parts.items():
        field = known[name]
        number = values[field.total]
        before = counted.get((name, text))
        if before and number in before:
            values[name] = before[number]
            continue
        total = known[field.total]
        try:
            part = field.read_part(text, Whole(number if isinstance(number, Decimal) else None, total.called))
            values[name] = part.number
            if number is None and part.stated is not None:
                values[total.name] = total.read(str(part.stated))
            elif len(text) <= SHORT and len(counted) < MOST_REMEMBERED and len(before or ()) < MOST_WHOLES:
                counted.setdefault((name, text), {})[number] = part.number
        except WholeUnknown as error:
            # Where the whole has a message of its own, that one is enough.
            if not {total.name, total.default_from} & set(unsettled):
                errors[name] = str(error)
        except AmountError as error:
            errors[name] = str(error)
    return errors


def _shown(name: str) -> str:
    return visible(name).strip()


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}…"


def _can_be_written(text: str) -> bool:
    # Half of a pair of code units comes of cutting a text, and would fail wherever a link or a file is made of it.
    return text.isascii() or not any("\ud800" <= mark <= "\udfff" for mark in text)


def _unknown(name: str, known: list[str]) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    return f"There is no field called '{name}'. " + (f"Use '{near[0]}'" if near else "Leave it out")
