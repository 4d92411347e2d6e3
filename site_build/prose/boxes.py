"""Records shown as parts of a page: open questions, checklists, and which paper the page restates."""

from __future__ import annotations

from collections import Counter

from markupsafe import Markup

from calculators.records.errors import RecordError
from calculators.records.papers import Paper, load_paper, paper_ids
from calculators.records.schemas import slug
from calculators.records.schemas.base import PROPOSED, Stated
from calculators.records.schemas.marks import with_parts
from site_build.writing.citations import cite, para, standing_of, standings_of
from site_build.writing.page import Page
from site_build.writing.site import DOCS
from site_build.writing.templating import render

OPEN_QUESTIONS = "open-questions"


def source(page: Page, paper: Paper, label: str) -> str:
    """The paragraph's own number where this page restates it, a citation everywhere else."""
    return (para if page.holds(paper, label) else cite)(page, label, paper.id)


def ambiguity(page: Page, id: str, paper: str | None = None) -> str:
    """The ways in which a passage can be read, and the one used unless the reader chooses.

    Among its paper's open questions it stands open, and can be listed by its title; on every other page it is folded.
    """
    held = page.paper(paper)
    found = held.ambiguity(id)
    cited = [cite(page, label, held.id) for label in dict.fromkeys((found.paragraph, *found.also))]
    listed = page.url == f"frameworks/{held.id}/{OPEN_QUESTIONS}/"
    return render("prose/ambiguity.html.jinja", found=found, anchor=slug(id), cited=cited, listed=listed)


def checklist(page: Page, id: str, paper: str | None = None, *, heading: bool = False) -> str:
    """A list that the paper asks somebody to satisfy, each line with its paragraph."""
    held = page.paper(paper)
    found = held.checklists.get(id)
    if found is None:
        raise RecordError(held.folder / "checklists.toml", id, "is not there")
    shown: set[str] = set()
    rows = []
    for item in found.item:
        repeated = item.paragraph in shown or item.paragraph == found.paragraph
        shown.add(item.paragraph)
        rows.append((item, "" if repeated else source(page, held, item.paragraph)))
    (strength, times), *_ = Counter(item.strength for item in found.item).most_common(1)
    return render(
        "prose/checklist.html.jinja",
        found=found,
        rows=rows,
        heading=heading,
        # What most items share is told once; where an item asks for nothing, it would be taken to share it.
        shared=strength if times > 1 and all(item.strength for item in found.item) else "",
        all_share=times == len(found.item),
    )


def paper_status(page: Page, paper: str | None = None) -> str:
    """Which paper this page restates, from when, and that it is history."""
    held = page.paper(paper)
    proposed = standing_of(page) == PROPOSED
    link = page.link(f"about/papers/#{held.id}")
    return render(
        "prose/paper_status.html.jinja", paper=held, link=link, proposed=proposed, all_of_it=_is_all_one(page)
    )


def _is_all_one(page: Page) -> bool:
    """Whether all that a page restates stands alike, paragraphs and what is said in them."""
    paper = page.paper()
    own = (part for one in paper.all_records for part in with_parts(one.record) if isinstance(part, Stated))
    apart = any(
        part.standing and part.standing != PROPOSED and page.holds(paper, part.paragraph) for part in own
    )
    return not apart and len(standings_of(page)) == 1


def restated(page: Page, paper: str) -> str:
    """How much of a paper stands on this site, with a link to it: all of it, a part, or nothing yet."""
    if paper not in paper_ids():
        return "Not restated here yet."
    held = load_paper(paper)
    address = f"frameworks/{paper}/"
    whole = (DOCS / address / "index.md").is_file()
    words = "read it at a glance" if whole else "see what there is"
    target = address if whole else held.url(next(iter(held.paragraphs))).partition("#")[0]
    lead = "Restated here" if whole else "Restated here in part"
    return Markup('{}: <a href="{}">{}</a>.').format(lead, page.link(target), words)
