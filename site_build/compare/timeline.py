"""What came when, by the papers' own dates."""

from __future__ import annotations

import re

from markupsafe import Markup

from calculators.records.errors import RecordError
from calculators.records.papers import Paper, load_paper
from calculators.records.reading import check_keys, read_toml
from calculators.records.schemas import Rule
from site_build.compare.comparison import FOLDER, papers_asked
from site_build.writing.citations import cite
from site_build.writing.page import Page
from site_build.writing.templating import render

DATED = {"date", "financial year"}


def timeline(page: Page) -> str:
    """The papers with the date of each, and every dated fact in them by the date that its record holds."""
    years: dict[str, list[tuple[Paper, Rule, Markup]]] = {}
    for paper, rule in sorted(dated_facts(), key=lambda fact: sort_key(fact[1])):
        linked = Markup(cite(page, rule.id, paper.id))
        years.setdefault(sort_key(rule)[:4], []).append((paper, rule, linked))
    papers = sorted(map(load_paper, papers_asked()), key=_year)
    linked_papers = [(paper, page.link(f"frameworks/{paper.id}/")) for paper in papers]
    return render("compare/timeline.html.jinja", years=years, papers=linked_papers)


def dated_facts() -> list[tuple[Paper, Rule]]:
    """Every rule that has a date, without those that docs/compare/timeline.toml leaves out.

    That is a rule whose value is a date or a financial year, or that says when it begins.
    `RecordError` where it leaves out what is no dated rule.
    """
    file = FOLDER / "timeline.toml"
    table = read_toml(file)
    check_keys(file, table, {"left_out"})
    left_out = table.get("left_out", {})
    facts = []
    for paper in map(load_paper, papers_asked()):
        dated = {rule.id: rule for rule in paper.rules.values() if rule.unit in DATED or rule.when}
        for name in left_out.get(paper.id, {}):
            if dated.pop(name, None) is None:
                raise RecordError(file, name, f"is no dated rule of {paper.id}")
        facts += [(paper, rule) for rule in dated.values()]
    return facts


def sort_key(rule: Rule) -> str:
    """The date on which a rule's fact begins; a financial year begins with April (`2007/08` → `2007-04`)."""
    if rule.when:
        return rule.when
    first = rule.value if isinstance(rule.value, str) else rule.value[0]
    return f"{first[:4]}-04" if "/" in first else first


def _year(paper: Paper) -> str:
    """The year in a paper's own date; one without a date comes last."""
    found = re.search(r"\d{4}", paper.date)
    return found[0] if found else "undated"
