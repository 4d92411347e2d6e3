"""A list by paper: each line marked with its paper, folded below its question; what begins no line stops the build."""

import pytest
from lxml import html  # type: ignore[import-untyped]

from calculators.records.papers import load_paper
from site_build.compare.by_paper import asked, in_paper, says_nothing
from site_build.finish.built import BuiltPage, PageError
from site_build.finish.by_paper import list_questions, mark_lines
from site_build.writing.page import Page
from tests.support.built import words

GP = Page("readers/gp/", "")
LINE = '<li><span data-begins="north">North:</span> it pays.</li>'
SILENT = '<li><p><span data-begins="south east">South and East say nothing of it.</span></p></li>'


def marked(body: str) -> html.HtmlElement:
    page = BuiltPage.of("a/", f"<html><body><article>{body}</article></body></html>")
    mark_lines(page)
    list_questions(page)
    return html.fromstring(page.html)


def test_each_line_has_its_papers_and_the_list_is_folded_below_its_question() -> None:
    page = marked(f'<h3 id="q">Who pays?</h3><p>One.</p><ul>{LINE}{SILENT}</ul><ul><li>Else</li></ul>')
    (fold,) = page.xpath("//details")
    assert fold.get("class") == "by-paper"
    assert words(fold.xpath("./summary")[0]) == "Paper by paper: Who pays?"
    assert [line.get("data-of") for line in fold.xpath("./ul/li")] == ["north", "south east"]
    assert not page.xpath("//@data-begins")
    assert fold.getprevious().tag == "p"
    assert words(fold.getnext()) == "Else"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (
            f"<h3>Who pays?</h3><ul>{LINE}<li>And East.</li></ul>",
            "“Who pays\\?” has a line .* no paper: And East",
        ),
        ('<p><span data-begins="north">North:</span> it pays.</p>', "“North:” begins no line of a list"),
        ('<ol><li><span data-begins="north">North:</span></li></ol>', "“North:” begins no line of a list"),
    ],
)
def test_what_is_not_such_a_list_stops_the_build_and_is_told(body: str, reason: str) -> None:
    with pytest.raises(PageError, match=f"a/: {reason}"):
        marked(body)


def test_a_pages_questions_are_listed_by_their_short_names() -> None:
    page = marked(
        f'{asked(GP)}<h3 id="q" data-short="Pay">Who pays?</h3><h3 id="r">Who owes?</h3><h3>No place</h3>'
    )
    links = page.xpath("//nav[@class='asked']//a")
    assert [(link.get("href"), words(link)) for link in links] == [("#q", "Pay"), ("#r", "Who owes?")]
    assert not page.xpath("//@data-short")


def test_a_line_begins_with_its_paper_as_the_link_to_where_that_says_more() -> None:
    begun = html.fromstring(in_paper(GP, "brent", "principles/"))
    assert words(begun) == f"{load_paper('brent').short}:"
    assert begun.xpath("./a/@href") == ["../../frameworks/brent/principles/"]


def test_the_silent_papers_are_named_in_the_order_of_the_columns() -> None:
    one, two, three = (
        html.fromstring(says_nothing(GP, *ids))
        for ids in (
            ["brent"],
            ["brent", "hertfordshire"],
            ["co-commissioning-2014", "brent", "hertfordshire"],
        )
    )
    assert words(one) == "Brent says nothing of it."
    assert words(two) == "Hertfordshire 2007/08 and Brent say nothing of it."
    assert words(three) == "Hertfordshire 2007/08, Brent and Co-commissioning 2014 say nothing of it."
    assert three.get("data-begins") == "hertfordshire brent co-commissioning-2014"


def test_a_paper_that_is_not_compared_is_refused() -> None:
    with pytest.raises(ValueError, match="'nowhere' is none of the papers compared"):
        in_paper(GP, "nowhere")
    with pytest.raises(ValueError, match="'nowhere' is none of the papers compared"):
        says_nothing(GP, "brent", "nowhere")
