"""How the pages of a paper are worded: numbers from records, abbreviations spelled out, sentences measured."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from calculators.records.papers import load_paper, paper_ids
from tests.content.pages import Source, as_built, pages_as_built, sources, sources_of
from tests.support.built import Built, Element, of_class
from tests.support.every import every

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
CLASSES = ("status", "para", "cite", "vh", "dg", "dg-bodies", "every")
NOT_READ = f"self::svg or self::script or {' or '.join(of_class(name) for name in CLASSES)}"
BLOCKS = {"p", "li", "td", "th", "h1", "h2", "h3", "h4", "summary"}

PAPER = pytest.mark.parametrize("paper_id", paper_ids())


def prose(source: Source) -> str:
    """The page's own words, without the macros' part."""
    return re.sub(NOT_PROSE, " ", source.text)


@cache
def read_aloud(page: Built) -> str:
    """The page's running text as a reader gets it, a block a line; what comes whole from records is left out."""
    return re.sub(r"[ \t]+", " ", "".join(_read(page.article)))


def _read(element: Element) -> Iterator[str]:
    if not isinstance(element.tag, str) or element.xpath(NOT_READ):
        return
    yield element.text or ""
    for part in element:
        yield from _read(part)
        yield part.tail or ""
    if element.tag in BLOCKS:
        yield "\n"


def sentences(text: str) -> list[int]:
    """How many words each sentence has; a line without an ending, such as a heading, is no sentence."""
    found = re.findall(r"[^.?!\n]+[.?!](?=\s|$)", re.sub(r"(\d)\.(\d)", r"\1\2", text))
    return [len(words) for sentence in found if len(words := sentence.split()) > 2]


@PAPER
def test_no_digit_is_typed_in_prose(paper_id: str) -> None:
    found = []
    for source in sources_of(paper_id):
        left = prose(source)
        for pattern in NAMES.values():
            left = re.sub(pattern, " ", left)
        found += [f"{source}: {place}" for place in re.findall(r"[^\n]{0,40}\d[^\n]{0,20}", left)]
    assert found == []


def test_every_name_with_digits_is_in_use() -> None:
    written = "\n".join(prose(source) for source in sources())
    assert [what for what, pattern in NAMES.items() if not re.search(pattern, written)] == []


@PAPER
def test_an_abbreviation_is_spelled_out_where_it_first_stands(site: Path, paper_id: str) -> None:
    terms = [term for id in paper_ids() for term in load_paper(id).terms.values() if term.expansion]
    shorts = every(sorted({term.term for term in terms if term.term.isalpha()}), "abbreviations")
    bare = []
    for page in (page for source in sources_of(paper_id) for page in pages_as_built(site, source)):
        text = read_aloud(page)
        # A page that was a section spells out below its heading what the whole page had explained.
        own = bool(page.article.xpath(f".//*[{of_class('up')}]"))
        heading, _, below = text.partition("Short forms:") if own else ("", "", text)
        for short in shorts:
            first = re.search(r"\(?\b" + re.escape(short) + r"s?\b", below)
            if first and not first[0].startswith("(") and f"({short}" not in heading:
                bare.append(f"{page}: {below[max(0, first.start() - 50) : first.end() + 10]}")
    assert bare == []


@PAPER
def test_how_long_the_sentences_are(
    site: Path, paper_id: str, record_property: Callable[[str, object], None]
) -> None:
    """Told at the end of the run, and never a reason to fail: 20 words or fewer on average is the aim."""
    by_page = {
        str(s): every(sentences(read_aloud(as_built(site, s))), "sentences") for s in sources_of(paper_id)
    }
    lengths = [length for page in by_page.values() for length in page]
    longest = max(by_page, key=lambda page: max(by_page[page]))
    record_property(
        f"Words in a sentence, {paper_id}",
        f"{sum(lengths) / len(lengths):.1f} on average, at most {max(lengths)} ({longest})",
    )
