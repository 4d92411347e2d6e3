"""Two cases side by side: the answers, figures and conditions that differ."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from calculators.engine.registry import get
from calculators.engine.result import Check, Result
from calculators.engine.run import run
from calculators.uses.beside import Pair, beside
from calculators.uses.gaps import STATES
from calculators.uses.progress import Gains, progress
from calculators.uses.rendering import environment


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two results of one calculator and the lines that set them beside each other."""

    first: Result
    second: Result
    answers: tuple[Pair, ...]
    figures: tuple[Pair, ...]
    checks: tuple[Pair, ...]

    @property
    def gains(self) -> tuple[Gains, ...]:
        """What the first has gained and lost since the second."""
        return progress(self.second, self.first)


def compare(calculator: str, first: Mapping[str, str], second: Mapping[str, str]) -> Comparison:
    """Run both cases; `CaseError` where either cannot be answered."""
    found = get(calculator)
    results = run(calculator, first), run(calculator, second)
    figures = [r.figures for r in results]
    checks = [{c.id: c for c in r.checks} for r in results]
    labels = {c.id: c.label for r in results for c in r.checks}
    return Comparison(
        *results,
        answers=tuple(beside(found, first, second)),
        figures=tuple(
            Pair(f.label, *(f.show(side.get(f.name, "none")) for side in figures))
            for f in found.figures
            if any(f.name in side for side in figures)
        ),
        checks=tuple(
            Pair(label, *((_state(side[id]) if id in side else "Not asked") for side in checks))
            for id, label in labels.items()
        ),
    )


def render_comparison(
    calculator: str,
    comparison: Comparison,
    names: tuple[str, str],
    *,
    id: str = "comparison",
    left_out: str = "",
) -> str:
    """The comparison as a table in HTML, with the names the reader gave the two cases.

    `left_out` names the answers of the second that the calculator does not ask for.
    """
    found = get(calculator)
    template = environment().get_template("comparison.html.jinja")
    return template.render(comparison=comparison, calculator=found, names=names, id=id, left_out=left_out)


def _state(check: Check) -> str:
    return STATES[check.state]
