"""Worked examples: the cases offered as presets, worked out by the same core and drawn by the same renderer."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from calculators.engine.cases import Case, presets
from calculators.engine.registry import get
from calculators.engine.run import run
from calculators.uses.links import fragment
from calculators.uses.rendering import render_result
from calculators.values.formats import readable
from site_build.writing.page import Page
from site_build.writing.templating import render

LINES = 3
"""Steps of the working that stand beside a headline."""
LEVEL = 3
"""The examples stand under a second-level heading of the page."""


@dataclass(frozen=True, slots=True)
class Worked:
    """A case with its outcome in words and its result as HTML from the core's own renderer."""

    case: Case
    outcome: str
    html: Markup


def worked_examples(page: Page, id: str) -> str:
    """Every preset of the calculator `id`, worked out, for the page they stand on."""
    calculator, base = get(id), page.link("")
    examples = []
    for number, case in enumerate(presets(id), 1):
        result = run(id, case.input)
        html = render_result(result, case.input, base, id=f"example-{number}", level=LEVEL, changeable=False)
        examples.append(Worked(case, calculator.outcomes[result.outcome], Markup(html)))
    return render("forms/worked.html.jinja", examples=examples)


def worked_headline(page: Page, id: str, name: str) -> str:
    """One preset of the calculator `id`, worked out: its answer, the first steps, what follows, and a link to it.

    `ValueError` where the calculator has no preset of that name.
    """
    case = next((case for case in presets(id) if case.name == name), None)
    if case is None:
        raise ValueError(f"'{name}' is no worked example of {id}")
    calculator, result = get(id), run(id, case.input)
    steps = [
        (step.step, step.calculation, readable(step.value, step.kind)) for step in result.working[:LINES]
    ]
    return render(
        "forms/headline.html.jinja",
        calculator=calculator,
        case=case,
        result=result,
        steps=steps,
        link=page.link(f"calculators/{id}/#{fragment(case.input, result)}"),
    )
