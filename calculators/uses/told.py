"""The sections of a result in plain text: points, numbered steps, and tables whose first row is the header."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from calculators.engine.calculator import Calculator, Figure
from calculators.engine.result import Action, Check, ReadingOutcome, Result, Series, WorkingStep
from calculators.records.citations import Citation
from calculators.records.papers import Paper, load_paper
from calculators.records.schemas.base import PROPOSED
from calculators.uses import gaps
from calculators.uses.given import Given
from calculators.uses.notes import Notes
from calculators.values import formats
from calculators.values.data import Json

MOST_PLACES = 4
"""How many paragraphs that were only proposed are named below a headline."""


def points(found: Iterable[str]) -> Json:
    """A list in no order; nothing where there is none."""
    told = list(found)
    return {"points": told} if told else {}


def steps(found: Iterable[str]) -> Json:
    """A numbered list; nothing where there is none."""
    told = list(found)
    return {"steps": told} if told else {}


def missing(found: gaps.Missing, notes: Notes) -> Json:
    """The gaps in full: a table for each objective, with what the group wrote; apart, what was not answered."""
    parts = [
        {
            "heading": f"{title} ({formats.lower_first(block.title)})" if title else block.title,
            "rows": _gaps(checks, notes),
            "widths": GAP_WIDTHS,
        }
        for block in found.blocks
        for title, checks in block.groups
    ]
    return {"text": found.told, "parts": parts}


def _gaps(checks: Sequence[Check], notes: Notes) -> list[list[str]]:
    rows = [
        [
            check.label,
            formats.upper_first(check.have) + (f" (short by {check.short:,})" if check.short else ""),
            formats.upper_first(check.need),
            gaps.practices(check),
            gaps.PLANS.get(check.plan, "").capitalize(),
            notes.of(check.id).told,
        ]
        for check in checks
    ]
    return [
        [
            gaps.noun(checks, 1).capitalize(),
            "You have",
            "Needed",
            "Which practices",
            "Plan",
            "Evidence, owner and date",
        ],
        *rows,
    ]


GAP_WIDTHS = [9, 4, 4, 9, 3, 4]
"""The columns of a table of gaps, as parts of its width; the last has room to write in by hand."""


def in_order(calculator: Calculator, result: Result) -> Json:
    """The conditions that are met, objective by objective."""
    met = [check for check in result.checks if check.met]
    return points(
        f"{title}: {'; '.join(map(_met, checks))}." if title else f"{'; '.join(map(_met, checks))}."
        for title, checks in gaps.by_objective(calculator, met)
    )


def _met(check: Check) -> str:
    return check.label if check.have.lower() == "yes" else f"{check.label}, {check.have}"


def figures(held: Sequence[tuple[Figure, str]]) -> Json:
    """The figures with their names."""
    return {"rows": [["Figure", "Value"], *([f.label, f.show(text)] for f, text in held)]} if held else {}


def table(found: Series, *, wide: bool = False) -> Json:
    """A small table of the result; a `wide` one has a page of its own."""
    rows = [
        [formats.readable(cell, kind) for cell, kind in zip(row, found.kinds, strict=True)]
        for row in found.rows
    ]
    # A single column is a list under the table's title.
    one = len(found.columns) == 1
    told: Json = points(row[0] for row in rows) if one else {"rows": [list(found.columns), *rows]}
    return told | ({"text": found.note} if found.note else {}) | ({"wide": True} if wide else {})


def answers(found: Sequence[Given], elsewhere: Collection[str]) -> Json:
    """The answers, but for tables, which stand by themselves, and for those that a condition tells."""
    rows = [
        [each.field.label, each.text] for each in found if not each.table and each.field.name not in elsewhere
    ]
    return {"rows": [["Question", "Answer"], *rows]} if rows else {}


def reading(calculator: Calculator, found: ReadingOutcome) -> str:
    """What comes of a reading."""
    return f"{found.text}: {calculator.outcomes.get(found.outcome, found.outcome)}"


def proposed(result: Result) -> str:
    """That what decided was only proposed, all of it or a part, by paper and paragraph; else nothing."""
    found = [rule for rule in result.rules if rule.standing == PROPOSED]
    if not found:
        return ""
    places: dict[str, set[str]] = {}
    for rule in found:
        places.setdefault(rule.document, set()).add(rule.rule.paragraph)
    how_much = "What this rests on" if len(found) == len(result.rules) else "A part of what this rests on"
    named = "; ".join(_first_places(load_paper(document), own) for document, own in places.items())
    return f"{how_much} was proposed, and not yet in force: {named}."


def _first_places(paper: Paper, labels: Collection[str]) -> str:
    in_order = [label for label in paper.paragraphs if label in labels]
    return f"{paper.short}, {formats.first_of(in_order, MOST_PLACES)}"


def one_paper(result: Result) -> str:
    """The paper of all that is cited, where it is one: then it is named once; else nothing."""
    sources = [check.source for check in result.checks] + [step.source for step in result.working]
    sources += [action.source for action in (*result.actions, *result.terms)]
    papers = {source.paper for source in sources}
    return papers.pop() if len(papers) == 1 else ""


def cited(action: Action, paper: str) -> str:
    """A step or term with its paragraph, and the paper where it is not the one named."""
    verb = f"“{action.verb}”, " if action.verb else ""
    return f"{action.text} ({verb}{_place(action.source, paper)})"


def _place(source: Citation, paper: str) -> str:
    return source.place if source.paper == paper else source.short


def step(found: WorkingStep, paper: str) -> str:
    """A step of the working on one line, with its paragraph as `cited` has it."""
    value = formats.readable(found.value, found.kind)
    inferred = "" if found.basis == "stated" else f"{found.basis}; "
    done = " = ".join(part for part in (found.calculation, value) if part)
    return f"{found.step}: {done} ({inferred}{_place(found.source, paper)})"
