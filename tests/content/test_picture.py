"""The picture of each paper: one screen, one box a body, a row a level, and one way from a practice to the top."""

import itertools
from typing import get_args

import pytest
from lxml import html  # type: ignore[import-untyped]

from calculators.records.papers import load_paper, paper_ids
from calculators.records.schemas.bodies import BodyLevel
from site_build.pictures import picture
from site_build.pictures.lines.picture import ties
from site_build.pictures.lines.sketch import MOST
from site_build.pictures.lines.ties import rows
from site_build.writing.page import Page
from tests.support.built import Element, of_class
from tests.support.every import every

WIDTH, HEIGHT = 375, 560
"""What the column of a phone's screen holds beside the words around it."""
SIGNS = 4


def drawn(paper: str) -> Element:
    return html.fromstring(picture(Page(f"frameworks/{paper}/", paper)))


PAPER = pytest.mark.parametrize("paper", paper_ids())


@PAPER
def test_it_fits_a_phones_screen_and_has_few_bodies_and_few_signs(paper: str) -> None:
    whole = drawn(paper)
    _, _, width, height = map(float, whole.xpath("string(.//svg/@viewbox)").split())
    assert width <= WIDTH
    assert height <= HEIGHT
    bodies = [card.get("data-body") for card in every(whole.xpath(".//*[@data-body]"))]
    assert len(bodies) == len({*bodies}) <= MOST
    assert 1 < len(whole.xpath(f".//ul[{of_class('dg-key')}]/li")) <= SIGNS


@PAPER
def test_each_body_stands_in_the_row_of_its_level(paper: str) -> None:
    held = load_paper(paper)
    levels = get_args(BodyLevel)
    found = rows(held, [body.id for body in held.bodies.values() if body.picture])
    assert [held.body(row[0]).level for row in found] == sorted(
        {held.body(body).level for row in found for body in row}, key=levels.index
    )
    tops = {
        card.get("data-body"): float(card.get("transform").rpartition(" ")[2].rstrip(")"))
        for card in drawn(paper).xpath(".//*[@data-body]")
    }
    for above, below in every(itertools.pairwise(found)):
        assert max(tops[body] for body in above) < max(tops[body] for body in below)


@PAPER
def test_one_way_leads_from_a_practice_to_the_top(paper: str) -> None:
    ways = {tie.low: tie.high for tie in ties(load_paper(paper)) if tie.main}
    (start,) = ways.keys() - {*ways.values()}
    assert load_paper(paper).body(start).level == "practice"
    seen = [start]
    while seen[-1] in ways:
        seen.append(ways[seen[-1]])
        assert len(seen) == len({*seen})
    assert len(seen) == len(ways) + 1


@PAPER
def test_every_line_of_it_is_a_row_with_its_source(paper: str) -> None:
    lines = {line.id for tie in every(ties(load_paper(paper))) for line in tie.lines}
    table = drawn(paper).xpath(".//tr[@data-line]")
    assert {row.get("data-line") for row in table} == lines
    assert all(row.xpath(f".//a[{of_class('cite')}]") for row in table)
