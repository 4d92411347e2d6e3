"""What a link or a file brought: a case, whether it is whole, and the answer that was given to it then."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from calculators.engine.calculator import Calculator, Figure
from calculators.engine.registry import get
from calculators.engine.result import Result
from calculators.uses.rules_version import rules_version

State = Literal["whole", "broken", "newer", "unchecked"]
"""`unchecked`: it carries no check, since it is older or made by hand. Of what is `broken` nothing is filled in."""

SEAL = re.compile(r"[0-9a-f]{10}")
"""How a check is written, and a version of the rules."""

NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,12})?")
IN_WORDS, NAMED = 64, 10
"""Characters of a name, and names, that a message repeats."""


@dataclass(frozen=True, slots=True)
class Opened:
    """The case as it was typed; and of the answer then, where there was one, the rules, outcome and figures."""

    state: State
    case: dict[str, str]
    rules: str = ""
    outcome: str = ""
    figures: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Difference:
    """A part of the answer as it was and as it is now, in words."""

    label: str
    before: str
    after: str


def seal(parts: Iterable[tuple[str, str]]) -> str:
    """Ten hexadecimal digits over names and texts in their order, other ones where a character of them is another."""
    return hashlib.sha256(json.dumps(list(parts)).encode()).hexdigest()[:10]


def other_rules(opened: Opened, calculator: str) -> bool:
    """Whether it names a version of the rules, and that is not today’s."""
    return bool(SEAL.fullmatch(opened.rules)) and opened.rules != rules_version(calculator)


def differences(opened: Opened, result: Result) -> list[Difference]:
    """What is different now; only what this calculator can have given is repeated of the answer then."""
    calculator = get(result.calculator)
    found = []
    before, after = calculator.outcomes.get(opened.outcome), calculator.outcomes[result.outcome]
    if before and before != after:
        found.append(Difference("Result", before, after))
    for figure in calculator.figures:
        then, now = opened.figures.get(figure.name, ""), result.figures.get(figure.name, "")
        # What lacks in something whole was not there then; else it may have been lost.
        comparable = _can_be(figure, then) if then else opened.state == "whole"
        if comparable and then != now:
            shown = [figure.show(text) if text else "none" for text in (then, now)]
            found.append(Difference(figure.label, *shown))
    return found


def known_names(calculator: Calculator, case: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """The part of a case that the calculator asks for, and the names of the rest."""
    known = {name: text for name, text in case.items() if name in calculator.by_name}
    return known, [name for name in case if name not in known]


def listed(names: Iterable[str]) -> str:
    """Names inside a sentence: long ones cut short, and of many the first."""
    all = list(names)
    told = [name if len(name) <= IN_WORDS else f"{name[:IN_WORDS]}…" for name in all[:NAMED]]
    return ", ".join(told) + (f" and {len(all) - NAMED} more" if len(all) > NAMED else "")


def _can_be(figure: Figure, text: str) -> bool:
    if text in figure.labels or (figure.kind == "yes/no" and text in {"yes", "no"}):
        return True
    if figure.kind != "date":
        return figure.kind not in {"text", "yes/no"} and bool(NUMBER.fullmatch(text))
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
