"""Words of the field: the link that explains itself, and the glossary of every paper."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from calculators.records.errors import RecordError
from calculators.records.papers import Paper, load_paper, paper_ids
from calculators.records.schemas import Term, slug
from site_build.writing.citations import cited
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
    """The glossary: letters to jump to, and each word with its meaning and the paragraph that uses it."""
    listed = entries()
    shared = sum(len(entry.senses) > 1 for entry in listed)
    letters = by_letter(listed, lambda entry: entry.term)
    return render(
        "prose/glossary.html.jinja", page=page, cited=cited, letters=letters, total=len(listed), shared=shared
    )
