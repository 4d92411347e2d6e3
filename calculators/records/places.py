"""Fill the places in a record's words: `{approval-clock-limit}` stands for the value of that rule."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from calculators.records.errors import RecordError, meant
from calculators.records.schemas import Rule

# A rule's id, and after it `words`, or which value of a list: `{les-start}`, `{idea-tests words}`, `{rate 2}`.
PLACE = re.compile(r"\{([^{}]*)\}")


def filled(file: Path, rules: Mapping[str, Rule], table: Mapping[str, Any], name: str = "") -> dict[str, Any]:
    """The table with every place in its texts filled from these rules, or from its own field of that name.

    `RecordError` naming the file and the record where there is no such rule, field or value.
    """
    name = name or str(table.get("id"))

    def shown(place: re.Match[str]) -> str:
        id, _, how = place[1].partition(" ")
        if isinstance(own := table.get(id), str) and not how:
            return own
        if id not in rules:
            raise RecordError(file, name, f"names the unknown rule '{id}'{meant(id, rules)}")
        values = rules[id].value
        if how.isdigit() and isinstance(values, tuple) and 0 < int(how) <= len(values):
            return rules[id].show(int(how))
        if how not in {"", "words"}:
            raise RecordError(file, name, f"asks for '{how}' of the rule '{id}', which has no such value")
        return rules[id].show(words=bool(how))

    def of(value: Any) -> Any:
        if isinstance(value, str):
            return PLACE.sub(shown, value) if "{" in value else value
        if isinstance(value, list):
            return [of(v) for v in value]
        return filled(file, rules, value, name) if isinstance(value, Mapping) else value

    return {key: of(value) for key, value in table.items()}
