"""What a worked case expects, held against what came out."""

import json
from collections.abc import Mapping
from typing import Any

from calculators.engine.cases import Case
from calculators.uses.door import perform


def here(calculator: str, case: dict[str, str]) -> str:
    """The reply of the core in this Python."""
    return perform("run", calculator, json.dumps({"case": case}), "/")


def differences(case: Case, reply: Mapping[str, Any]) -> list[str]:
    """Every part of the reply that is not as the case says, in words."""
    expected = dict(case.expect)
    if "errors" in expected:
        return _errors(expected["errors"], reply.get("errors", {}))
    if "errors" in reply:
        return [f"errors: {reply['errors']}"]
    result = reply["result"]
    found = _shallow(expected, result, ("outcome", "headline"))
    for part in ("checks", "readings"):
        rows = {row["id"]: row for row in result[part]}
        for id_, wanted in expected.pop(part, {}).items():
            found += _row(
                f"{part} {id_}", wanted, rows.get(id_, {}), "met" if part == "checks" else "outcome"
            )
    if "notes" in expected and not any(expected["notes"] in note for note in result["notes"]):
        found.append(f"no note says {expected['notes']!r}")
    expected.pop("notes", None)
    for name, wanted in expected.pop("figures", {}).items():
        # An empty text stands for a figure that does not apply.
        if result["figures"].get(name, "") != wanted:
            found.append(f"figures {name}: expected {wanted!r}, got {result['figures'].get(name)!r}")
    return found + [f"the case expects an unknown part: {part}" for part in expected]


def told(calculator: str, case: Case, found: list[str]) -> str:
    """A case that fails, as whoever mends it needs it: name, input, what was expected and got, and the arithmetic."""
    given = ", ".join(f"{name} = {text!r}" for name, text in case.input.items())
    lines = [f"given: {given}", *found, f"why: {case.why.strip() or 'nothing is written'}"]
    return "\n  ".join([f"{calculator}: {case.name}", *lines])


def _shallow(expected: dict[str, Any], result: Mapping[str, Any], names: tuple[str, ...]) -> list[str]:
    wanted = {name: expected.pop(name) for name in names if name in expected}
    return [
        f"{name}: expected {text!r}, got {result[name]!r}"
        for name, text in wanted.items()
        if result[name] != text
    ]


def _row(name: str, wanted: Any, row: Mapping[str, Any], key: str) -> list[str]:
    parts = wanted if isinstance(wanted, dict) else {key: wanted}
    return [f"{name} {k}: expected {v!r}, got {row.get(k)!r}" for k, v in parts.items() if row.get(k) != v]


def _errors(expected: Mapping[str, str], errors: Mapping[str, str]) -> list[str]:
    found = [f"no error on {name}" for name in expected if name not in errors]
    found += [f"an error on {name}: {text}" for name, text in errors.items() if name not in expected]
    said = ((name, errors.get(name, ""), part) for name, part in expected.items())
    return found + [
        f"{name}: expected {part!r} in it, got {text!r}" for name, text, part in said if part not in text
    ]
