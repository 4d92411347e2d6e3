"""Tables to start from, as CSV: of cases, with a calculator's presets as rows, and of each table inside a form."""

from __future__ import annotations

from calculators.engine.cases import presets
from calculators.engine.fields import Field
from calculators.engine.registry import get
from calculators.values.grids import written

ABOVE = "Fill in one row for each, below the headings. The row under this one is an example, and is not read."
EXAMPLE = "For example: {}"
EXAMPLES = {"text": "Mill Lane", "money": "1250000", "count": "14", "number": "925", "yes/no": "yes"}
"""A cell of each kind, as a person would type it."""


def template_csv(calculator: str) -> str:
    """CSV with every field that fits in one cell as a column, and each preset as a row."""
    names = [f.name for f in get(calculator).fields if f.kind != "table"]
    fitting = (case for case in presets(calculator) if set(case.input) <= set(names))
    rows = ([case.name, *(case.input.get(name, "") for name in names)] for case in fitting)
    return written([["case", *names], *rows])


def table_template_csv(field: Field) -> str:
    """CSV with the labels of a table's columns as headings, and above them a row that shows what goes below them.

    What stands above the headings is never read, so the example needs no taking out and counts for nothing.
    """
    first, *others = (EXAMPLES[column.kind] for column in field.columns)
    return written(
        [
            [ABOVE, *("" for _ in others)],
            [EXAMPLE.format(first), *others],
            [column.label for column in field.columns],
        ]
    )
