"""Lists with an entry a paper, in the order of the comparison's columns, so that a reader's own can come first.

What belongs to a paper is marked `data-of`; the script that this writes puts what is marked with the reader's paper
before its neighbours, where the reader has said which one that is.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from markupsafe import Markup

from calculators.records.papers import load_paper
from site_build.compare.comparison import papers_asked
from site_build.writing.identity import paper_emblem, paper_link
from site_build.writing.page import Page
from site_build.writing.site import SCRIPTS
from site_build.writing.templating import render

SCRIPT = f"{SCRIPTS}/my-paper.js"
BEGINS = Markup('<span class="by-paper__of" data-begins="{id}">{link}:</span>')
SILENT = Markup('<span class="by-paper__silent" data-begins="{ids}">{names} {say} nothing of it.</span>')


def my_paper(page: Page) -> str:
    """Where a reader may say which paper is theirs, before the lists of the page that lead with it."""
    papers = [load_paper(id) for id in papers_asked()]
    return render("compare/my_paper.html.jinja", papers=papers, script=page.link(SCRIPT))


def in_papers(page: Page, pages: Mapping[str, str]) -> str:
    """Links into several papers: by a paper's id the page of it, or the place on that (`risk/#what-is-shared`)."""
    links = [(id, paper_link(page, id, pages[id])) for id in _in_order(pages)]
    return render("compare/in_papers.html.jinja", links=links)


def in_paper(page: Page, id: str, target: str = "") -> str:
    """The beginning of a line that tells what one paper says: its name, as the link to where that says more.

    The lines of an answer are one list, which the build marks and folds.
    """
    (asked,) = _in_order([id])
    return BEGINS.format(id=asked, link=paper_link(page, asked, target))


def says_nothing(page: Page, *ids: str) -> str:
    """The last line of such a list: the papers that are silent, by name."""
    asked = _in_order(ids)
    names = [Markup("{} {}").format(paper_emblem(id), load_paper(id).short) for id in asked]
    *most, last = names
    told = Markup(" and ").join([Markup(", ").join(most), last]) if most else last
    return SILENT.format(ids=" ".join(asked), names=told, say="say" if most else "says")


def asked(page: Page) -> str:
    """Where the page lists its questions at its head, each by what its heading says in `data-short`."""
    return '<nav class="asked" aria-label="Questions on this page"></nav>'


def start_here(page: Page, about: Mapping[str, str]) -> str:
    """The papers' first pages: by a paper's id what it is, in a few words."""
    rows = [(load_paper(id), paper_link(page, id), about[id]) for id in _in_order(about)]
    return render("compare/start_here.html.jinja", rows=rows)


def _in_order(papers: Collection[str]) -> list[str]:
    """The ids in the order of the columns; `ValueError` where one is no paper that is compared."""
    asked = papers_asked()
    if unknown := [id for id in papers if id not in asked]:
        raise ValueError(f"'{unknown[0]}' is none of the papers compared: {', '.join(asked)}")
    return [id for id in asked if id in papers]
