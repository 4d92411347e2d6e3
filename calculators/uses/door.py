"""The one door: what the browser's worker calls, and so do the tests, the bundle's own check and the benchmark.

JSON in, JSON out. What cannot be answered comes back as `{"errors"}` by field.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from itertools import islice

from calculators.engine.errors import CaseError, Refused
from calculators.engine.registry import get
from calculators.engine.run import run
from calculators.uses import batch_page
from calculators.uses.batch import Batch, WorkedRow
from calculators.uses.nearest import Tell
from calculators.uses.tasks import TASKS, chosen_in
from calculators.values.data import Json
from calculators.values.grids import Sheet, sheets_of


def perform(
    task: str, calculator: str, payload_json: str, base: str, tell: Tell = lambda done, total: None
) -> str:
    """The reply to one task of `TASKS`. `base` leads to the site's root; what takes long tells how far it is."""

    def reply() -> Json:
        get(calculator)
        return TASKS[task](calculator, json.loads(payload_json), base, tell)

    return json.dumps(_told(reply))


def job(calculator: str, payload_json: str) -> Job:
    """The table of cases in a page's question: `table` or `sheets`, and the reader's choices about its `columns`."""
    payload = json.loads(payload_json)
    return Job(calculator, sheets_of(payload), chosen_in(payload))


class Job:
    """A table of cases for the page, some rows at a time: `step` gives JSON, the last time the whole reply."""

    def __init__(
        self, calculator: str, table: str | Sequence[Sheet], chosen: Mapping[str, str] | None = None
    ) -> None:
        """Read the table; what is wrong with it is told by the first step."""
        self._batch: Batch | None = None
        self._first: list[WorkedRow] = []
        self._wrong = _told(lambda: self._open(calculator, table, chosen))

    def step(self, rows: int) -> str:
        """Work out the next rows: `progress`, or once all are done the `table` as CSV and its summary.

        `outcomes` counts each outcome under its label, `wrong` the rows that could not be worked out, `notes` say
        how the headings were read, and `html` shows it all, the faults first.
        """
        job = self._batch
        if job is None:
            return json.dumps(self._wrong)
        worked = (row for row in job.step(rows) if not row.faults)
        self._first += islice(worked, batch_page.SHOWN - len(self._first))
        if job.done < job.total:
            return json.dumps({"progress": {"done": job.done, "total": job.total}})
        outcomes = batch_page.outcomes(job)
        html = batch_page.render_batch(job, self._first)
        reply = {
            "table": job.table,
            "total": job.total,
            "wrong": len(job.wrong),
            "outcomes": outcomes,
            "notes": job.notes,
        }
        return json.dumps(reply | {"html": html})

    def _open(self, calculator: str, table: str | Sequence[Sheet], chosen: Mapping[str, str] | None) -> Json:
        job = Batch(calculator, table, chosen)
        if not job.total:
            raise CaseError({"table": "The table must have at least one row below its header"})
        self._batch = job
        return {}


def answer(calculator: str, case_json: str) -> Json:
    """The contract's result of a case as it is typed on the command line, or `{"errors"}`."""
    try:
        return run(get(calculator).id, read_json_case(case_json)).to_json()
    except Refused as refused:
        return refused.to_json()


def read_json_case(text: str) -> dict[str, object]:
    """A case from JSON. Numbers keep the digits typed; true and false are yes and no; null is no answer."""
    try:
        case = json.loads(text, parse_float=str, parse_int=str, parse_constant=str)
    except (json.JSONDecodeError, RecursionError):
        raise CaseError({"case": "The case must be JSON: an object from field names to text"}) from None
    if not isinstance(case, dict):
        raise CaseError({"case": "The case must be an object from field names to text"})
    plain = {True: "yes", False: "no", None: ""}
    return {k: plain[v] if v is None or isinstance(v, bool) else v for k, v in case.items()}


def _told(reply: Callable[[], Json]) -> Json:
    try:
        return reply()
    except Refused as refused:
        return refused.to_page()
