"""The summary of a worked table of cases as HTML: what to put right, the outcomes, and the first results."""

from __future__ import annotations

from decimal import Decimal

from calculators.uses.batch import Batch, WorkedRow
from calculators.uses.rendering import environment
from calculators.values import formats
from calculators.values.data import Json

SHOWN = 24
"""How many rows a page shows of the faults and of the results; the rest is in the table to download."""

NAMES = 2
"""How many of the table's own columns stand beside a result, to tell its row by."""


def outcomes(job: Batch) -> list[Json]:
    """Each outcome that came up: its code, label and number of rows, and its share of those worked out."""
    worked = job.total - len(job.wrong)
    return [
        {
            "outcome": code,
            "label": label,
            "count": job.outcomes[code],
            "share": formats.percent(Decimal(job.outcomes[code] * 100) / worked),
        }
        for code, label in job.calculator.outcomes.items()
        if job.outcomes[code]
    ]


def render_batch(job: Batch, first: list[WorkedRow]) -> str:
    """The page's part about a table that is done; `first` are the first lines without a fault."""
    calculator = job.calculator
    own = job.own_columns[:NAMES]
    # What is wrong with the headings is told once, by a note, and not again with each row.
    lacking = job.lacking
    faults = [f for line in job.wrong[:SHOWN] for f in line.faults if f.column not in lacking]
    codes, figures = calculator.outcomes, calculator.figures
    rows = [
        (
            line.number,
            [line.cells[n] for n in own],
            codes[line.results[0]],
            [f.show(text) if text else "" for f, text in zip(figures, line.results[1:], strict=True)],
        )
        for line in first
    ]
    return (
        environment()
        .get_template("batch.html.jinja")
        .render(
            job=job,
            names=[job.header[n] or f"Column {n + 1}" for n in own],
            notes=job.notes,
            whose=any(fault.practice for fault in faults[:SHOWN]),
            faults=faults[:SHOWN],
            more=len(faults) > SHOWN or len(job.wrong) > SHOWN,
            outcomes=outcomes(job),
            rows=rows,
        )
    )
