"""A case as a file of our own in JSON, to be kept or sent, and opened again."""

from __future__ import annotations

import json
from collections.abc import Mapping

from calculators.engine.errors import CaseError
from calculators.engine.registry import get, ids, title
from calculators.engine.run import decide
from calculators.uses.opened import Opened, State, listed, seal
from calculators.uses.rules_version import rules_version
from calculators.values.data import Json

FORMAT, CURRENT = "calculator-case", 1
FIELD = "case-file"
"""What a message about a file is told at."""

NOT_OURS = (
    "The file must be one that “Save as a file” has made. "
    "This is another kind of file, or one that was cut or damaged on its way"
)


def written(calculator: str, case: Mapping[str, str]) -> str:
    """The case as a file’s text, with the answer to it where it can be answered. Empty answers are left out."""
    kept: Json = {
        "format": FORMAT,
        "version": CURRENT,
        "calculator": get(calculator).id,
        "case": {name: text for name, text in case.items() if str(text).strip()},
        "rules_version": rules_version(calculator),
    }
    try:
        decision = decide(calculator, case)
    except CaseError:
        pass  # What is half filled in is worth keeping, too.
    else:
        kept |= {"outcome": decision.outcome, "figures": decision.figures}
    # In ASCII, so that no program on the way can take it for another encoding.
    return json.dumps(kept | {"check": _check(kept)}, indent=2)


def read_file(calculator: str, text: str) -> Opened:
    """What the file holds; `CaseError` where it is no file of ours, or one of another calculator.

    A result that was downloaded as JSON is read, too; it has no check.
    """
    try:
        found = json.loads(text.removeprefix("\ufeff"), parse_float=str)
    except (ValueError, RecursionError):
        raise CaseError({FIELD: NOT_OURS}) from None
    if not isinstance(found, dict) or not isinstance(found.get("case"), dict):
        raise CaseError({FIELD: NOT_OURS})
    if found.get("calculator") != calculator:
        raise CaseError({FIELD: _elsewhere(found.get("calculator"))})
    figures = found.get("figures")
    return Opened(
        _state(found),
        {name: _text(answer) for name, answer in found["case"].items()},
        rules=_text(found.get("rules_version")),
        outcome=_text(found.get("outcome")),
        figures={name: _text(each) for name, each in figures.items()} if isinstance(figures, dict) else {},
    )


def _state(found: Mapping[str, object]) -> State:
    if "format" not in found and "check" not in found and "version" not in found:
        return "unchecked"
    kept = {name: part for name, part in found.items() if name != "check"}
    if found.get("format") != FORMAT or found.get("check") != _check(kept):
        return "broken"
    return "whole" if found.get("version") == CURRENT else "newer"


def _check(kept: Mapping[str, object]) -> str:
    """Over what the file says, so that it may be laid out anew."""
    return seal((name, json.dumps(kept[name], sort_keys=True)) for name in sorted(kept))


def _elsewhere(other: object) -> str:
    if not isinstance(other, str) or other not in ids():
        named = listed([other]) if isinstance(other, str) else "none"
        return f"The file must be for this calculator. It names one that is not known here: {named}"
    return f"The file must be for this calculator. It holds answers to “{title(other)}”: open it there"


def _text(answer: object) -> str:
    """An answer that somebody has edited by hand as what they would have typed."""
    if answer is None or isinstance(answer, bool):
        return {True: "yes", False: "no", None: ""}[answer]
    return answer if isinstance(answer, str) else json.dumps(answer)
