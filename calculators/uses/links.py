"""A link that carries a case: answers, the version of the rules and the answer they gave, in the fragment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from calculators.engine.registry import get
from calculators.engine.result import Result
from calculators.uses.rules_version import rules_version
from calculators.values.data import Json

VERSION, OUTCOME, FIGURE = "_rules", "_outcome", "_figure."


@dataclass(frozen=True, slots=True)
class Opened:
    """What a fragment held: the case, and what the answer was when the link was made."""

    case: dict[str, str]
    version: str
    outcome: str
    figures: dict[str, str]


def fragment(case: Mapping[str, str], result: Result) -> str:
    """The case and its answer as a fragment, without the `#`. Empty answers are left out."""
    parts = [(name, text) for name, text in case.items() if text.strip()]
    parts.append((VERSION, rules_version(result.calculator)))
    parts.append((OUTCOME, result.outcome))
    parts += [(FIGURE + name, text) for name, text in result.figures.items()]
    return urlencode(parts)


def carried(case: Mapping[str, str]) -> str:
    """A case alone as a fragment, for the step from one calculator to the next."""
    return urlencode([(name, text) for name, text in case.items() if text.strip()])


def read_fragment(text: str) -> Opened:
    """What the fragment holds. Any text can be read; what is not a case will be refused when it is run."""
    case: dict[str, str] = {}
    told: dict[str, str] = {}
    for name, value in parse_qsl(text.removeprefix("#"), keep_blank_values=False):
        (told if name.startswith("_") else case)[name] = value
    figures = {k.removeprefix(FIGURE): v for k, v in told.items() if k.startswith(FIGURE)}
    return Opened(case, told.get(VERSION, ""), told.get(OUTCOME, ""), figures)


def changed(opened: Opened, result: Result) -> Json | None:
    """What is different now from what the link said, in words; None where the rules are the same."""
    calculator = get(result.calculator)
    if not opened.version or opened.version == rules_version(result.calculator):
        return None
    differences = []
    if opened.outcome and opened.outcome != result.outcome:
        before = calculator.outcomes.get(opened.outcome, opened.outcome)
        differences.append(
            {"label": "Result", "before": before, "after": calculator.outcomes[result.outcome]}
        )
    for figure in calculator.figures:
        before, after = opened.figures.get(figure.name, ""), result.figures.get(figure.name, "")
        if before != after:
            shown = [figure.show(text) if text else "none" for text in (before, after)]
            differences.append({"label": figure.label, "before": shown[0], "after": shown[1]})
    return {"differences": differences}
