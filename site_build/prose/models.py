"""Tables of a paper that sets models side by side, made from its records: what each means, and who oversees them."""

from __future__ import annotations

from markupsafe import Markup

from calculators.records.papers import Paper
from calculators.records.schemas import Aspect, Member, Model
from site_build.prose.boxes import source
from site_build.writing.citations import cite
from site_build.writing.page import Page
from site_build.writing.templating import render

MARKS = {"stated": "", "inferred": "our inference", "silent": "the paper is silent"}


def models_table(page: Page, paper: str | None = None) -> str:
    """What each model means, aspect by aspect, with what is our inference or not covered; sources linked."""
    held = page.paper(paper)
    models = sorted(held.models.values(), key=lambda model: model.order)
    rows = [(aspect, _cells(models, aspect), _cited(page, held, aspect)) for aspect in held.aspects.values()]
    return render("prose/models.html.jinja", models=models, rows=rows)


def members_table(page: Page, paper: str | None = None) -> str:
    """The members of the paper's oversight by group, each group with its paragraph."""
    held = page.paper(paper)
    groups: dict[tuple[str, str], list[Member]] = {}
    for member in held.members.values():
        groups.setdefault((member.group, member.paragraph), []).append(member)
    rows = [(name, source(page, held, label), members) for (name, label), members in groups.items()]
    return render("prose/members.html.jinja", groups=rows)


def _cells(models: list[Model], aspect: Aspect) -> list[tuple[str, str, str, str]]:
    """The model's name, what the aspect is under it, how far the paper says so, and a note; in the models' order."""
    by_model = {cell.model: cell for cell in aspect.cell}
    cells = [(model.name, by_model[model.id]) for model in models]
    return [(name, cell.value, MARKS[cell.basis], cell.note) for name, cell in cells]


def _cited(page: Page, paper: Paper, aspect: Aspect) -> Markup:
    labels = dict.fromkeys((aspect.paragraph, *aspect.also))
    return Markup(" ").join(Markup(cite(page, label, paper.id)) for label in labels)
