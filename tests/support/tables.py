"""Tables of cases for the tests: rows of a calculator's presets with their amounts varied."""

import csv
import io

from calculators.engine.cases import presets
from calculators.engine.registry import get


def cases_table(calculator: str, rows: int) -> str:
    """CSV with this many rows that can be worked out, no two amounts the same."""
    fields = get(calculator).fields
    names = [f.name for f in fields if f.kind != "table"]
    money = [f.name for f in fields if f.kind == "money"]
    cases = [case.input for case in presets(calculator) if set(case.input) <= set(names)]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["case", *names])
    for n in range(rows):
        case = dict(cases[n % len(cases)])
        case |= {name: str(900_000 + 37 * n) for name in money if name in case}
        writer.writerow([f"Case {n}", *(case.get(name, "") for name in names)])
    return out.getvalue()
