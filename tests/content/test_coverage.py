"""Nothing of a paper is left out in silence: sections, paragraphs, bodies and citations, each accounted for."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from calculators.records.papers import load_paper, paper_ids
from site_build.trace.cited_by import records_by_paragraph
from site_build.trace.coverage import bare, left_out
from tests.content.inventory import INVENTORY, missing, sections
from tests.content.pages import article
from tests.content.records import citations, lines
from tests.support.pages import file_of, page_paths

PAPER = pytest.mark.parametrize("paper_id", paper_ids())
READING_AID = pytest.mark.skipif(
    not INVENTORY.is_dir(), reason="the list of the papers' sections is not here"
)


@READING_AID
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


@READING_AID
def test_a_section_that_is_not_restated_is_noticed() -> None:
    paper = load_paper("brent")
    parts = sections("county-durham-darlington")
    assert [part.ref for part in parts if part.ref == "14" and missing(paper, part)] == ["14"]


@PAPER
def test_every_paragraph_has_a_record_or_says_why_not(paper_id: str) -> None:
    assert bare(load_paper(paper_id)) == []


@PAPER
def test_a_paragraph_without_a_record_gives_its_reason_in_a_sentence(paper_id: str) -> None:
    for paragraph in load_paper(paper_id).paragraphs.values():
        assert not paragraph.unused or paragraph.unused.endswith("."), paragraph.label
        assert paragraph.title, paragraph.label


@PAPER
def test_every_section_left_out_gives_its_reason(paper_id: str) -> None:
    for section in left_out(paper_id):
        assert section.title, section
        assert section.reason.endswith("."), section


@PAPER
def test_every_body_named_in_a_record_exists(paper_id: str) -> None:
    paper = load_paper(paper_id)
    named = {step.actor for p in paper.processes.values() for step in p.step}
    named |= {step.co_actor for p in paper.processes.values() for step in p.step}
    named |= {end for line in lines(paper) for end in (line.from_, line.to)}
    assert len(named) > 3
    assert named - {""} - paper.bodies.keys() == set()


@PAPER
def test_every_body_has_a_line_or_a_remit(paper_id: str) -> None:
    paper = load_paper(paper_id)
    drawn = {end for line in lines(paper) for end in (line.from_, line.to)}
    assert [b.id for b in paper.bodies.values() if b.id not in drawn and not b.remit] == []


@PAPER
def test_every_record_is_found_from_its_paragraph(paper_id: str) -> None:
    paper = load_paper(paper_id)
    held = records_by_paragraph(paper_id)
    assert {label for _, label in citations(paper)} - held.keys() == set()
    for rule in paper.rules.values():
        assert rule.sentence in [one.words for one in held[rule.paragraph] if one.kind == "Rule"]


@pytest.mark.parametrize("path", page_paths())
def test_every_citation_shown_resolves(site: Path, path: str) -> None:
    """Each link to a paragraph leads to the address of a paragraph that a paper has."""
    places = {load_paper(id).url(label) for id in paper_ids() for label in load_paper(id).paragraphs}
    page = BeautifulSoup((site / file_of(path)).read_text(encoding="utf-8"), "lxml")
    unknown = []
    for link in page.select("a.cite[href]"):
        target, _, anchor = str(link["href"]).partition("#")
        folder = (site / path / target).resolve().relative_to(site.resolve()).as_posix()
        if f"{folder}/#{anchor}" not in places:
            unknown.append(str(link["href"]))
    assert unknown == []


@PAPER
def test_the_list_of_paragraphs_has_them_all_in_order(site: Path, paper_id: str) -> None:
    rows = article(site, paper_id, "paragraphs").select(".every__name > a")
    assert [row.get_text() for row in rows] == list(load_paper(paper_id).paragraphs)
