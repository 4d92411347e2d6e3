"""The index of calculators, by the question that a reader brings."""

from __future__ import annotations

from calculators.engine.registry import get, ids
from calculators.records.papers import load_paper
from site_build.writing.page import Page
from site_build.writing.templating import render


def calculator_index(page: Page, *, short: bool = False) -> str:
    """Every calculator under its question, with the papers it rests on and, unless `short`, what it does."""
    entries = [
        (found, page.link(f"calculators/{found.id}/"), [load_paper(d).short for d in found.documents])
        for found in map(get, ids())
    ]
    return render("forms/index.html.jinja", entries=entries, short=short)
