"""A table to start from: a header of a calculator's fields and its presets as rows, as CSV."""

from __future__ import annotations

import csv
import io

from calculators.engine.cases import presets
from calculators.engine.registry import get


def template_csv(calculator: str) -> str:
    """CSV with every field that fits in one cell as a column, and each preset as a row."""
    names = [f.name for f in get(calculator).fields if f.kind != "table"]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["case", *names])
    for case in presets(calculator):
        if set(case.input) <= set(names):
            writer.writerow([case.name, *(case.input.get(name, "") for name in names)])
    return out.getvalue()
