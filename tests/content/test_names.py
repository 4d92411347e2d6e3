"""Titles, proper names and items of lists carry over: each stands on the paper's pages, or says why not."""

import tomllib
from functools import cache
from pathlib import Path

import pytest

from calculators.records.papers import paper_ids
from tests.support.built import built, own_pages
from tests.support.every import every
from tests.support.pages import page_paths
from tests.support.proper_names import missing, names
from tests.support.shared import needs_sources
from tests.support.source_lines import list_items, places

SEEN = ".//text()[not(ancestor::script)]"
DATA = Path(__file__).parents[1] / "data"


@cache
def reasons(file: str, paper: str) -> dict[str, str]:
    """What a paper's text has and its pages have not, with the reason for each."""
    entries = tomllib.loads((DATA / file).read_text(encoding="utf-8")).get(paper, [])
    return {name: entry["reason"] for entry in entries for name in entry["names"]}


@needs_sources
@pytest.mark.parametrize("id", paper_ids())
def test_every_title_and_proper_name_is_on_the_papers_pages_or_says_why_not(site: Path, id: str) -> None:
    paths = [path for path in page_paths() if path.startswith(f"frameworks/{id}/")]
    pages = [built(site, one) for path in every(paths) for one in (path, *own_pages(site, path))]
    told = "\n; ".join(" ".join(page.article.xpath(SEEN)) for page in pages)
    assert len(names(id)) > 10
    assert {*missing(id, told)} == reasons("names_left_out.toml", id).keys()


@needs_sources
@pytest.mark.parametrize("id", paper_ids())
def test_every_item_of_a_list_is_a_paragraph_of_its_own_or_says_why_not(id: str) -> None:
    begun = {first for first, _ in places(id).values()}
    within = {
        next((label for label, (first, last) in places(id).items() if first <= line <= last), words)
        for line, words in every(list_items(id))
        if line not in begun
    }
    assert within == reasons("items_together.toml", id).keys()
