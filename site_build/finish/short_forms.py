"""Short forms of a paper's field: what a page that was cut out of another has to spell out again."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from calculators.records.papers import load_paper, paper_ids
from site_build.writing.short_forms import stands_alone


def spelled_out(url: str, words: str) -> list[str]:
    """Each short form that `words` use and do not spell out, as `primary care trust (PCT)`, in their order.

    The page's own paper comes first; a page of no paper has none.
    """
    found = [(stands_alone(short, words), f"{full} ({short})") for short, full in _forms(url).items()]
    return [form for _, form in sorted((at, form) for at, form in found if at is not None)]


def _forms(url: str) -> Mapping[str, str]:
    area, _, rest = url.partition("/")
    paper = rest.partition("/")[0]
    return _forms_of(paper) if area == "frameworks" and paper in paper_ids() else {}


@cache
def _forms_of(paper: str) -> Mapping[str, str]:
    """Every short form that a paper explains, by its letters; where two papers differ, as `paper` has it."""
    terms = [term for id in (paper, *paper_ids()) for term in load_paper(id).terms.values()]
    return {term.term: term.expansion for term in reversed(terms) if term.expansion and term.term.isalpha()}
