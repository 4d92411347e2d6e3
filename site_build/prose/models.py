"""Tables of the co-commissioning paper, made from its records: the three models, and who sits on the group."""

from __future__ import annotations

from markupsafe import Markup

from calculators.kinds.co_commissioning.models import ASPECTS, MODELS, PAPER
from calculators.records.papers import load_paper
from calculators.records.schemas import Aspect, Member
from site_build.prose.boxes import source
from site_build.writing.citations import cite
from site_build.writing.page import Page
from site_build.writing.templating import render

MARKS = {"stated": "", "inferred": "our inference", "silent": "the paper is silent"}


def models_table(page: Page) -> str:
    """What each model means, aspect by aspect, with what is our inference or not covered; sources linked."""
    rows = [(aspect, _cells(aspect), _cited(page, aspect)) for aspect in ASPECTS]
    return render("prose/models.html.jinja", models=MODELS, rows=rows)


def members_table(page: Page) -> str:
    """Annex A: the members by group, each group with its paragraph."""
    groups: dict[tuple[str, str], list[Member]] = {}
    for member in load_paper(PAPER).members.values():
        groups.setdefault((member.group, member.paragraph), []).append(member)
    rows = [
        (name, source(page, load_paper(PAPER), label), members) for (name, label), members in groups.items()
    ]
    return render("prose/members.html.jinja", groups=rows)


def _cells(aspect: Aspect) -> list[tuple[str, str, str, str]]:
    """The model's name, what the aspect is under it, how far the paper says so, and a note; in the models' order."""
    by_model = {cell.model: cell for cell in aspect.cell}
    cells = [(model.name, by_model[model.id]) for model in MODELS]
    return [(name, cell.value, MARKS[cell.basis], cell.note) for name, cell in cells]


def _cited(page: Page, aspect: Aspect) -> Markup:
    labels = dict.fromkeys((aspect.paragraph, *aspect.also))
    return Markup(" ").join(Markup(cite(page, label, PAPER)) for label in labels)
