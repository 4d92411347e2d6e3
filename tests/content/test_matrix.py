"""Who does what in each decision: every line that is part of one stands in its column, for its paper and for all."""

import re
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest

from calculators.records.errors import RecordError
from calculators.records.papers import Paper, load_paper, paper_ids, read_paper
from calculators.records.schemas import Line
from site_build.pictures.lines import matrix
from site_build.pictures.lines.lines import basis_words, kinds
from site_build.writing.page import Page
from tests.content.diagrams import tree
from tests.support.built import Element, of_class
from tests.support.every import every

COMPARED = "compare/who-decides/"
LINE = """
[[line]]
id = "odd"
from = "pct"
to = "clusters"
kind = "{kind}"
label = "commissioning"
matter = ["{matter}"]
basis = "inferred"
paragraph = "1"
"""
MOST = 16
"""So many decisions a reader can look through."""
PAPER = pytest.mark.parametrize("paper", paper_ids())


def of_paper(id: str) -> Element:
    return tree(matrix.responsibilities(Page(f"frameworks/{id}/accountability/", id)))


@pytest.fixture(scope="module")
def compared() -> dict[str, Element]:
    """The page of each decision over all papers."""
    whole = tree(matrix.responsibilities_compared(Page(COMPARED, "")))
    return {section.get("data-page"): section for section in every(whole.xpath(".//section[@data-page]"))}


def row_of(found: Element, title: str) -> Element:
    (row,) = [row for row in found.xpath(".//tr[td]") if row.xpath("string(./th)") == title]
    return row


def cells(row: Element) -> dict[str, list[str]]:
    """By column, the lines that stand there."""
    return {
        cell.get("data-role"): [id for ids in cell.xpath(".//@data-lines") for id in ids.split()]
        for cell in row.xpath("./td[@data-role]")
    }


def about(paper: Paper) -> Iterator[tuple[Line, str]]:
    for line in paper.lines.values():
        for matter in line.matter:
            yield line, matter


def parts(paper: Paper, matter: str) -> dict[str, Counter[str]]:
    """By column, the lines that belong there; the column of those who decide is never left out."""
    found: dict[str, Counter[str]] = {matrix.DECIDES: Counter()}
    for line, its in about(paper):
        kind = kinds()[line.kind]
        for role in (kind.role, kind.hears) if its == matter else ():
            if role:
                found.setdefault(role, Counter())[line.id] += 1
    return found


def told(row: Element, line: str) -> Element:
    """The words of what the line says, with the bodies."""
    (said,) = row.xpath(f".//*[contains(concat(' ', @data-lines, ' '), ' {line} ')]")
    (part,) = said.xpath("ancestor-or-self::li[parent::ul[parent::td]]")
    return cast(Element, part)


@PAPER
def test_each_line_about_a_decision_stands_in_its_column(paper: str, compared: dict[str, Element]) -> None:
    held, found = load_paper(paper), of_paper(paper)
    for matter in every({matter for _, matter in about(held)}):
        title = matrix.matters()[matter].title
        for row in (row_of(found, title), row_of(compared[matter], held.short)):
            shown = {role: Counter(lines) for role, lines in cells(row).items()}
            assert shown == parts(held, matter), matter


@PAPER
def test_each_line_has_its_words_its_bodies_and_its_paragraphs(
    paper: str, compared: dict[str, Element]
) -> None:
    held, found = load_paper(paper), of_paper(paper)
    for line, matter in every(about(held)):
        title = matrix.matters()[matter].title
        does = line.from_ if kinds()[line.kind].role else line.to
        for row in (row_of(found, title), row_of(compared[matter], held.short)):
            part = told(row, line.id)
            words, links = part.text_content(), part.xpath(".//a/@href")
            assert line.label in words
            said = basis_words(line).strip(" ()").split(", ")
            assert all(word in words for word in said)
            assert held.body(does).name in words
            assert any(link.endswith(f"#body-{does}") for link in links), line.id
            for label in (line.paragraph, *line.also):
                place = held.url(label).rpartition("/")[2]
                assert any(link.endswith(place) for link in links), (line.id, label)


@PAPER
def test_no_cell_names_a_body_or_a_line_twice_for_the_same(paper: str, compared: dict[str, Element]) -> None:
    tables = [of_paper(paper), *compared.values()]
    for cell in every(cell for table in tables for cell in table.xpath(".//td[ul]")):
        lines = [id for ids in cell.xpath(".//@data-lines") for id in ids.split()]
        assert len(lines) == len({*lines})
        for part in every(cell.xpath("./ul/li")):
            bodies = part.xpath(f".//a[not({of_class('cite')})]/@href")
            assert len(bodies) == len({*bodies})


def test_each_decision_has_lines_and_there_are_no_more_than_a_reader_looks_through() -> None:
    told = Counter(matter for id in paper_ids() for _, matter in about(load_paper(id)))
    assert told.keys() == matrix.matters().keys()
    assert len(told) <= MOST


@pytest.mark.parametrize("kind", ["nominates", "devolves_to", "submits_to", "advises", "monitors", "directs"])
def test_a_body_that_only_has_a_hand_in_it_is_not_said_to_decide(kind: str) -> None:
    assert kinds()[kind].role != matrix.DECIDES


def test_those_who_agree_are_never_named_alone() -> None:
    for id in every(paper_ids()):
        paper, found = load_paper(id), of_paper(id)
        for line, matter in about(paper):
            if line.kind == "agrees_with":
                part = told(row_of(found, matrix.matters()[matter].title), line.id)
                words = part.text_content()
                assert paper.body(line.from_).name in words
                other = paper.body(line.to).name if line.from_ != line.to else "another"
                assert other in words.partition(" with ")[2]
                if line.from_ != line.to:
                    links = part.xpath(".//a/@href")
                    assert all(
                        any(link.endswith(f"#body-{id}") for link in links) for id in (line.from_, line.to)
                    )


@PAPER
def test_a_papers_first_words_name_who_decides_most_and_what(paper: str) -> None:
    found, rows = of_paper(paper), of_paper(paper).xpath(".//tr[td]")
    deciding = {
        row.xpath("string(./th)"): {
            link.text for link in row.xpath(f"./td[@data-role='decides']//a[not({of_class('cite')})]")
        }
        for row in every(rows)
    }
    told = found.xpath(f".//*[{of_class('matrix__lead')}]//li")
    for item in every(told):
        name, _, what = item.text_content().partition(":")
        named = {title for title in deciding if f"{title[0].lower()}{title[1:]}" in what}
        if name == "No line says who decides":
            assert named == {title for title, bodies in deciding.items() if not bodies}
        else:
            assert named == {title for title, bodies in deciding.items() if name in bodies}, name


@PAPER
def test_each_decision_is_one_step_from_the_top_of_the_page(paper: str) -> None:
    found = of_paper(paper)
    links = [link.get("href") for link in every(found.xpath(".//nav//a"))]
    assert links == [f"#{row.get('id')}" for row in found.xpath(".//tr[td]")]


def test_the_first_words_say_who_decides_in_each_paper_and_which_say_nothing(
    compared: dict[str, Element],
) -> None:
    for matter, page in every(compared.items()):
        lead = {
            item.xpath("string(./strong)"): item.text_content()
            for item in every(page.xpath(f".//*[{of_class('matrix__lead')}]//li"))
        }
        for paper in map(load_paper, paper_ids()):
            (name,) = [name for name in lead if paper.short in name]
            row = [row for row in page.xpath(".//tr[td]") if row.xpath("string(./th)") == paper.short]
            deciding = row[0].xpath("./td[@data-role='decides']/ul/li") if row else []
            if not row:
                assert "No line between bodies is about it" in lead[name]
            elif not deciding:
                assert "No line says who decides" in lead[name]
            for part in deciding[: matrix.IN_LEAD]:
                assert part.xpath("string((.//a)[1])") in lead[name], matter
            assert ("more." in lead[name]) == (len(deciding) > matrix.IN_LEAD)


def test_a_page_of_several_papers_says_of_each_line_that_it_was_only_proposed(
    compared: dict[str, Element],
) -> None:
    paper = load_paper("co-commissioning-2014")
    assert paper.proposes
    alone = of_paper(paper.id)
    for line, matter in every((line, matter) for line, matter in about(paper) if line.mark):
        assert line.mark in told(row_of(compared[matter], paper.short), line.id).text_content()
        # On the paper's own pages, which say once that all is proposed, the lines do not.
        row = row_of(alone, matrix.matters()[matter].title)
        assert f", {line.mark}" not in told(row, line.id).text_content()


def test_lines_that_differ_in_their_ends_alone_are_one_sentence() -> None:
    row = row_of(of_paper("hertfordshire"), matrix.matters()["incentives"].title)
    assert told(row, "h124") is told(row, "h126")
    names = told(row, "h124").text_content()
    assert names.index("Local medical committee") < names.index("PBC locality") < names.index("Practices")


def test_an_abbreviation_is_explained_on_the_page_where_it_stands_by_itself(
    compared: dict[str, Element],
) -> None:
    # A paper's own page has its short forms from the step that makes it a page, and so not from here too.
    assert not of_paper("hertfordshire").xpath(f".//*[{of_class('matrix__forms')}]")
    treatment = compared["treatment"].xpath(f"string(.//*[{of_class('matrix__forms')}])")
    assert "LMC:" not in treatment  # Local medical committee (LMC) explains itself.
    for matter, page in every(compared.items()):
        forms = page.xpath(f"string(.//*[{of_class('matrix__forms')}])")
        names = page.xpath("string(.//table)")
        assert ("PBC:" in forms) == (re.search(r"\bPBC\b", names) is not None), matter


@pytest.mark.parametrize(
    ("kind", "matter", "told"),
    [
        ("approves", "parking", "is about the unknown matter 'parking'"),
        ("devolves_to", "plans", "'devolves_to' is no part in a decision"),
    ],
)
def test_a_line_about_an_unknown_decision_or_that_has_no_part_in_one_is_refused(
    tmp_path: Path, kind: str, matter: str, told: str
) -> None:
    folder = shutil.copytree(load_paper("brent").folder, tmp_path / "brent")
    with (folder / "accountability.toml").open("a", encoding="utf-8") as file:
        file.write(LINE.format(kind=kind, matter=matter))
    with pytest.raises(RecordError, match=f"accountability.toml.*odd.*{told}"):
        matrix.check(read_paper(folder), matrix.matters())


@PAPER
def test_the_lines_of_the_papers_pass(paper: str) -> None:
    matrix.check(load_paper(paper), matrix.matters())
