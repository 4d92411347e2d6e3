"""Read a case: typed texts as exact values, or a message for each field at fault; all of them at once."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from decimal import Decimal
from typing import cast

from calculators.engine.answers import Answers
from calculators.engine.calculator import Calculator
from calculators.engine.errors import CaseError
from calculators.engine.fields import Field, Value
from calculators.values.amounts import visible
from calculators.values.errors import AmountError
from calculators.values.faults import TableError
from calculators.values.formats import quoted
from calculators.values.parts import Whole, WholeUnknown

MAX_TEXT = 200_000
SHORT, MOST_REMEMBERED, MOST_WHOLES = 40, 512, 64
"""Short answers that come again in row after row are read once."""

LONGEST_NAME, MOST_LIKENED = 60, 8
"""How much of an unknown name is repeated, and for how many of them a name like it is sought."""


def read_case(calculator: Calculator, case: Mapping[str, object]) -> Answers:
    """The typed texts as exact values, defaults filled in; `CaseError` where any cannot be read."""
    values, given, errors, faults = _read(calculator, case)
    if errors:
        order = {name: place for place, name in enumerate(calculator.by_name)}
        in_order = dict(sorted(errors.items(), key=lambda item: order.get(item[0], -1)))
        raise CaseError(in_order, faults)
    return Answers(values, given)


def read_what_can_be(calculator: Calculator, case: Mapping[str, object]) -> Answers:
    """The same of a case that is still being typed: what cannot be read is left out, and nothing is missing."""
    values, given, errors, _ = _read(calculator, case)
    # A part of a whole that is not known yet has no message of its own where the whole has one.
    return Answers(values, {name for name in given - errors.keys() if values[name] is not None})


def _read(
    calculator: Calculator, case: Mapping[str, object]
) -> tuple[dict[str, Value | None], set[str], dict[str, str], dict[str, tuple[str, ...]]]:
    """The values, the fields that were answered, a message for each that is at fault, and a table's faults apart."""
    known = calculator.by_name
    errors: dict[str, str] = {}
    faults: dict[str, tuple[str, ...]] = {}
    values = dict(calculator.unanswered)
    remembered, counted = calculator.remembered, calculator.counted
    new: dict[str, object] = {}
    for name, text in case.items():
        try:
            values[name] = remembered[name][text]  # type: ignore[index] # what is no text is not remembered
        except (KeyError, TypeError):
            new[name] = text
    given = {*case}.difference(new)
    typed: dict[str, str] = {}
    unknown: list[str] = []
    for typed_name, text in new.items():
        name = typed_name if typed_name in known else _shown(str(typed_name))
        if name in given:
            errors[name] = f"{known[name].told} is given twice. Keep one of them"
            continue
        field = known.get(name)
        if field is None:
            unknown.append(_short(name))
        elif not isinstance(text, str):
            errors[name] = f"{field.told} must be text in quotation marks"
        elif len(text) > MAX_TEXT:
            errors[name] = f"{field.told} must have {MAX_TEXT:,} characters or fewer"
        elif not _can_be_written(text):
            errors[name] = f"{field.told} holds half of a character, which cannot be kept. Type it again"
        elif text and not text.isspace() and field.is_answered(text):
            given.add(name)
            if field.total:
                typed[name] = text
                if len(text) <= SHORT and len(remembered[name]) < MOST_REMEMBERED:
                    remembered[name][text] = None
                continue
            try:
                values[name] = field.read(text)
                if len(text) <= SHORT and len(remembered[name]) < MOST_REMEMBERED:
                    remembered[name][text] = values[name]
            except AmountError as error:
                errors[name] = str(error)
                if isinstance(error, TableError):
                    faults[name] = error.sentences
    errors |= _unknown(calculator, unknown)
    errors |= {name: known[name].missing for name in calculator.required - given - errors.keys()}
    _stand_in(calculator, values)
    parts = {name: typed.get(name) or cast(str, case[name]) for name in counted if name in given}
    errors |= _read_parts(calculator, parts, values, given, unsettled=errors.keys())
    return values, given, errors, faults


def _stand_in(calculator: Calculator, values: dict[str, Value | None]) -> None:
    """Give each field left out the answer to the field that stands in for it."""
    for field in calculator.standing_in:
        if values[field.name] is None:
            values[field.name] = values[field.default_from]


def _read_parts(
    calculator: Calculator,
    parts: Mapping[str, str],
    values: dict[str, Value | None],
    given: Collection[str],
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
        before = counted[name].get(text)
        if before and number in before:
            values[name] = before[number]
            continue
        total = known[field.total]
        try:
            whole = number if isinstance(number, Decimal) else None
            part = field.read_part(text, Whole(whole, _called(calculator, total, given)))
            values[name] = part.number
            if number is None and part.stated is not None:
                values[total.name] = total.read(str(part.stated))
            elif (
                len(text) <= SHORT
                and len(counted[name]) < MOST_REMEMBERED
                and len(before or ()) < MOST_WHOLES
            ):
                counted[name].setdefault(text, {})[number] = part.number
        except WholeUnknown as error:
            # Where the whole has a message of its own, that one is enough.
            if not {total.name, total.default_from} & set(unsettled):
                errors[name] = str(error)
        except AmountError as error:
            errors[name] = str(error)
    return errors


def _called(calculator: Calculator, total: Field, given: Collection[str]) -> str:
    """What a whole is called: where another answer stands in for it, that is what the reader has given."""
    if not total.default_from or total.name in given:
        return total.called
    return f"{calculator.field(total.default_from).called}, unless you also enter {total.called}"


def _shown(name: str) -> str:
    return visible(name).strip()


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}…"


def _can_be_written(text: str) -> bool:
    # Half of a pair of code units comes of cutting a text, and would fail wherever a link or a file is made of it.
    return text.isascii() or not any("\ud800" <= mark <= "\udfff" for mark in text)


def _unknown(calculator: Calculator, names: list[str]) -> dict[str, str]:
    """That there are no such fields, and of the first of them which were probably meant."""
    headings = calculator.headings() if names else None
    near = {name: headings.likely(name) for name in names[:MOST_LIKENED]} if headings else {}
    return {
        name: f"There is no field called {quoted(name)}. "
        + (f"Use {quoted(meant)}" if (meant := near.get(name)) else "Leave it out")
        for name in names
    }
