"""Tables from a file: what every visible sheet of an XLSX workbook holds, or a CSV file, as CSV text."""

from __future__ import annotations

import json
from collections.abc import Generator
from typing import Any

from . import foreign, text

Progress = tuple[int, int]


class Job:
    """A file that is read some rows at a time, so that a page can tell how far it is and may stop it."""

    def __init__(self, data: bytes | memoryview) -> None:
        """Begin; what is wrong with the file is told by the first step."""
        self._reading = _sheets(bytes(data))

    def step(self, rows: int) -> str:
        """Read the next rows: JSON of `progress`, or at the end `{"sheets"}`, or `{"errors"}` with words on the file.

        Each sheet is `{"name", "table", "told"}`: CSV text whose records are the spreadsheet's rows, and in a
        sentence each what its reader should know. A CSV file is one sheet without a name.
        """
        try:
            for _ in range(rows):
                done, total = next(self._reading)
        except StopIteration as finished:
            return json.dumps({"sheets": finished.value})
        except ValueError as error:
            return json.dumps({"errors": {"file": str(error)}})
        return json.dumps({"progress": {"done": done, "total": total}})


def reply(data: bytes | memoryview) -> str:
    """The whole of a file at once: `{"sheets"}` or `{"errors"}`, as JSON."""
    job = Job(data)
    while "progress" in (told := job.step(1000))[:12]:
        pass
    return told


def _sheets(data: bytes) -> Generator[Progress, None, list[dict[str, Any]]]:
    foreign.refuse_foreign(data)
    if not data.startswith(foreign.ZIP):
        return [{"name": "", "table": text.decoded(data), "told": []}]
    # Imported here: a CSV file does without the package that it needs.
    from . import workbook

    return (yield from workbook.sheets(data))
