"""What a page may call, by name. Each takes the page first and gives HTML on one line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

from site_build.prose import boxes, criteria, glossary, models
from site_build.writing import citations
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
    "glossary": glossary.glossary,
    "glossary_count": glossary.glossary_count,
    "paragraphs": later("site_build.trace.paragraphs", "paragraphs"),
    "bodies_index": later("site_build.trace.body_index", "bodies_index"),
    "questions_index": later("site_build.trace.open_questions", "questions_index"),
    "questions_count": later("site_build.trace.open_questions", "questions_count"),
    "coverage": later("site_build.trace.coverage", "coverage"),
    "ambiguity": boxes.ambiguity,
    "checklist": boxes.checklist,
    "bodies": later("site_build.trace.body_pages", "bodies"),
    "paper_status": boxes.paper_status,
    "restated": boxes.restated,
    "criteria_table": criteria.criteria_table,
    "models_table": models.models_table,
    "comparison": later("site_build.compare.comparison", "comparison"),
    "comparison_index": later("site_build.compare.index", "comparison_index"),
    "timeline": later("site_build.compare.timeline", "timeline"),
    "members_table": models.members_table,
    "accountability_diagram": later("site_build.pictures", "accountability_diagram"),
    "body_chain": later("site_build.pictures", "body_chain"),
    "governance_diagram": later("site_build.pictures", "governance_diagram"),
    "picture": later("site_build.pictures", "picture"),
    "process": later("site_build.pictures", "process"),
    "calculator": later("site_build.forms", "calculator"),
    "calculator_index": later("site_build.forms", "calculator_index"),
    "worked_examples": later("site_build.forms", "worked_examples"),
    "licences": later("site_build.publish.licences", "licences"),
}
