"""The fixed list of what a page may ask of its worker: each task takes texts and gives what becomes JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import cast

from calculators.engine.errors import CaseError
from calculators.engine.registry import get
from calculators.engine.run import run
from calculators.uses import compare, links, lists, nearest, outline
from calculators.uses.calendar import calendar
from calculators.uses.nearest import Tell
from calculators.uses.notes import read_notes
from calculators.uses.rendering import environment, render_result
from calculators.uses.rules_version import rules_version
from calculators.values.data import Json

Payload = Mapping[str, object]
UNNAMED = ("First case", "Second case")


def _run(calculator: str, payload: Payload, base: str, tell: Tell) -> Json:
    """`case` → `result`, `html`, and the `fragment` of a link that carries it."""
    case = _case(payload.get("case"))
    result = run(calculator, case)
    html = render_result(result, case, base)
    return {"result": result.to_json(), "html": html, "fragment": links.fragment(case, result)}


def _opened(calculator: str, payload: Payload, base: str, tell: Tell) -> Json:
    """`fragment` → its `case`; where it can be answered also what `_run` gives and a `notice` of changes."""
    opened = links.read_fragment(str(payload.get("fragment", "")))
    found = get(calculator)
    known = {f.name for f in found.fields}
    case = {name: text for name, text in opened.case.items() if name in known}
    reply: Json = {"case": case, "dropped": sorted(set(opened.case) - known)}
    if not opened.version:
        return reply
    try:
        result = run(calculator, case)
    except CaseError as refused:
        return reply | refused.to_json()
    changes = links.changed(opened, result)
    if changes is not None or reply["dropped"]:
        template = environment().get_template("changed.html.jinja")
        reply["notice"] = template.render(
            differences=(changes or {}).get("differences", []), dropped=reply["dropped"]
        )
    return reply | _run(calculator, {"case": case}, base, tell)


def _nearest(calculator: str, payload: Payload, base: str, tell: Tell) -> Json:
    """`case` → `html` of the nearest answers that change the outcome, and the `ways` as data."""
    ways = [way.to_json() for way in nearest.nearest(calculator, _case(payload.get("case")), tell)]
    html = environment().get_template("nearest.html.jinja").render(ways=ways)
    return {"ways": ways, "html": html}


def _compare(calculator: str, payload: Payload, base: str, tell: Tell) -> Json:
    """`first` and `second` cases with their `names` → `html` of the two side by side."""
    first, second = _case(payload.get("first")), _case(payload.get("second"))
    given = payload.get("names")
    names = [str(name) for name in given] if isinstance(given, list) else []
    one, other = names if len(names) == len(UNNAMED) else UNNAMED
    found = compare.compare(calculator, first, second)
    return {"html": compare.render_comparison(calculator, found, (one, other))}


def _saved(calculator: str, payload: Payload, base: str, tell: Tell) -> Json:
    """`case`, the `notes` beside it and the `stamp` of this moment → what to take away.

    `data`, `table` and `list` are texts of JSON and CSV, `outline` is what a Word document is made of, and `calendar`
    a calendar file with the dates, where there are any; `unread` are those that were written as no date.
    """
    case, notes = _case(payload.get("case")), read_notes(payload.get("notes"))
    result = run(calculator, case)
    version = rules_version(calculator)
    data = {"case": case, **result.to_json(), "rules_version": version, "notes_of_the_group": notes.to_json()}
    dates = calendar(result, case, notes, str(payload.get("stamp", "")))
    return {
        "data": json.dumps(data, ensure_ascii=False, indent=2),
        "table": lists.row(result, case, notes),
        "list": lists.conditions(result, notes),
        "outline": outline.outline(result, case, notes),
        "calendar": dates.text,
        "unread": list(dates.unread),
    }


def _case(value: object) -> dict[str, str]:
    """The case in a payload; what is no text in it is named when it is run."""
    return cast(dict[str, str], value) if isinstance(value, dict) else {}


Task = Callable[[str, Payload, str, Tell], Json]
TASKS: Mapping[str, Task] = {
    "run": _run,
    "opened": _opened,
    "nearest": _nearest,
    "compare": _compare,
    "saved": _saved,
}
