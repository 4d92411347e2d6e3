"""Citations beside one another: never one place twice, never two places under the same words, each with its stop."""

from pathlib import Path

import pytest
from lxml import html  # type: ignore[import-untyped]

from site_build.finish.built import BuiltPage
from site_build.finish.marks_together import keep_stops, tell_apart
from site_build.writing.citations import cite
from site_build.writing.page import Page
from tests.support.built import built, of_class
from tests.support.every import every
from tests.support.pages import page_paths

MONITORING = Page("frameworks/hertfordshire/monitoring/", "hertfordshire")
HIDDEN = " or ".join(f"ancestor::*[{of_class(name)}]" for name in ("vh", "cite__rest"))


def seen(mark: html.HtmlElement) -> str:
    """What is seen of a citation."""
    return " ".join("".join(mark.xpath(f".//text()[not({HIDDEN})]")).split())


def told(body: str) -> html.HtmlElement:
    page = BuiltPage.of("a/", f"<html><body><article>{body}</article></body></html>")
    tell_apart(page)
    keep_stops(page)
    return html.fromstring(page.html).xpath("//article")[0]


def marks(*labels: str, between: str = " ") -> str:
    return between.join(cite(MONITORING, label) for label in labels)


@pytest.mark.parametrize(
    ("labels", "shown"),
    [
        (["2.2.4 (3)", "2.2.4 (3)"], ["2.2.4"]),
        (["2.2.4 (3)", "2.2.4 (4)"], ["2.2.4 (3)", "2.2.4 (4)"]),
        (["2.2.4 (3)", "2.2.4 (4)", "2.2.4 (3)"], ["2.2.4 (3)", "2.2.4 (4)"]),
        (["2.2.4 (3)", "2.2.3, para 1"], ["2.2.4", "2.2.3"]),
        # Their last parts are the same: then all of the rest is shown.
        (
            ["3, row 1, para 1", "3, row 2, para 1"],
            ["3, row 1, para 1", "3, row 2, para 1"],
        ),
        (
            ["Appendix 1, fair share, para 3", "Appendix 1, freed-up resources, para 2"],
            ["Appendix 1, para 3", "Appendix 1, para 2"],
        ),
        (
            ["2.2.2 PBC business cases, criteria (8)", "2.2.2 PBC business cases, para 1"],
            ["2.2.2 (8)", "2.2.2, para 1"],
        ),
    ],
)
def test_one_place_is_cited_once_and_two_look_different(labels: list[str], shown: list[str]) -> None:
    found = told(f"<p>It pays {marks(*labels)}.</p>").xpath(".//a")
    assert [seen(mark) for mark in found] == shown
    names = [" ".join(mark.text_content().split()) for mark in found]
    assert all(f"Source: paragraph {label}" in " ".join(names) for label in labels)


@pytest.mark.parametrize("between", [", ", " and ", "; "])
def test_what_only_joins_citations_does_not_part_them(between: str) -> None:
    both = told(f"<p>It pays {marks('2.2.4 (3)', '2.2.4 (4)', between=between)}</p>").xpath(".//a")
    assert [seen(mark) for mark in both] == ["2.2.4 (3)", "2.2.4 (4)"]


def test_citations_with_words_between_are_left_as_they_are() -> None:
    body = f"<p>One {marks('2.2.4 (3)')} and two {marks('2.2.4 (3)')}</p><p>{marks('2.2.4 (4)')}</p>"
    assert [seen(mark) for mark in told(body).xpath(".//a")] == ["2.2.4"] * 3


def test_a_stop_stays_on_the_line_of_its_citation_and_no_word_does() -> None:
    article = told(
        f"<p>One {marks('2.2.4 (3)')}. Two ({marks('2.2.4 (4)')}), three {marks('2.2.4 (1)')} four.</p>"
    )
    held = article.xpath(f".//*[{of_class('cite__end')}]")
    assert ["".join(end.xpath("./text()")) for end in held] == [".", "),"]
    plain = "".join(article.xpath(".//text()[not(ancestor::a)]"))
    assert plain == "One . Two (), three  four."


def test_nowhere_on_the_site_do_two_citations_in_a_row_look_alike(site: Path) -> None:
    alike, together = [], 0
    for path in every(page_paths()):
        for mark in built(site, path).article.xpath(f".//a[{of_class('cite')}]"):
            before = mark.getprevious()
            if before is None or before.tag != "a" or "cite" not in before.get("class", "").split():
                continue
            if (before.tail or "").strip(" ,;\n"):
                continue
            together += 1
            if seen(before) == seen(mark):
                alike.append(f"{path}: {seen(mark)}")
    assert together > 100
    assert alike == []
