"""A result as a plain document: sections of text, ready to be written in any word processor's format."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from calculators.engine.calculator import Calculator
from calculators.engine.registry import get
from calculators.engine.result import Action, Result, Series, WorkingStep
from calculators.uses.rendering import answers
from calculators.uses.rules_version import rules_version
from calculators.values import formats
from calculators.values.data import Json

Rows = list[list[str]]


def outline(result: Result, case: Mapping[str, str]) -> Json:
    """`title`, `outcome`, `headline`, and `sections` in order, those with something in them.

    A section has a `heading` and any of `text`, `points`, numbered `steps` and `rows`, the first of which
    is the header.
    """
    calculator = get(result.calculator)
    codes = calculator.outcomes
    first = [_table(table) for table in result.tables if table.first]
    later = [_table(table) for table in result.tables if not table.first]
    sections = [
        _section("What was left out of the table", points=result.passed_over),
        *first,
        _section("What to do next", steps=[_cited(a) for a in result.actions]),
        _section("What the paper lets you do", points=[_cited(t) for t in result.terms]),
        _section("The figures", rows=_figures(calculator, result)),
        _section("The conditions", rows=_conditions(result)),
        _section(
            "If the paper is read another way",
            points=[f"{r.text}: {codes.get(r.outcome, r.outcome)}" for r in result.readings],
        ),
        *later,
        _section("How this was worked out", steps=[_step(s) for s in result.working]),
        _section(
            "What to bear in mind, and what this does not cover",
            points=[*result.notes, *calculator.not_covered, *(doubt.text for doubt in result.doubts)],
        ),
        _section("The answers given", rows=_answers(calculator, case)),
        _section("About this result", text=f"Version of the rules: {rules_version(calculator.id)}."),
    ]
    return {
        "title": calculator.title,
        "outcome": codes[result.outcome],
        "headline": result.headline,
        "sections": [section for section in sections if section],
    }


def _section(
    heading: str,
    *,
    text: str = "",
    points: Sequence[str] = (),
    steps: Sequence[str] = (),
    rows: Sequence[Sequence[str]] = (),
) -> Json:
    """The section, empty where it has nothing to say; a header alone says nothing."""
    told = {"text": text, "points": list(points), "steps": list(steps), "rows": rows if rows[1:] else []}
    held: Json = {name: value for name, value in told.items() if value}
    return {"heading": heading, **held} if held else {}


def _table(table: Series) -> Json:
    rows = [
        [formats.readable(cell, kind) for cell, kind in zip(row, table.kinds, strict=True)]
        for row in table.rows
    ]
    return _section(table.title, rows=[list(table.columns), *rows], text=table.note)


def _figures(calculator: Calculator, result: Result) -> Rows:
    held = [f for f in calculator.figures if f.name in result.figures]
    return [["Figure", "Value"], *([f.label, f.show(result.figures[f.name])] for f in held)]


def _conditions(result: Result) -> Rows:
    header = ["Condition", "Met?", "You have", "Needed", "Source"]
    return [
        header,
        *([c.label, "Yes" if c.met else "No", c.have, c.need, c.source.short] for c in result.checks),
    ]


def _answers(calculator: Calculator, case: Mapping[str, str]) -> Rows:
    return [["Question", "Answer"], *([f.label, text] for f, text in answers(calculator, case))]


def _cited(action: Action) -> str:
    return f"{action.text} ({action.source.short})"


def _step(step: WorkingStep) -> str:
    value = formats.readable(step.value, step.kind)
    inferred = "" if step.basis == "stated" else f"{step.basis}; "
    done = " = ".join(part for part in (step.calculation, value) if part)
    return f"{step.step}: {done} ({inferred}{step.source.short})"
