"""The list of questions that are put to every paper."""

from __future__ import annotations

from site_build.compare.comparison import questions, read_comparison
from site_build.writing.page import Page
from site_build.writing.templating import render


def comparison_index(page: Page) -> str:
    """Every question, in the order of docs/compare/questions.toml, with a link and where the papers part."""
    asked = [read_comparison(id) for id in questions()]
    rows = [(question, page.link(f"compare/{question.id}/")) for question in asked]
    return render("compare/index.html.jinja", rows=rows)
