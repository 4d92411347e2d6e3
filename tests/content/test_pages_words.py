"""How the pages of a paper are worded: numbers from records, abbreviations spelled out, sentences measured."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from bs4.element import NavigableString

from calculators.records.papers import load_paper, paper_ids
from tests.content.pages import Source, article, sources

# What may hold digits without being a number of the paper's: the name of the thing, and how it is written.
NAMES = {
    "a financial year that is merely the paper's period": r"\b20\d\d/\d\d\b",
    "a level by its name": r"\b[Ll]evels? \d(?: and \d)?\b",
    "an appendix by its name": r"\bAppendix \d\b",
    "a section by its number": r"\b[Ss]ections? \d+(?:\.\d+)*(?: (?:and|to) \d+(?:\.\d+)*)?\b",
    "a step of the decision process by its name": r"\bstep \d[A-F]\b",
    "the number of an item in a list": r"(?m)^ *\d+\. ",
}
# Not prose: a macro's call, the target of a link, a tag, a heading.
NOT_PROSE = r"\{\{.*?\}\}|\]\([^)]*\)|<[^>]*>|(?m:^#+ .*$)"
# Not read: drawings and their lists, which are records; and what names the paper or a paragraph of it.
NOT_READ = "svg, script, .status, .para, .cite, .vh, .dg, .dg-bodies, .every"

PAGES = pytest.mark.parametrize("source", sources(), ids=str)


def prose(source: Source) -> str:
    """The page's own words, without the macros' part."""
    return re.sub(NOT_PROSE, " ", source.text)


def read_aloud(site: Path, source: Source) -> str:
    """The page's running text as a reader gets it; what comes whole from records is left out."""
    text = BeautifulSoup(str(article(site, source.paper_id, source.stem)), "lxml")
    for part in text.select(NOT_READ):
        part.decompose()
    for block in text.find_all(["p", "li", "td", "th", "h1", "h2", "h3", "h4", "summary"]):
        block.append(NavigableString("\n"))
    return re.sub(r"[ \t]+", " ", text.get_text())


def sentences(text: str) -> list[int]:
    """How many words each sentence has; a line without an ending, such as a heading, is no sentence."""
    found = re.findall(r"[^.?!\n]+[.?!](?=\s|$)", re.sub(r"(\d)\.(\d)", r"\1\2", text))
    return [len(words) for sentence in found if len(words := sentence.split()) > 2]


@PAGES
def test_no_digit_is_typed_in_prose(source: Source) -> None:
    left = prose(source)
    for pattern in NAMES.values():
        left = re.sub(pattern, " ", left)
    assert re.findall(r"[^\n]{0,40}\d[^\n]{0,20}", left) == []


def test_every_name_with_digits_is_in_use() -> None:
    written = "\n".join(prose(source) for source in sources())
    assert [what for what, pattern in NAMES.items() if not re.search(pattern, written)] == []


@PAGES
def test_an_abbreviation_is_spelled_out_where_it_first_stands(site: Path, source: Source) -> None:
    text = read_aloud(site, source)
    terms = [term for id in paper_ids() for term in load_paper(id).terms.values() if term.expansion]
    shorts = {term.term for term in terms if term.term.isalpha()}
    assert shorts
    bare = []
    for short in shorts:
        first = re.search(r"\(?\b" + re.escape(short) + r"s?\b", text)
        if first and not first[0].startswith("("):
            bare.append(text[max(0, first.start() - 50) : first.end() + 10])
    assert bare == []


@PAGES
def test_how_long_the_sentences_are(
    site: Path, source: Source, record_testsuite_property: Callable[[str, object], None]
) -> None:
    """Reported with each page, and never a reason to fail: 20 words or fewer on average is the aim."""
    lengths = sentences(read_aloud(site, source))
    assert lengths
    average = sum(lengths) / len(lengths)
    record_testsuite_property(f"{source}: words in a sentence", f"{average:.1f}, at most {max(lengths)}")
