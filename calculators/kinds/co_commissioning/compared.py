"""The three models side by side, with the reader's answers marked."""

from __future__ import annotations

from collections.abc import Sequence

from calculators.engine.result import Series
from calculators.kinds.co_commissioning.models import ASPECTS, MODELS
from calculators.records.schemas import Option, Question

NAMES = tuple(model.name for model in MODELS)


def your_answers(given: Sequence[tuple[Question, Option]]) -> Series:
    """Each answer given, and which models it leaves open."""
    rows = tuple(
        (q.text, o.text, *("Ruled out" if m.id in o.excludes else "Stays open" for m in MODELS))
        for q, o in given
    )
    return Series(
        title="Your answers, and the models each leaves open",
        columns=("Question", "Your answer", *NAMES),
        kinds=("text",) * (2 + len(MODELS)),
        rows=rows,
        note="Ruled out by the rule on that question alone.",
    )


def side_by_side(outcome: str) -> Series:
    """What each model means, aspect by aspect, the model of the outcome marked; a cell says what is not stated."""
    marks = {"stated": "", "inferred": " (we infer this)", "silent": " (the paper is silent)"}
    rows = []
    for aspect in ASPECTS:
        cells = {cell.model: f"{cell.value}{marks[cell.basis]}" for cell in aspect.cell}
        rows.append((aspect.title, *(cells[m.id] for m in MODELS)))
    heads = tuple(f"{m.name} (your model)" if m.id == outcome else m.name for m in MODELS)
    return Series(
        title="The three models side by side",
        columns=("What", *heads),
        kinds=("text",) * (1 + len(MODELS)),
        rows=tuple(rows),
    )
