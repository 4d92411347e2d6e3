"""The levels table, made from the criteria records: by objective and level, filterable, whole without a script."""

from __future__ import annotations

from calculators.records.papers import Paper
from calculators.records.schemas import Criterion
from calculators.values.formats import in_words, readable
from site_build.prose.boxes import source
from site_build.writing.page import Page
from site_build.writing.templating import render

TOTALS = {
    "practices": "of the group’s practices",
    "area_practices": "of all practices in the area",
    "membership": "of the membership",
}
KINDS = {
    "agreement": "an agreement",
    "check": "a check",
    "evidence": "a document or record",
    "meeting": "meetings held",
    "report": "reports",
    "role": "a named person",
    "seat": "a seat taken up",
}


def criteria_table(page: Page, paper: str | None = None) -> str:
    """Every criterion of the paper with its threshold, source and anchor (`criterion-o1-l2-a`)."""
    held = page.paper(paper)
    objectives = held.objectives.values()
    levels = sorted({criterion.level for criterion in held.criteria.values()})
    groups = [
        (objective, [(level, *_cell(page, held, objective.id, level)) for level in levels])
        for objective in objectives
    ]
    return render(
        "prose/criteria.html.jinja",
        groups=groups,
        levels=levels,
        total=len(held.criteria),
        script=page.link("assets/scripts/criteria.js"),
        sources={o.id: source(page, held, o.paragraph) for o in objectives},
    )


def need(criterion: Criterion) -> str:
    """What has to be shown, in a few words: `75% or more of the group’s practices`, `all …`, `a named person`."""
    if not criterion.threshold:
        return KINDS.get(criterion.kind, "")
    if not criterion.denominator:
        return f"{in_words(int(criterion.threshold))} or more"
    score = f", each with {readable(criterion.score, 'number')} points or more" if criterion.score else ""
    share = "all" if criterion.whole else f"{readable(criterion.threshold, 'percent')} or more"
    return f"{share} {TOTALS[criterion.denominator]}{score}"


def _cell(
    page: Page, paper: Paper, objective: str, level: str
) -> tuple[str, list[tuple[str, Criterion, str]]]:
    """The cell's paragraphs, and its criteria each with its letter and what it needs."""
    rows = [row for row in paper.criteria.values() if (row.objective, row.level) == (objective, level)]
    labels = dict.fromkeys(row.paragraph for row in rows)
    linked = " ".join(source(page, paper, label) for label in labels)
    return linked, [(row.id.rpartition("-")[2], row, need(row)) for row in rows]
