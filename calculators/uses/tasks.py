"""The fixed list of what a page may ask of its worker: each task takes texts and gives what becomes JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import cast

from calculators.engine.errors import CaseError
from calculators.engine.fields import Field
from calculators.engine.registry import get
from calculators.engine.result import Result
from calculators.engine.run import run
from calculators.engine.so_far import so_far
from calculators.uses import compare, files, links, lists, nearest, opening, outline, practices
from calculators.uses.calendar import calendar
from calculators.uses.nearest import Tell
from calculators.uses.notes import read_notes
from calculators.uses.opened import Opened, known_names, listed
from calculators.uses.personal import without_people
from calculators.uses.rendering import environment, render_result
from calculators.uses.rules_version import rules_version
from calculators.uses.taken import take_cases, take_table
from calculators.values.data import Json
from calculators.values.grids import sheets_of

Payload = Mapping[str, object]
UNNAMED = ("First case", "Second case")


def _run(calculator: str, payload: Payload, base: str, tell: Tell) -> Json:
    """`case` → `result`, `html`, the `fragment` of a link that carries it, and what is `left_out` of that."""
    case = _case(payload.get("case"))
    return _shown(run(calculator, case), case, base)


def _shown(result: Result, case: Mapping[str, str], base: str) -> Json:
    carried, left_out = without_people(result.calculator, case)
    html = render_result(result, carried, base)
    fragment = links.fragment(carried, result)
    return {"result": result.to_json(), "html": html, "fragment": fragment, "left_out": left_out}


def _opened(calculator: str, payload: Payload, base: str, tell: Tell) -> Json:
    """`fragment` of a link → what it brought, with all that `_run` gives where it told of an answer."""
    found = links.read_fragment(str(payload.get("fragment", "")))
    return _brought(calculator, found, "link", base)


def _file(calculator: str, payload: Payload, base: str, tell: Tell) -> Json:
    """`case` → its file as `text`, whether it can be answered or not, and what is `left_out` of it."""
    case, left_out = without_people(calculator, _case(payload.get("case")))
    return {"text": files.written(calculator, case), "left_out": left_out}


def _file_opened(calculator: str, payload: Payload, base: str, tell: Tell) -> Json:
    """`text` of a file → what it brought, as `_opened` gives it."""
    found = files.read_file(calculator, str(payload.get("text", "")))
    return _brought(calculator, found, "file", base)


def _brought(calculator: str, found: Opened, what: str, base: str) -> Json:
    reply, result = opening.opened(calculator, found, what)
    return reply | _shown(result, cast(dict[str, str], reply["case"]), base) if result else reply


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
    # What was kept or sent long ago may hold what is not asked for any longer.
    second, unknown = known_names(get(calculator), second)
    found = compare.compare(calculator, first, second)
    html = compare.render_comparison(calculator, found, (one, other), left_out=listed(unknown))
    return {"html": html}


def _saved(calculator: str, payload: Payload, base: str, tell: Tell) -> Json:
    """`case`, the `notes` beside it and the `stamp` of this moment → what to take away.

    `data`, `table` and `list` are texts of JSON and CSV, `outline` is what a Word document is made of, and `calendar`
    a calendar file with the dates, where there are any; `unread` are those that were written as no date. `left_out`
    says which columns of the case's tables are in none of them.
    """
    case, left_out = without_people(calculator, _case(payload.get("case")))
    notes = read_notes(payload.get("notes"))
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
        "left_out": left_out,
    }


def _table(calculator: str, payload: Payload, base: str, tell: Tell) -> Json:
    """`table` or `sheets` → what is read of it, as a form's table (`field`) or as a table of cases.

    `columns` are a reader's choices by heading: a field's name, an empty text (not used) or `drop`. With `rewrite`
    the reply has the `table` as CSV in our headings. See `Taken` for what it has besides.
    """
    sheets, chosen = sheets_of(payload), chosen_in(payload)
    if payload.get("field"):
        taken = take_table(_table_field(calculator, payload), sheets, chosen)
    else:
        taken = take_cases(get(calculator), sheets, chosen)
    return taken.to_json(rewrite=payload.get("rewrite") is True)


def _so_far(calculator: str, payload: Payload, base: str, tell: Tell) -> Json:
    """`case`, finished or not → the fields that are `needless`, and what is `known` of others: see `SoFar`."""
    return so_far(calculator, _case(payload.get("case"))).to_json()


def _join(calculator: str, payload: Payload, base: str, tell: Tell) -> Json:
    """`older` and `newer` tables of practices, as they are kept, → both as one; a `field` takes such tables."""
    field = _table_field(calculator, payload)
    return practices.join(field, str(payload.get("older", "")), str(payload.get("newer", "")))


def _table_field(calculator: str, payload: Payload) -> Field:
    found, name = get(calculator), payload.get("field")
    if isinstance(name, str) and name in found.by_name and (field := found.field(name)).kind == "table":
        return field
    raise CaseError({"table": "There is no such table to fill in"})


def chosen_in(payload: Payload) -> dict[str, str]:
    """What a reader has decided about headings, in a page's question."""
    value = payload.get("columns")
    return {str(k): str(v) for k, v in value.items()} if isinstance(value, dict) else {}


def _case(value: object) -> dict[str, str]:
    """The case in a payload; what is no text in it is named when it is run."""
    return cast(dict[str, str], value) if isinstance(value, dict) else {}


Task = Callable[[str, Payload, str, Tell], Json]
TASKS: Mapping[str, Task] = {
    "run": _run,
    "opened": _opened,
    "file": _file,
    "file_opened": _file_opened,
    "nearest": _nearest,
    "compare": _compare,
    "saved": _saved,
    "table": _table,
    "so_far": _so_far,
    "join": _join,
}
