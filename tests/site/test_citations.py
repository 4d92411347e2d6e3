"""Paragraph numbers, citations and values: what they write, and how they fail."""

from pathlib import Path

import pytest
from lxml import html  # type: ignore[import-untyped]

from calculators.records.errors import RecordError
from calculators.records.papers import load_paper
from site_build.prose.boxes import paper_status
from site_build.writing.citations import cite, para, rule, shown, value
from site_build.writing.page import Page

MONITORING = Page("frameworks/hertfordshire/monitoring/", "hertfordshire")
CALCULATOR = Page("calculators/fair-share/", "")


def test_a_paragraph_number_is_an_anchor_that_links_to_itself() -> None:
    html = para(MONITORING, "2.2.4 (3)")
    assert 'id="p-2-2-4-3"' in html
    assert 'href="#p-2-2-4-3"' in html


def test_a_paragraph_of_another_page_stops_the_build_and_names_both_pages() -> None:
    with pytest.raises(
        RecordError, match=r"paragraphs\.toml: 2\.2\.3, para 1: belongs on the page 'incentives'.*monitoring"
    ):
        para(MONITORING, "2.2.3, para 1")


def test_an_unknown_paragraph_names_file_and_record() -> None:
    with pytest.raises(RecordError, match=r"hertfordshire/paragraphs\.toml: 9\.9"):
        para(MONITORING, "9.9")
    with pytest.raises(
        RecordError, match=r"paragraphs\.toml: no-such-rule: is neither a paragraph nor a rule"
    ):
        cite(MONITORING, "no-such-rule")
    with pytest.raises(RecordError, match=r"rules\.toml: no-such-rule"):
        value(MONITORING, "no-such-rule")


def test_a_citation_is_relative_and_names_the_paper_where_the_page_has_none() -> None:
    assert 'href="#p-2-2-4-3"' in cite(MONITORING, "2.2.4 (3)")
    elsewhere = cite(CALCULATOR, "2.2.4 (3)", "hertfordshire")
    assert 'href="../../frameworks/hertfordshire/monitoring/#p-2-2-4-3"' in elsewhere
    assert html.fromstring(elsewhere).text_content() == "Source: paragraph Hertfordshire 2007/08, 2.2.4 (3)"


@pytest.mark.parametrize(
    ("page", "head"),
    [
        ("programme", "Most of what it says here was proposed"),
        ("models", "Most of what it says here was proposed"),
        ("", "Most of what it says here was proposed"),
    ],
)
def test_a_page_of_a_paper_that_proposes_says_so_once_at_its_head(page: str, head: str) -> None:
    here = Page(f"frameworks/co-commissioning-2014/{page}/".replace("//", "/"), "co-commissioning-2014")
    assert head in paper_status(here)
    assert "proposed" not in cite(here, "para 9")
    assert ", proposed" in cite(CALCULATOR, "para 9", "co-commissioning-2014")
    assert ", proposed" not in cite(CALCULATOR, "para 1", "co-commissioning-2014")


def test_a_page_says_beside_each_citation_what_another_part_of_its_paper_proposes() -> None:
    here = Page("frameworks/health-reform-2006/", "health-reform-2006")
    assert "was proposed" not in paper_status(here)
    assert ", proposed" in cite(here, "D.24")


def test_a_page_without_a_paper_says_what_to_add() -> None:
    with pytest.raises(ValueError, match="add 'paper:' to its front matter"):
        cite(CALCULATOR, "2.2.4 (3)")


def test_a_value_is_read_from_its_record_and_keeps_its_exact_text() -> None:
    paper = load_paper("hertfordshire")
    single = next(r for r in paper.rules.values() if r.unit == "percent" and isinstance(r.value, str))
    html = value(MONITORING, single.id)
    assert f'value="{single.value}"' in html
    assert f"{single.value}%" in html
    assert cite(MONITORING, single.id) in rule(MONITORING, single.id)


def test_asking_for_a_value_that_a_list_does_not_have_fails() -> None:
    paper = load_paper("hertfordshire")
    listed = next(r for r in paper.rules.values() if isinstance(r.value, tuple))
    assert listed.value[0] in value(MONITORING, listed.id, n=1)
    with pytest.raises(RecordError, match=f"{listed.id}: has {len(listed.value)} values"):
        value(MONITORING, listed.id, n=len(listed.value) + 1)


@pytest.mark.parametrize(
    ("label", "seen"),
    [
        ("2.2.4 (3)", "2.2.4 (3)"),
        ("3, row 1, para 1", "3, row 1, para 1"),
        ("2.2.2 PBC governance committee, para 4", "2.2.2 para 4"),
        ("2.2.2 PBC business cases, criteria (11)", "2.2.2 (11)"),
        ("Appendix 1, fair share, para 3", "Appendix 1 para 3"),
        ("Appendix 1, tariff", "Appendix 1, tariff"),
    ],
)
def test_a_margin_number_leaves_out_the_heading_and_keeps_it_for_those_who_listen(
    label: str, seen: str
) -> None:
    html = str(shown(label))
    before, _, rest = html.partition('<span class="vh">')
    assert before + rest.partition("</span>")[2] == seen
    assert html.replace('<span class="vh">', "").replace("</span>", "").replace(",", "") == label.replace(
        ",", ""
    )


def test_links_climb_to_the_root_from_any_depth() -> None:
    assert Page("", "").link("glossary/#term-les") == "./glossary/#term-les"
    assert Page("about/privacy/", "").link("glossary/") == "../../glossary/"
    assert Page("glossary/", "").link("glossary/#term-les") == "#term-les"
    assert Path(load_paper("hertfordshire").folder).name == "hertfordshire"
