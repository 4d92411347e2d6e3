"""The pages of a paper: whole, each paragraph once and in its place, each open question where it matters."""

from collections import Counter
from pathlib import Path

import pytest

from calculators.records.papers import load_paper, paper_ids
from tests.content.pages import Source, article, calls, sources

OPEN_QUESTIONS = "open-questions"
# Where an open question stands on no other page of its paper: its id and the reason.
ONLY_LISTED: dict[str, str] = {}

PAGES = pytest.mark.parametrize("source", sources(), ids=str)


def restated(site: Path, paper_id: str) -> Counter[tuple[str, str]]:
    """How often each page of the paper holds each paragraph's anchor."""
    return Counter(
        (source.stem, str(mark["id"]))
        for source in sources()
        if source.paper_id == paper_id
        for mark in article(site, paper_id, source.stem).select(".para[id]")
    )


@pytest.mark.parametrize("paper_id", paper_ids())
def test_each_paragraph_is_restated_once_on_its_page(site: Path, paper_id: str) -> None:
    paper = load_paper(paper_id)
    wanted = Counter({(p.page, p.anchor): 1 for p in paper.paragraphs.values()})
    assert restated(site, paper_id) == wanted


@pytest.mark.parametrize("paper_id", paper_ids())
def test_a_paragraph_says_something_of_its_own(site: Path, paper_id: str) -> None:
    """Beside each paragraph's number stand words that restate it, and not its number alone."""
    bare = []
    for source in sources():
        if source.paper_id != paper_id:
            continue
        for mark in article(site, paper_id, source.stem).select("p > .para, li > .para"):
            assert mark.parent is not None
            words = mark.parent.get_text(" ", strip=True).removeprefix(mark.get_text(" ", strip=True))
            if len(words.split()) < 3:
                bare.append(f"{source}: {mark['id']}")
    assert bare == []


@PAGES
def test_a_page_has_title_description_and_paper(source: Source) -> None:
    assert source.meta.get("title")
    assert source.meta.get("paper") == source.paper_id
    description = source.meta.get("description", "")
    assert description.endswith(".")
    assert ". " not in description, "The description is one sentence."


@PAGES
def test_a_page_begins_with_its_heading_its_paper_and_its_short_form(source: Source) -> None:
    parts = [part for part in source.text.split("\n\n") if part.strip()]
    assert parts[0].strip().startswith("# ")
    assert parts[1] == "{{ paper_status() }}"
    assert parts[2].startswith("**In short:** ")
    assert parts[2].strip().endswith("{: .lead }")


@PAGES
def test_a_page_has_one_first_heading(site: Path, source: Source) -> None:
    assert len(article(site, source.paper_id, source.stem).find_all("h1")) == 1


@PAGES
def test_headings_leave_out_no_step(site: Path, source: Source) -> None:
    found = article(site, source.paper_id, source.stem).find_all(["h1", "h2", "h3", "h4", "h5", "h6"])
    depths = [int(heading.name[1]) for heading in found]
    jumps = [
        found[n + 1].get_text(strip=True) for n, depth in enumerate(depths[:-1]) if depths[n + 1] > depth + 1
    ]
    assert jumps == []


@PAGES
def test_no_id_stands_twice(site: Path, source: Source) -> None:
    ids = Counter(str(tag["id"]) for tag in article(site, source.paper_id, source.stem).find_all(id=True))
    assert [id for id, times in ids.items() if times > 1] == []


@pytest.mark.parametrize("paper_id", paper_ids())
def test_each_open_question_is_listed_and_stands_where_it_matters(paper_id: str) -> None:
    own = [source for source in sources() if source.paper_id == paper_id]
    listed = [id for s in own if s.stem == OPEN_QUESTIONS for id in calls(s.text, "ambiguity")]
    elsewhere = {id for s in own if s.stem != OPEN_QUESTIONS for id in calls(s.text, "ambiguity")}
    every = set(load_paper(paper_id).ambiguities)
    assert Counter(listed) == Counter(every)
    assert every - elsewhere == every & ONLY_LISTED.keys()
