"""What a page may call, by name. Each takes the page first and gives HTML on one line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

from site_build import boxes, citations, criteria, terms
from site_build.page import Page


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
    "term": terms.term,
    "glossary": terms.glossary,
    "paragraphs": later("site_build.every_paragraph", "paragraphs"),
    "bodies_index": later("site_build.bodies_index", "bodies_index"),
    "questions_index": later("site_build.questions_index", "questions_index"),
    "coverage": later("site_build.coverage", "coverage"),
    "ambiguity": boxes.ambiguity,
    "checklist": boxes.checklist,
    "bodies": later("site_build.diagrams", "bodies"),
    "paper_status": boxes.paper_status,
    "restated": boxes.restated,
    "criteria_table": criteria.criteria_table,
    "models_table": later("site_build.models", "models_table"),
    "comparison": later("site_build.comparison", "comparison"),
    "comparison_index": later("site_build.comparison_pages", "comparison_index"),
    "timeline": later("site_build.comparison_pages", "timeline"),
    "members_table": later("site_build.models", "members_table"),
    "accountability_diagram": later("site_build.diagrams", "accountability_diagram"),
    "accountability_table": later("site_build.diagrams", "accountability_table"),
    "governance_diagram": later("site_build.diagrams", "governance_diagram"),
    "process": later("site_build.diagrams", "process"),
    "calculator": later("site_build.forms", "calculator"),
    "calculator_index": later("site_build.forms", "calculator_index"),
    "worked_examples": later("site_build.forms", "worked_examples"),
    "licences": later("site_build.publish.licences", "licences"),
}
