"""The levels table, made from the criteria records: by objective and level, filterable, whole without a script."""

from __future__ import annotations

from typing import Any

from calculators.engine.errors import RecordError
from calculators.engine.formats import in_words, readable
from calculators.engine.papers import Paper
from calculators.engine.records import read_toml
from site_build.boxes import source
from site_build.page import Page
from site_build.templating import render

TOTALS = {
    "practices": "of the group’s practices",
    "area_practices": "of all practices in the area",
    "membership": "of the membership",
}
KINDS = {
    "agreement": "an agreement",
    "evidence": "a document or record",
    "meeting": "meetings",
    "report": "reports",
    "role": "a named person",
    "seat": "a seat",
}


def criteria_table(page: Page, paper: str | None = None) -> str:
    """Every criterion with its threshold, source and anchor (`criterion-o1-l2-a`)."""
    held = page.paper(paper)
    tables = read_toml(held.folder / "criteria.toml")
    objectives, criteria = tables.get("objective", []), tables.get("criterion", [])
    levels = sorted({str(row["level"]) for row in criteria})
    unknown = {row["objective"] for row in criteria} - {row["id"] for row in objectives}
    if unknown:
        raise RecordError(held.folder / "criteria.toml", ", ".join(sorted(unknown)), "is no objective")
    groups = [
        (objective, [(level, *_cell(page, held, criteria, objective["id"], level)) for level in levels])
        for objective in objectives
    ]
    return render(
        "criteria.html",
        groups=groups,
        levels=levels,
        total=len(criteria),
        sources={o["id"]: source(page, held, o["paragraph"]) for o in objectives},
    )


def need(criterion: dict[str, Any]) -> str:
    """What has to be shown, in a few words: `75% of the group’s practices, or more`, `a named person`."""
    threshold = str(criterion.get("threshold", ""))
    if not threshold:
        return KINDS.get(str(criterion["kind"]), "")
    if criterion.get("denominator"):
        score = f", each with {readable(str(criterion['score']), 'number')} points or more" if criterion.get("score") else ""
        return f"{readable(threshold, 'percent')} or more {TOTALS[str(criterion['denominator'])]}{score}"
    return f"{in_words(int(threshold))} or more"


def _cell(
    page: Page, paper: Paper, criteria: list[dict[str, Any]], objective: str, level: str
) -> tuple[str, list[dict[str, Any]]]:
    rows = [row for row in criteria if row["objective"] == objective and str(row["level"]) == level]
    labels = list(dict.fromkeys(str(row["paragraph"]) for row in rows))
    return (
        " ".join(source(page, paper, label) for label in labels),
        [row | {"need": need(row), "letter": str(row["id"]).rpartition("-")[2]} for row in rows],
    )
