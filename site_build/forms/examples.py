"""Worked examples: the cases offered as presets, worked out by the same core and drawn by the same renderer."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import shorten

from markupsafe import Markup

from calculators.engine.cases import Case, presets
from calculators.engine.registry import get
from calculators.engine.result import Result
from calculators.engine.run import run
from calculators.records.schemas import slug
from calculators.uses.links import fragment
from calculators.uses.rendering import render_result
from calculators.values.formats import readable
from site_build.writing.page import Page
from site_build.writing.templating import render

LINES = 3
"""Steps of the working that stand beside a headline."""
LEVEL = 3
"""The examples stand under a second-level heading."""
HERE = 2
"""Examples that stand on the calculator's page; each of the others is as long as a page, and has one."""
NAME = 60
"""Letters of an example's name that its address holds."""


@dataclass(frozen=True, slots=True)
class Worked:
    """A case with its place in the page, its outcome in words and its result as HTML from the core's own renderer.

    `form` is the address of the calculator's form, filled in with it.
    """

    id: str
    case: Case
    outcome: str
    html: Markup
    form: str

    @property
    def folder(self) -> str:
        """The last part of the address of its own page."""
        return slug(shorten(self.case.name, NAME, placeholder=""))


def worked_examples(page: Page, id: str) -> str:
    """Every preset of the calculator `id`, worked out: two for the page they stand on, the others for their own."""
    calculator, base = get(id), page.link("")
    examples = []
    for number, case in enumerate(presets(id), 1):
        result, place = run(id, case.input), f"example-{number}"
        html = render_result(result, case.input, base, id=place, level=LEVEL, changeable=False)
        form = _filled_in(page, id, case, result)
        examples.append(Worked(place, case, calculator.outcomes[result.outcome], Markup(html), form))
    return render("forms/worked.html.jinja", here=examples[:HERE], others=examples[HERE:])


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
        link=_filled_in(page, id, case, result),
    )


def _filled_in(page: Page, id: str, case: Case, result: Result) -> str:
    return page.link(f"calculators/{id}/#{fragment(case.input, result)}")
