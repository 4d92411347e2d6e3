"""What the search index takes from a page: its places in order, each with the words that a reader reads there."""

import json
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from calculators.records.papers import load_paper, paper_ids
from site_build.finish.built import BuiltPage, PageError, evened
from site_build.finish.facts import Restated
from site_build.finish.search_index import drop_asks, entry_of
from site_build.finish.search_places import Place, places_of
from site_build.finish.search_words import FILE, known_words, short_forms
from tests.support.every import every

HEAD = '<p class="lead"><strong>In short:</strong> it is short.</p>'


def places(body: str, doubts: bool = False, restated: dict[str, Restated] | None = None) -> list[Place]:
    """The places of a page with this body; its head is left out where it has no words."""
    article = LexborHTMLParser(f"<article><h1>Page</h1>{body}</article>").css_first("article")
    assert article is not None
    found = places_of(article, restated or {}, doubts)
    return found if found[0].lines else found[1:]


def page(body: str, url: str = "a/", head: str = "") -> BuiltPage:
    return BuiltPage.of(url, f"<head>{head}</head><main><article><h1>Page</h1>{body}</article></main>")


def test_a_page_begins_with_its_own_words() -> None:
    assert places(HEAD) == [Place("", "Page", ["It is short."])]


def test_a_heading_begins_a_place_and_a_paragraph_one_within_it() -> None:
    found = places(
        '<h2 id="s">Part</h2><p>Before.</p><p><a class="para" id="p-1">Paragraph 6.3</a> Told.</p><p>After.</p>',
        restated={"p-1": Restated("What it is about", "", [])},
    )
    assert found == [
        Place("s", "Part", ["Before.", "After."]),
        Place("p-1", "6.3: What it is about", ["Told."]),
    ]


def test_a_paragraph_goes_on_in_the_list_that_it_announces() -> None:
    found = places(
        '<h2 id="s">Part</h2><p><a class="para" id="p-1">1</a> Two things:</p><ul><li>one</li><li>two</li></ul>'
        "<p>Other words.</p>"
    )
    assert found[-1].lines[:3] == ["Two things:", "one", "two"]


@pytest.mark.parametrize(
    "unread",
    [
        "<button>Save</button>",
        "<form><p>Your figure</p></form>",
        "<nav>Parts</nav>",
        '<p class="short-forms">Short forms: Primary care trust (PCT).</p>',
        '<table><tbody><tr><td><a href="../b/">Birds</a></td><td>Told there</td></tr></tbody></table>',
        '<ul class="dg-key"><li>answers to</li></ul>',
        "<details><summary>Open</summary></details>",
        '<p class="status">Historic</p>',
        '<p><a href="../b/">Only a link</a></p>',
        "<p data-unread>Hidden from it</p>",
        "<table><caption>Table</caption><thead><tr><th>Head</th></tr></thead></table>",
        '<figure><details class="dg-same"><p>A line of the picture.</p></details></figure>',
        '<aside class="ambiguity" id="amb"><p class="ambiguity__title">Doubt</p><p>Twice.</p></aside>',
    ],
)
def test_what_a_page_is_worked_with_is_not_taken(unread: str) -> None:
    assert places(f"{HEAD}{unread}") == places(HEAD)


def test_a_citation_is_no_word_of_the_sentence_it_stands_behind() -> None:
    found = places('<p>Eight weeks <a class="cite" href="#p-1">2.2.4 (3)</a>.</p>')
    assert found[0].lines == ["Eight weeks."]


def test_a_row_is_a_place_and_each_papers_cell_its_own() -> None:
    row = (
        '<h2 id="s">Part</h2><table><tr><th scope="row">A plan</th>'
        '<td><span class="compare__paper">North</span><p>In 8 weeks.</p></td>'
        '<td><span class="compare__paper">South</span><p class="compare__none">Silent</p></td></tr></table>'
    )
    assert places(row) == [Place("s", "A plan, North", ["In 8 weeks."])]


def test_a_row_without_a_heading_is_one_line() -> None:
    found = places(
        "<table><tr><td>First</td><td>Second</td></tr>"
        '<tr data-line="h1"><td><a href="#p">The panel</a></td><td>reports to</td>'
        '<td><a href="#b">the board</a><span class="dg-about">each month</span></td></tr></table>'
    )
    assert found[0].lines == ["First: Second", "The panel reports to the board: each month"]


def test_an_open_question_a_term_and_a_process_are_called_by_their_names() -> None:
    found = places(
        '<aside class="ambiguity" id="amb"><p class="ambiguity__title">Doubt</p><p>Two ways.</p></aside>'
        '<div class="glossary__entry" id="t"><dt>Heron</dt><dd>A bird.</dd></div>'
        '<figure id="process-x"><figcaption>Asking</figcaption><details class="dg-same"><ol><li>Ask.</li></ol>'
        "</details></figure>",
        doubts=True,
    )
    assert found == [
        Place("amb", "Doubt", ["Two ways."]),
        Place("t", "Heron", ["A bird."]),
        Place("process-x", "Asking", ["Ask."]),
    ]


@pytest.mark.parametrize(
    ("url", "body", "kind"),
    [
        ("a/", HEAD, ""),
        ("a/b/", f'<p class="up">Back</p>{HEAD}', ""),
        ("a/accountability/b/", f'<p class="up">Back</p>{HEAD}', "part"),
        ("compare/who-decides/b/", f'<p class="up">Back</p>{HEAD}', "part"),
        ("a/accountability/", HEAD, ""),
        ("glossary/p/", f'<p class="up">Back</p>{HEAD}', "list"),
        ("a/b/", '<p class="up">Back</p><section class="body"><p>It.</p></section>', "body"),
        ("find/x/", HEAD, "list"),
        ("frameworks/n/paragraphs/", HEAD, "list"),
        ("frameworks/n/open-questions/amb-x/", HEAD, "list"),
        ("readers/gp/", HEAD, "guide"),
        ("", HEAD, "guide"),
        ("about/", HEAD, "site"),
    ],
)
def test_a_page_is_of_a_kind(url: str, body: str, kind: str) -> None:
    assert entry_of(page(body, url), {})[3] == kind


def test_a_list_of_what_other_pages_hold_is_one_place() -> None:
    body = f'{HEAD}<h2 id="s">Part</h2><p>Held elsewhere.</p>'
    assert len(entry_of(page(body, "find/x/"), {})[5]) == 1
    assert len(entry_of(page(body), {})[5]) == 2


def test_a_part_of_such_a_list_has_its_title_alone() -> None:
    body = f'<p class="up">Back</p>{HEAD}<h2 id="s">Part</h2><p>Held elsewhere.</p>'
    assert entry_of(page(body, "a/paragraphs/b/"), {})[5] == [["", "", ""]]


def test_a_part_of_the_glossary_has_each_of_its_words() -> None:
    body = '<p class="up">Back</p><div class="glossary__entry" id="t"><dt>Heron</dt><dd>A bird.</dd></div>'
    assert entry_of(page(body, "glossary/h/"), {})[5] == [["", "", ""], ["t", "Heron", "A bird."]]


def test_a_part_says_which_page_it_is_a_part_of() -> None:
    built = BuiltPage.of(
        "a/b/",
        '<nav class="section-nav"><p class="section-nav__title">North</p><a aria-current="true">Birds</a></nav>'
        f'<main><article><p class="up">Back</p><h1>Page</h1>{HEAD}</article></main>',
    )
    assert entry_of(built, {})[2] == "North › Birds"


def test_the_questions_a_page_answers_are_told_to_the_index_alone() -> None:
    built = page(HEAD, head='<meta name="answers" content="Who pays for herons?">')
    assert entry_of(built, {})[4] == "Who pays for herons?"
    drop_asks(built)
    assert "herons" not in built.html


def test_taking_the_words_leaves_the_page_as_it_was() -> None:
    built = page(f'{HEAD}<table><tr><th scope="row">A</th><td>B</td></tr></table>')
    before = built.html
    entry_of(built, {})
    assert built.html == before


def test_the_page_for_what_is_not_there_has_no_entry() -> None:
    assert entry_of(page(HEAD, "404.html"), {}) == []


def test_the_words_of_this_site_are_fit() -> None:
    known = known_words()
    assert {"a", "the", "what"} <= set(known["little"])
    telling = [word for group in known["same"] for word in group]
    assert {"overspend", "pct"} <= set(telling)
    # A word that tells nothing would make its group answer everything.
    assert {word for word in telling if word in known["little"]} == set()


def test_short_forms_come_from_the_glossaries() -> None:
    found = {group[0]: group[1:] for group in short_forms([load_paper(id) for id in paper_ids()])}
    assert found["pct"] == ["primary care trust"]
    assert all(long for long in found.values())


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('little = ""\nnamed = []', "same is missing"),
        ('little = ""\nsame = []', "named is missing"),
        ('little = ""\nsame = []\nnamed = []\nother = 1', "other"),
        ('little = ""\nnamed = []\n[[same]]\nwords = ["one"]', "needs two words or more"),
        ('little = ""\nnamed = []\n[[same]]\nwords = ["one", "two"]\nnote = "x"', "no other key"),
        ('little = ""\nnamed = []\n[[same]]\nwords = ["one", "one"]', "one stands twice"),
        ('little = ""\nnamed = []\n[[same]]\nwords = ["one", "Two"]', "not in small letters"),
        ('little = ""\nsame = []\n[[named]]\npaper = "elsewhere"\nwords = ["x"]', "“elsewhere” is no paper"),
        ('little = ""\nsame = []\n[[named]]\npaper = "brent"\nwords = []', "brent needs a word or more"),
        ('little = ""\nsame = []\n[[named]]\npaper = "brent"\nwords = ["B"]', "not in small letters"),
    ],
)
def test_words_that_are_not_fit_are_named(tmp_path: Path, text: str, says: str) -> None:
    file = tmp_path / FILE.name
    file.write_text(text, encoding="utf-8")
    with pytest.raises(PageError, match=says):
        known_words(file)


def test_every_paper_has_a_name_that_readers_type() -> None:
    assert {address for address, _ in known_words()["named"]} == {f"frameworks/{id}/" for id in paper_ids()}


def test_a_site_without_such_words_has_those_of_its_glossaries(tmp_path: Path) -> None:
    known = known_words(tmp_path / "none.toml")
    assert known["little"] == known["named"] == []
    assert known["same"] == short_forms([load_paper(id) for id in paper_ids()])


@pytest.mark.parametrize(
    ("words", "even"),
    [
        ("Appendix 2 , step 1", "Appendix 2, step 1"),
        ("a scheme ( DES ) of the “ PBC  guide ” ; so", "a scheme (DES) of the “PBC guide”; so"),
        ("£5 (or less) – “so”", "£5 (or less) – “so”"),
    ],
)
def test_words_have_one_space_between_them_and_none_inside_brackets(words: str, even: str) -> None:
    assert evened(words) == even


def test_no_paragraph_read_in_place_has_a_space_inside_brackets(site: Path) -> None:
    for paper in every(paper_ids()):
        told = json.loads((site / f"assets/paragraphs/{paper}.json").read_text(encoding="utf-8"))
        for title, words in every(told.values()):
            for text in (title, words):
                assert evened(text) == text
