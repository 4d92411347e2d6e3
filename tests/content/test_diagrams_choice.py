"""The choice of one body in a large drawing: what can be chosen, what stays then, and what the style sheet can do."""

import re

from calculators.records.papers import load_paper
from site_build import pictures as diagrams
from site_build.pictures.lines import lines, picks
from site_build.writing.page import Page
from tests.content.diagrams import PAPERS, marked, of_choice, page, page_of, tree
from tests.support.every import every
from tests.support.pages import DOCS

__all__ = ["page"]


def test_every_paper_offers_the_choice_where_it_shows_who_answers_to_whom() -> None:
    for paper in PAPERS:
        found = tree(diagrams.accountability_diagram(page_of(load_paper(paper))))
        assert found.xpath("string(.//label)") == "Who do I answer to? Choose a body", paper
        assert marked(found, ".//label", "for") == marked(found, ".//select", "id")
        assert found.xpath(".//p[@role='status']"), paper


def test_a_large_drawing_offers_each_of_its_bodies_and_a_small_one_offers_none(page: Page) -> None:
    paper = page.paper()
    for view in every(lines.views().values()):
        drawn = lines.in_view(paper.lines.values(), view)
        found = tree(f"<div>{diagrams.accountability_diagram(page, view.id)}</div>")
        names = {paper.body(end).name for line in drawn for end in (line.from_, line.to)}
        large = len(drawn) > picks.LARGE
        offered = found.xpath(".//option[@value != '']/text()")
        assert offered == (sorted(names, key=str.lower) if large else []), view.id
        assert found.xpath("boolean(.//select)") == large


def test_a_choice_leaves_the_lines_of_that_body_drawn_listed_and_counted(page: Page) -> None:
    paper = page.paper()
    records = tuple(paper.lines.values())
    parts = [
        (diagrams.accountability_diagram(page, view.id), lines.in_view(records, view))
        for view in lines.views().values()
    ]
    for markup, shown in [*parts, (diagrams.accountability_table(page), records)]:
        found = tree(f"<div>{markup}</div>")
        for option in found.xpath(".//option[@value != '']"):
            number = option.get("value")
            own = {
                line.id
                for line in shown
                if option.text in (paper.body(line.from_).name, paper.body(line.to).name)
            }
            assert set(of_choice(found, number)) == own
            told = found.xpath(f".//*[@role='status']/*[@data-own='{number}']")
            assert [t.text for t in told] == [f"{len(own)} of {len(shown)} lines"]
            drawn = found.xpath(f".//*[name()='svg'][@data-own='{number}']")
            assert len(drawn) == len(found.xpath("./div/figure"))
            assert all(set(marked(svg, ".//g[@data-line]", "data-line")) == own for svg in drawn)


def test_a_part_of_the_table_stays_while_one_of_its_rows_does(page: Page) -> None:
    found = tree(diagrams.accountability_table(page))
    for part in every(found.xpath(".//tbody")):
        rows = {n for row in part.xpath("./tr[@data-line]") for n in row.get("data-own", "").split()}
        assert set(part.get("data-own", "").split()) == rows
        assert bool(rows) is (len(page.paper().lines) > picks.LARGE)


def test_the_style_sheet_has_a_rule_for_every_number_that_can_be_chosen() -> None:
    sheet = (DOCS / "assets" / "stylesheets" / "diagram.css").read_text(encoding="utf-8")
    rule = r'\.dg-pick:has\(\[value="(\d+)"\]:checked\) \[data-own\]:not\(\[data-own~="\1"\]\)'
    assert [int(n) for n in re.findall(rule, sheet)] == list(range(1, picks.MOST + 1))
