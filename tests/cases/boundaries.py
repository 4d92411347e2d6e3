"""Which worked cases stand just below, at and just above each number of a paper that a calculator compares with.

A case is just below where it is below and one answer, changed by one grain, brings it to the number or past it; and
just above the other way round. A grain is a penny, a hundredth of a percent, one practice or person, one day, or one
answer of yes or no. A side that no grain leads to from any case at the number is not asked for: a group of nine
cannot have ten practices that take part.

A case says in `edge` which rules it stands at, on whichever side, so that one that a changed rule has left behind is
named, though it still passes. Criteria of the levels table are not marked: a case of the gateway stands at dozens.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from calculators.engine.calculator import Calculator
from calculators.engine.case import read_case
from calculators.engine.cases import Case
from calculators.engine.errors import CaseError
from calculators.engine.fields import Field
from calculators.engine.run import decide
from calculators.records.papers import load_paper
from calculators.uses.nearest import GRAIN
from calculators.values.amounts import read_count, read_money, read_number, read_percent
from calculators.values.errors import AmountError

BELOW, AT, ABOVE = "just below", "at", "just above"
DAY = timedelta(days=1)

type Input = Mapping[str, str]


class Place(NamedTuple):
    """One comparison of a case: the record it is with, and which of the case's comparisons with it this is."""

    document: str
    record: str
    number: int


@dataclass
class Sides:
    """What the cases hold for one record: the sides that a case stands on, and those that one could stand on."""

    held: set[str] = field(default_factory=set)
    possible: set[str] = field(default_factory=lambda: {AT})

    @property
    def missing(self) -> set[str]:
        """The sides without a case; where no case is at the number, none is known to be out of reach."""
        return (self.possible if AT in self.held else {BELOW, AT, ABOVE}) - self.held


def missing(calculator: Calculator, cases: Iterable[Case]) -> list[str]:
    """What no case holds, in words: a side of a number that is compared with, or a bound that is a rule."""
    cases = list(cases)
    compared = [
        f"{calculator.id} has no case {side} the number of {record} ({document})"
        for (document, record), known in sides(calculator, cases).items()
        for side in sorted(known.missing)
    ]
    return compared + [
        f"{calculator.id} has no case with {what}" for what in unheld_bounds(calculator, cases)
    ]


def misplaced(calculator: Calculator, cases: Iterable[Case]) -> list[str]:
    """Each case whose `edge` is not what it stands at, in words: a rule it has left, or one it does not name."""
    told = []
    for case in cases:
        declared, found = set(case.edge), edges(calculator, case.input)
        told += [f"no longer stands at {rule}: «{case.name}»" for rule in sorted(declared - found)]
        told += [
            f"stands at {rule} and has no edge saying so: «{case.name}»" for rule in sorted(found - declared)
        ]
    return told


def edges(calculator: Calculator, case: Input) -> set[str]:
    """The rules whose number a case is at, just below or just above: in a comparison, or as the bound of an answer."""
    here = signs(calculator, case)
    at = {place for place, sign in here.items() if sign == 0}
    for near in neighbours(calculator, case):
        there = signs(calculator, near)
        at |= {place for place in here.keys() & there.keys() if here[place] * there[place] <= 0}
    compared = {place.record for place in at if place.record in load_paper(place.document).rules}
    return compared | {
        rule
        for one, rule, bound, _ in rule_bounds(calculator)
        if (value := _read(one, case.get(one.name, ""))) is not None and abs(value - bound) <= GRAIN[one.kind]
    }


def sides(calculator: Calculator, cases: Iterable[Case]) -> dict[tuple[str, str], Sides]:
    """For each record that the calculator compares with in any of the cases, what the cases hold."""
    found: dict[tuple[str, str], Sides] = defaultdict(Sides)
    for case in cases:
        here = signs(calculator, case.input)
        for place, sign in here.items():
            if sign == 0:
                found[place.document, place.record].held.add(AT)
        if all(_settled(found[place.document, place.record], sign) for place, sign in here.items()):
            continue
        for near in neighbours(calculator, case.input):
            there = signs(calculator, near)
            for place in here.keys() & there.keys():
                _note(found[place.document, place.record], here[place], there[place])
    return dict(found)


def signs(calculator: Calculator, case: Input) -> dict[Place, int]:
    """For each comparison of a case, -1 below, 0 at and 1 above; nothing for a case that gets messages."""
    try:
        made = decide(calculator.id, case).working.comparisons
    except CaseError:
        return {}
    count: dict[tuple[str, str], int] = defaultdict(int)
    found = {}
    for one in made:
        key = (one.document, one.record)
        found[Place(*key, count[key])] = (one.left > one.right) - (one.left < one.right)
        count[key] += 1
    return found


def neighbours(calculator: Calculator, case: Input) -> Iterator[Input]:
    """The case with one answer changed by one grain, either way, for each answer that has a grain."""
    try:
        answers = read_case(calculator, case)
    except CaseError:
        return
    for one in calculator.fields:
        value = answers[one.name]
        if isinstance(value, bool):
            yield {**case, one.name: "no" if value else "yes"}
        elif isinstance(value, date):
            yield from ({**case, one.name: (value + sign * DAY).isoformat()} for sign in (-1, 1))
        elif one.kind in GRAIN and isinstance(value, int | Decimal):
            yield from ({**case, one.name: str(value + sign * GRAIN[one.kind])} for sign in (-1, 1))


def unheld_bounds(calculator: Calculator, cases: Iterable[Case]) -> list[str]:
    """What the cases lack for each field whose bound is a rule of the paragraph that it comes from.

    One case is at the bound, and one a grain beyond it, with a message on that field.
    """
    cases = list(cases)
    at_fault = {case.name: _faults(calculator, case.input) for case in cases}
    lacking = []
    for one, rule, bound, outward in rule_bounds(calculator):
        given = [
            (value, one.name in at_fault[case.name])
            for case in cases
            if (value := _read(one, case.input.get(one.name, ""))) is not None
        ]
        beyond = bound + outward * GRAIN[one.kind]
        wanted = {(bound, False): "at", (beyond, True): "a grain beyond"}
        lacking += [f"{one.name} {side} {rule}" for place, side in wanted.items() if place not in given]
    return lacking


def rule_bounds(calculator: Calculator) -> Iterator[tuple[Field, str, Decimal, int]]:
    """Each bound of a field that is a rule's number: the field, the rule, the number, and which way is outward."""
    for one in calculator.fields:
        rules = load_paper(one.source.document).rules.values() if one.source else ()
        for bound, outward in ((one.minimum, -1), (one.maximum, 1)):
            for rule in rules:
                told_there = one.source and one.source.paragraph in (rule.paragraph, *rule.also)
                if bound and told_there and rule.value == str(bound):
                    yield one, rule.id, bound, outward


def _faults(calculator: Calculator, case: Input) -> Mapping[str, str]:
    try:
        decide(calculator.id, case)
    except CaseError as error:
        return error.errors
    return {}


def _read(one: Field, text: str) -> Decimal | None:
    """What was typed, whether or not it is within the field's bounds; nothing where it is no number."""
    readers = {"money": read_money, "percent": read_percent, "count": read_count, "number": read_number}
    try:
        return Decimal(readers[one.kind](text)) if text and one.kind in readers else None
    except AmountError:
        return None


def _settled(known: Sides, sign: int) -> bool:
    """Whether the neighbours of a case on this side of the record have nothing more to tell."""
    if sign:
        return (BELOW if sign < 0 else ABOVE) in known.held
    return {BELOW, ABOVE} <= known.possible


def _note(known: Sides, here: int, there: int) -> None:
    """What a case and its neighbour tell, by the signs of the same comparison in both."""
    if here == 0 and there:
        known.possible.add(BELOW if there < 0 else ABOVE)
    elif here < 0 <= there:
        known.held.add(BELOW)
    elif here > 0 >= there:
        known.held.add(ABOVE)
