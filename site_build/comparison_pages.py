"""What leads to the comparisons: the list of questions, and what came when by the papers' own dates."""

from __future__ import annotations

from markupsafe import Markup

from calculators.engine.papers import Paper, load_paper
from calculators.engine.records import read_toml
from calculators.engine.schemas import Rule
from site_build.citations import cite
from site_build.comparison import FOLDER, PAPERS, read_question
from site_build.page import Page
from site_build.templating import render


def comparison_index(page: Page) -> str:
    """Every question, in the order of docs/compare/questions.toml, with a link and where the papers part."""
    questions = [read_question(id) for id in read_toml(FOLDER / "questions.toml")["questions"]]
    rows = [(question, page.link(f"compare/{question.id}/")) for question in questions]
    return render("comparison_index.html", rows=rows)


def timeline(page: Page) -> str:
    """The dated facts that docs/compare/timeline.toml picks, by the date that each record holds."""
    chosen = read_toml(FOLDER / "timeline.toml")
    found = [(load_paper(id), load_paper(id).rule(name)) for id in PAPERS for name in chosen.get(id, ())]
    found.sort(key=lambda row: sort_key(row[1]))
    years: dict[str, list[tuple[Paper, Rule, Markup]]] = {}
    for paper, rule in found:
        linked = Markup(cite(page, rule.id, paper.id))
        years.setdefault(sort_key(rule)[:4], []).append((paper, rule, linked))
    return render("comparison_timeline.html", years=years)


def sort_key(rule: Rule) -> str:
    """The date on which a rule's fact begins; a financial year begins with April (`2007/08` → `2007-04`)."""
    first = rule.value if isinstance(rule.value, str) else rule.value[0]
    return f"{first[:4]}-04" if "/" in first else first
