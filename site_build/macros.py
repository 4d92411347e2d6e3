"""What a page may call, by name. Each takes the page first and gives HTML on one line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

from site_build.prose import boxes, counts, criteria, glossary, models
from site_build.writing import citations, identity, keeping, printing
from site_build.writing.page import Page


def later(module: str, name: str) -> Callable[..., str]:
    """A macro whose module is imported when a page first calls it: drawing and forms are costly to load."""

    def call(page: Page, *args: object, **options: object) -> str:
        return str(getattr(import_module(module), name)(page, *args, **options))

    return call


MACROS: Mapping[str, Callable[..., str]] = {
    "para": citations.para,
    "cite": citations.cite,
    "value": citations.value,
    "rule": citations.rule,
    "term": glossary.term,
    "paper": identity.paper_link,
    "glossary": glossary.glossary,
    "glossary_count": glossary.glossary_count,
    "paragraphs": later("site_build.trace.paragraphs", "paragraphs"),
    "bodies_index": later("site_build.trace.body_index", "bodies_index"),
    "questions_index": later("site_build.trace.open_questions", "questions_index"),
    "questions_count": later("site_build.trace.open_questions", "questions_count"),
    "coverage": later("site_build.trace.coverage", "coverage"),
    "ambiguity": boxes.ambiguity,
    "how_many": counts.how_many,
    "checklist": boxes.checklist,
    "bodies": later("site_build.trace.body_pages", "bodies"),
    "paper_status": boxes.paper_status,
    "print_page": printing.print_page,
    "keep": keeping.keep,
    "kept_pages": keeping.kept_pages,
    "kept_size": keeping.kept_size,
    "kept_room": keeping.kept_room,
    "archive": keeping.archive,
    "restated": boxes.restated,
    "criteria_table": criteria.criteria_table,
    "models_table": models.models_table,
    "comparison": later("site_build.compare.comparison", "comparison"),
    "comparison_index": later("site_build.compare.index", "comparison_index"),
    "my_paper": later("site_build.compare.by_paper", "my_paper"),
    "in_papers": later("site_build.compare.by_paper", "in_papers"),
    "in_paper": later("site_build.compare.by_paper", "in_paper"),
    "says_nothing": later("site_build.compare.by_paper", "says_nothing"),
    "asked": later("site_build.compare.by_paper", "asked"),
    "start_here": later("site_build.compare.by_paper", "start_here"),
    "timeline": later("site_build.compare.timeline", "timeline"),
    "members_table": models.members_table,
    "accountability_diagram": later("site_build.pictures", "accountability_diagram"),
    "body_chain": later("site_build.pictures", "body_chain"),
    "governance_diagram": later("site_build.pictures", "governance_diagram"),
    "picture": later("site_build.pictures", "picture"),
    "responsibilities": later("site_build.pictures", "responsibilities"),
    "responsibilities_compared": later("site_build.pictures", "responsibilities_compared"),
    "process": later("site_build.pictures", "process"),
    "calculator": later("site_build.forms", "calculator"),
    "calculator_index": later("site_build.forms", "calculator_index"),
    "worked_examples": later("site_build.forms", "worked_examples"),
    "worked_headline": later("site_build.forms", "worked_headline"),
    "licences": later("site_build.publish.licences", "licences"),
}
