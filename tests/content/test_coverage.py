"""Nothing of a paper is left out in silence: sections, paragraphs, bodies and citations, each accounted for."""

from pathlib import Path

import pytest

from calculators.records.papers import load_paper, paper_ids
from site_build.trace.cited_by import records_by_paragraph
from site_build.trace.coverage import bare, left_out
from tests.content.inventory import missing, sections
from tests.content.records import citations
from tests.support.built import of_class, whole
from tests.support.every import every
from tests.support.shared import needs_inventory

PAPER = pytest.mark.parametrize("paper_id", paper_ids())


@needs_inventory
@PAPER
def test_every_section_has_its_place_or_is_listed_as_left_out(paper_id: str) -> None:
    """The list in docs/find/sections.toml is exact: it has to shrink with each section that is restated."""
    paper = load_paper(paper_id)
    parts = sections(paper_id)
    assert len(parts) > 10
    without = {part.ref for part in parts if missing(paper, part)}
    listed = {section.ref for section in left_out(paper_id)}
    within = {start for part in parts if part.ref in listed for start in part.begins}
    silent = {part.ref for part in parts if set(missing(paper, part)) - within}
    assert silent == set(), "sections without a paragraph that docs/find/sections.toml does not name"
    assert listed - without == set(), "restated by now, or no section: strike out of docs/find/sections.toml"


@needs_inventory
def test_a_section_that_is_not_restated_is_noticed() -> None:
    paper = load_paper("brent")
    parts = sections("county-durham-darlington")
    assert [part.ref for part in parts if part.ref == "14" and missing(paper, part)] == ["14"]


@PAPER
def test_every_paragraph_has_a_record_or_says_why_not(paper_id: str) -> None:
    assert bare(load_paper(paper_id)) == []


@PAPER
def test_a_paragraph_without_a_record_gives_its_reason_in_a_sentence(paper_id: str) -> None:
    for paragraph in every(load_paper(paper_id).paragraphs.values()):
        assert not paragraph.unused or paragraph.unused.endswith("."), paragraph.label
        assert paragraph.title, paragraph.label


def test_every_section_left_out_gives_its_reason() -> None:
    for section in every(section for id in paper_ids() for section in left_out(id)):
        assert section.title, section
        assert section.reason.endswith("."), section


@PAPER
def test_every_body_has_a_line_or_a_remit(paper_id: str) -> None:
    paper = load_paper(paper_id)
    drawn = {end for line in paper.lines.values() for end in (line.from_, line.to)}
    assert [b.id for b in paper.bodies.values() if b.id not in drawn and not b.remit] == []


@PAPER
def test_every_record_is_found_from_its_paragraph(paper_id: str) -> None:
    paper = load_paper(paper_id)
    held = records_by_paragraph(paper_id)
    assert {label for _, label in citations(paper)} - held.keys() == set()
    for rule in paper.rules.values():
        assert rule.sentence in [one.words for one in held[rule.paragraph] if one.kind == "Rule"]


@PAPER
def test_the_list_of_paragraphs_has_them_all_in_order(site: Path, paper_id: str) -> None:
    page = whole(site, f"frameworks/{paper_id}/paragraphs/")
    rows = page.article.xpath(f".//*[{of_class('every__name')}]/a")
    assert [row.text_content() for row in rows] == list(load_paper(paper_id).paragraphs)
