"""Words of the field: the link that explains itself, and the glossary of every paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from calculators.records.errors import RecordError
from calculators.records.papers import Paper, load_paper, paper_ids
from calculators.records.schemas import Term, slug
from site_build.writing.citations import cited
from site_build.writing.lengths import lines, runs
from site_build.writing.letters import by_letter
from site_build.writing.page import Page
from site_build.writing.templating import render

LINK = Markup('<a class="term" href="{href}" data-term="{id}" data-meaning="{meaning}">{text}</a>')


@dataclass(frozen=True, slots=True)
class Sense:
    """A word in the sense of one paper."""

    paper: Paper
    term: Term


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its meaning in each paper that uses it."""

    id: str
    term: str
    senses: tuple[Sense, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The word as each paper writes it, each way once, capitals aside."""
        return tuple({slug(sense.term.term): sense.term.term for sense in reversed(self.senses)}.values())[
            ::-1
        ]


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one letter that stand on one page: all of them where it is `whole`, else the n-th part."""

    letter: str
    n: int
    words: Sequence[Word]
    whole: bool

    @property
    def folder(self) -> str:
        """Where the run has its page, below the glossary."""
        return slug(self.letter) if self.n == 1 else f"{slug(self.letter)}-{self.n}"

    @property
    def id(self) -> str:
        """Its place in the glossary as a whole; the first run of a letter has the letter's."""
        return f"letter-{self.letter[0].lower()}" + (f"-{self.n}" if self.n > 1 else "")

    @property
    def name(self) -> str:
        """The letter, and between which of its words the run lies."""
        first, last = self.words[0].term, self.words[-1].term
        return self.letter if self.whole else f"{self.letter}: {first} to {last}"

    @property
    def title(self) -> str:
        """The heading of its page."""
        return f"Words with {self.name}"


def term(page: Page, name: str, text: str | None = None, paper: str | None = None) -> str:
    """A word that explains itself on hover, focus and tap, and links to the glossary.

    `name` is a term's id, the term or its expansion; `RecordError` where no paper with records uses it.
    """
    found = find(page, name, paper)
    return LINK.format(
        href=page.link(f"glossary/#term-{found.id}"),
        id=found.id,
        meaning=found.meaning,
        text=text or found.term,
    )


def find(page: Page, name: str, paper: str | None = None) -> Term:
    """The term, looked for in the page's own paper first."""
    wanted = slug(name)
    first = [id for id in (paper, page.paper_id) if id]
    papers = [load_paper(id) for id in [*first, *(i for i in paper_ids() if i not in first)]]
    for source in papers:
        for candidate in source.terms.values():
            if wanted in (candidate.id, slug(candidate.term), slug(candidate.expansion)):
                return candidate
    folder = papers[0].folder if papers else page.paper().folder
    raise RecordError(folder / "glossary.toml", name, f"is not there, and the page '{page.url}' explains it")


def entries() -> list[Word]:
    """Every word of every paper, in alphabetical order, numbers first."""
    senses: dict[str, list[Sense]] = {}
    for id in paper_ids():
        source = load_paper(id)
        for found in source.terms.values():
            senses.setdefault(found.id, []).append(Sense(source, found))
    listed = [Word(id, found[0].term.term, tuple(found)) for id, found in senses.items()]
    return sorted(listed, key=lambda entry: slug(entry.term))


def glossary(page: Page) -> str:
    """Every word by letter, and for each letter a page with the meanings and the paragraphs that use them."""
    return render("prose/glossary.html.jinja", page=page, cited=cited, runs=letter_runs())


def glossary_count(page: Page) -> str:
    """How many words there are, and how many of them stand in more than one paper, in a sentence."""
    listed = entries()
    shared = sum(len(entry.senses) > 1 for entry in listed)
    return f"{len(listed)} words and short forms. {shared} stand in more than one paper, each with its own meaning."


def letter_runs() -> list[Run]:
    """The words by letter; a letter with many of them in several runs."""
    return [
        Run(letter, n, words, whole=len(cut) == 1)
        for letter, listed in by_letter(entries(), lambda entry: entry.term).items()
        for cut in [runs(listed, _length)]
        for n, words in enumerate(cut, 1)
    ]


def _length(word: Word) -> int:
    meanings = (f"{sense.paper.short} {sense.term.expansion} {sense.term.meaning}" for sense in word.senses)
    sources = sum(1 + len(sense.term.also) for sense in word.senses)
    return 1 + sources + lines(", ".join(word.names), *meanings)
