"""One page: read for what others need of it, then finished with what it needs of them; both are kept by hash."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from site_build.finish.built import BuiltPage
from site_build.finish.by_paper import list_questions, mark_lines
from site_build.finish.calculator_links import link_calculators
from site_build.finish.citing_pages import fill_rows, lead_to_list
from site_build.finish.facts import Facts
from site_build.finish.handouts import tell_pages
from site_build.finish.links import anchors_of, links_of
from site_build.finish.marks_together import keep_stops, tell_apart
from site_build.finish.meanings import describe_terms
from site_build.finish.mistakes import name_page
from site_build.finish.paragraph_words import paragraphs_of
from site_build.finish.policy import add_policy
from site_build.finish.search_index import drop_asks, entry_of
from site_build.finish.seen import Citation, Seen
from site_build.finish.stock import clear_stock, fold_spaces, repair_tables
from site_build.finish.styles import link_sheet
from site_build.kept import kept, key_of, key_of_files

ROOMS = ("seen", "finished")
# Read as soon as the code is loaded: what is changed while a build runs must not pass for what it ran.
CODE = f"{key_of_files(Path(__file__).parent)} {version('selectolax')}"


@dataclass(frozen=True, slots=True)
class Finished:
    """A page to publish: its text, anchors, addresses on this site, entry in the index, and paragraphs."""

    html: str
    anchors: list[str]
    links: list[str]
    entry: Sequence[Any]
    paragraphs: Sequence[Sequence[str]]


def read_page(url: str, html: str) -> Seen:
    """What the page at `url`, as the site generator wrote it, tells the others."""
    raw = kept("seen", key_of(CODE, url, html), lambda: asdict(Seen.of(BuiltPage.of(url, html))))
    return Seen(**raw | {"citations": [Citation(**citation) for citation in raw["citations"]]})


def finish_page(url: str, html: str, facts: Facts) -> Finished:
    """The page repaired, checked and given its policy; `PageError` where it is not fit to publish."""
    known = json.dumps(asdict(facts), ensure_ascii=False, sort_keys=True)
    return Finished(
        **kept("finished", key_of(CODE, url, html, known), lambda: asdict(_finish(url, html, facts)))
    )


def _finish(url: str, html: str, facts: Facts) -> Finished:
    page = BuiltPage.of(url, html)
    fill_rows(page, facts.users)
    lead_to_list(page, facts.restated)
    link_sheet(page, facts.sheet)
    clear_stock(page)
    repair_tables(page)
    describe_terms(page)
    mark_lines(page)
    list_questions(page)
    tell_apart(page)
    keep_stops(page)
    tell_pages(page, facts.handouts)
    link_calculators(page, facts.restated)
    name_page(page)
    fold_spaces(page)
    entry = entry_of(page, facts.restated)
    drop_asks(page)
    add_policy(page)
    told = list(paragraphs_of(page, facts.restated))
    return Finished(page.html, anchors_of(page), links_of(page), entry, told)
