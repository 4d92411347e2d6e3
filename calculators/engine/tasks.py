"""What the page may ask of its worker beside a plain run; each task takes texts and gives JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from itertools import islice

from calculators.engine import batch_page, compare, nearest, outline, share
from calculators.engine.batch import Batch, Line, one_row
from calculators.engine.errors import CaseError, UnknownCalculator
from calculators.engine.nearest import Tell
from calculators.engine.registry import get
from calculators.engine.rendering import environment, render_result
from calculators.engine.result import Json
from calculators.engine.run import run
from calculators.engine.version import rules_version

Payload = Mapping[str, object]
UNNAMED = ("First case", "Second case")


def perform(
    task: str, calculator: str, payload_json: str, base: str, tell: Tell = lambda done, total: None
) -> str:
    """The reply to one task as JSON: what the task gives, or `{"errors"}` by field.

    A task that takes long tells meanwhile how far it is.
    """

    def reply() -> Json:
        get(calculator)
        return TASKS[task](calculator, json.loads(payload_json), base, tell)

    return json.dumps(_answered(reply))


class Job:
    """A table of cases for the page, some rows at a time: `step` gives JSON, the last time the whole reply."""

    def __init__(self, calculator: str, table: str) -> None:
        """Read the table; what is wrong with it is told by the first step."""
        self._batch: Batch | None = None
        self._first: list[Line] = []
        self._wrong = _answered(lambda: self._open(calculator, table))

    def step(self, rows: int) -> str:
        """Work out the next rows: `progress`, or once all are done the `table` as CSV and its summary.

        `outcomes` counts each outcome under its label, `wrong` the rows that could not be worked out, and
        `html` shows them, the faults first.
        """
        job = self._batch
        if job is None:
            return json.dumps(self._wrong)
        lines = (line for line in job.step(rows) if not line.faults)
        self._first += islice(lines, batch_page.SHOWN - len(self._first))
        if job.done < job.total:
            return json.dumps({"progress": {"done": job.done, "total": job.total}})
        outcomes = batch_page.outcomes(job)
        html = batch_page.render_batch(job, self._first)
        reply = {"table": job.table, "total": job.total, "wrong": len(job.wrong), "outcomes": outcomes}
        return json.dumps(reply | {"html": html})

    def _open(self, calculator: str, table: str) -> Json:
        job = Batch(calculator, table)
        if not job.total:
            raise CaseError({"table": "The table must have at least one row below its header"})
        self._batch = job
        return {}


def _answered(reply: Callable[[], Json]) -> Json:
    try:
        return reply()
    except CaseError as error:
        return {"errors": error.errors}
    except UnknownCalculator as error:
        return {"errors": {"calculator": str(error.args[0])}}


def _run(calculator: str, payload: Payload, base: str, tell: Tell) -> Json:
    """`case` → `result`, `html`, and the `fragment` of a link that carries it."""
    case = _texts(payload.get("case"))
    result = run(calculator, case)
    html = render_result(result, case, base)
    return {"result": result.to_json(), "html": html, "fragment": share.fragment(case, result)}


def _opened(calculator: str, payload: Payload, base: str, tell: Tell) -> Json:
    """`fragment` → its `case`; where it can be answered also what `_run` gives and a `notice` of changes."""
    opened = share.read_fragment(str(payload.get("fragment", "")))
    found = get(calculator)
    known = {f.name for f in found.fields}
    case = {name: text for name, text in opened.case.items() if name in known}
    reply: Json = {"case": case, "dropped": sorted(set(opened.case) - known)}
    if not opened.version:
        return reply
    try:
        result = run(calculator, case)
    except CaseError as error:
        return reply | {"errors": error.errors}
    changes = share.changed(opened, result)
    if changes is not None or reply["dropped"]:
        template = environment().get_template("changed.html.jinja")
        reply["notice"] = template.render(
            differences=(changes or {}).get("differences", []), dropped=reply["dropped"]
        )
    return reply | _run(calculator, {"case": case}, base, tell)


def _nearest(calculator: str, payload: Payload, base: str, tell: Tell) -> Json:
    """`case` → `html` of the nearest answers that change the outcome, and the `ways` as data."""
    ways = [way.to_json() for way in nearest.nearest(calculator, _texts(payload.get("case")), tell)]
    html = environment().get_template("nearest.html.jinja").render(ways=ways)
    return {"ways": ways, "html": html}


def _compare(calculator: str, payload: Payload, base: str, tell: Tell) -> Json:
    """`first` and `second` cases with their `names` → `html` of the two side by side."""
    first, second = _texts(payload.get("first")), _texts(payload.get("second"))
    given = payload.get("names")
    names = [str(name) for name in given] if isinstance(given, list) else []
    one, other = names if len(names) == len(UNNAMED) else UNNAMED
    found = compare.compare(calculator, first, second)
    return {"html": compare.render_comparison(calculator, found, (one, other))}


def _saved(calculator: str, payload: Payload, base: str, tell: Tell) -> Json:
    """`case` → what to take away of it: `data` and `table` as texts of JSON and CSV, and an `outline` of its page."""
    case = _texts(payload.get("case"))
    result = run(calculator, case)
    data = {"case": case, **result.to_json(), "rules_version": rules_version(calculator)}
    return {
        "data": json.dumps(data, ensure_ascii=False, indent=2),
        "table": one_row(get(calculator), case),
        "outline": outline.outline(result, case),
    }


def _texts(value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        return {}
    return {str(name): text if isinstance(text, str) else "" for name, text in value.items()}


Task = Callable[[str, Payload, str, Tell], Json]
TASKS: Mapping[str, Task] = {
    "run": _run,
    "opened": _opened,
    "nearest": _nearest,
    "compare": _compare,
    "saved": _saved,
}
