"""A body's own page: each fact with the paragraph that says it, and the open question that it rests on."""

import pytest

from calculators.records.papers import load_paper, paper_ids
from calculators.records.schemas import Body
from site_build.trace.body_pages import bodies
from site_build.writing.page import Page
from tests.content.diagrams import tree
from tests.support.built import Element, of_class
from tests.support.every import every

PAPER = pytest.mark.parametrize("paper", paper_ids())


@pytest.fixture(scope="module")
def pages() -> dict[str, Element]:
    """The bodies of each paper."""
    return {id: tree(bodies(Page(f"frameworks/{id}/accountability/", id))) for id in paper_ids()}


def facts(pages: dict[str, Element], paper: str, body: str) -> dict[str, Element]:
    (found,) = pages[paper].xpath(f".//section[@data-page='{body}']")
    return {row.xpath("string(./dt)"): row.xpath("./dd")[0] for row in found.xpath(".//dl/div")}


def cited(cell: Element) -> set[str]:
    return {link.get("href") for link in cell.xpath(f".//a[{of_class('cite')}]")}


@PAPER
def test_who_belongs_to_a_body_and_its_chair_have_their_paragraphs(
    paper: str, pages: dict[str, Element]
) -> None:
    held, page = load_paper(paper), Page(f"frameworks/{paper}/accountability/", paper)
    told = [body for body in held.bodies.values() if body.membership or body.chair]
    for body in every(told):
        found = facts(pages, paper, body.id)
        for name, words, labels in (
            ("Who belongs to it", body.membership, body.membership_in),
            ("Chair", body.chair, body.chair_in),
        ):
            if words:
                where = {page.link(held.url(label)) for label in labels or (body.paragraph,)}
                assert cited(found[name]) == where, (body.id, name)


def test_a_fact_as_we_read_it_leads_to_the_open_question(pages: dict[str, Element]) -> None:
    asked = [
        (paper, body, id)
        for paper in paper_ids()
        for body in load_paper(paper).bodies.values()
        for id in body.ambiguity
    ]
    for paper, body, id in every(asked):
        (link,) = facts(pages, paper, body.id)["Open question"].xpath(f".//a[contains(@href, '#{id}')]")
        assert link.text == load_paper(paper).ambiguity(id).title
    read = {(paper, body.id) for paper, body, _ in asked}
    readings = [
        (paper, body.id)
        for paper in paper_ids()
        for body in load_paper(paper).bodies.values()
        for own in [f"{body.membership} {body.chair} {body.remit}"]
        if "as we read it" in own or "by our reading" in own
    ]
    assert {*every(readings)} <= read


@PAPER
def test_lines_that_stand_above_are_marked_so_that_paper_has_them_once(
    paper: str, pages: dict[str, Element]
) -> None:
    kinds = ("accountable_to", "responsible_to", "reports_to")
    lines = load_paper(paper).lines
    marked = pages[paper].xpath(f".//tr[@data-line][{of_class('dg-told')}]")
    for row in every(marked):
        (section,) = row.xpath("ancestor::section[@data-page]")
        line, body = lines[row.get("data-line")], section.get("data-page")
        assert line.kind in kinds or line.from_ == body, line.id
        links = section.xpath(".//dl//a/@href")
        other = line.to if line.from_ == body else line.from_
        assert any(link.endswith(f"#body-{other}") for link in links), (line.id, body)


def test_a_paragraph_for_a_chair_that_nobody_names_is_refused() -> None:
    with pytest.raises(ValueError, match="'chair_in' and nothing that stands there"):
        Body(id="b", name="B", paragraph="1", chair_in=("2",))
    with pytest.raises(ValueError, match="'membership_in' and nothing that stands there"):
        Body(id="b", name="B", paragraph="1", membership_in=("2",))
