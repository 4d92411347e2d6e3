"""The co-commissioning paper's own tables: whole, from the records, and honest about what is inferred."""

from collections import Counter

import pytest
from lxml import html  # type: ignore[import-untyped]

from calculators.kinds.co_commissioning.models import ASPECTS, MODELS, PAPER
from calculators.records.papers import load_paper
from site_build.pictures import governance_diagram
from site_build.prose.models import MARKS, members_table, models_table
from site_build.writing.page import Page

MODEL_NAMES = ("greater involvement", "joint", "delegated")


def page_of(stem: str) -> Page:
    return Page(f"frameworks/{PAPER}/{stem}/", PAPER)


def test_every_aspect_is_a_row_with_a_cell_for_each_model_and_its_sources() -> None:
    page = page_of("models")
    rows = html.fromstring(models_table(page)).xpath(".//tbody/tr")
    assert [row.get("id") for row in rows] == [f"aspect-{aspect.id}" for aspect in ASPECTS]
    for row, aspect in zip(rows, ASPECTS, strict=True):
        by_model = {cell.model: cell for cell in aspect.cell}
        for cell, model in zip(row.xpath("./td"), MODELS, strict=True):
            assert cell.get("data-model") == model.name
            record, words = by_model[model.id], cell.text_content()
            assert words.startswith(record.value)
            assert (f"({MARKS[record.basis]})" in words) == (record.basis != "stated")
            assert record.note in words
        for label in (aspect.paragraph, *aspect.also):
            link = page.link(load_paper(PAPER).url(label))
            assert link in [a.get("href") for a in row.xpath("./th//a[@class='cite']")], aspect.id


def test_the_members_are_as_many_as_the_rule_counts_and_each_group_has_its_paragraph() -> None:
    found = html.fromstring(f"<div>{members_table(page_of('programme'))}</div>")
    members = found.xpath(".//tr[td]")
    assert len(members) == load_paper(PAPER).rule("cc-oversight-group-size").decimal
    assert all(cell.text for row in members for cell in row.xpath("./td"))
    anchors = [mark.get("id") for mark in found.xpath(".//th[@scope='rowgroup']/a[@class='para']")]
    annex = [p.anchor for label, p in load_paper(PAPER).paragraphs.items() if label.startswith("Annex A, ")]
    assert sorted(anchors) == sorted(annex)


def test_each_line_that_names_a_model_is_drawn_under_that_model_alone() -> None:
    page = page_of("accountability")
    limited = [line.id for line in page.paper().lines.values() if line.label.endswith(")")]
    drawn: list[str] = []
    for model in MODEL_NAMES:
        found = html.fromstring(governance_diagram(page, model, f"Governance under {model}"))
        rows = [str(row.get("data-line")) for row in found.xpath(".//tr[@data-line]")]
        arrows = [
            id for group in found.xpath(".//g[@data-lines]") for id in str(group.get("data-lines")).split()
        ]
        assert Counter(arrows) == Counter(rows), model
        drawn += rows
    assert sorted(drawn) == sorted(limited)


def test_a_model_that_no_line_names_is_refused() -> None:
    with pytest.raises(ValueError, match="no line"):
        governance_diagram(page_of("accountability"), "shared", "Governance under a model there is not")
