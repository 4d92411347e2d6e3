"""What the finishing of a page needs of the whole site, gathered once from all pages and the records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from site_build.finish.built import PageError
from site_build.finish.handouts import counted, of_page
from site_build.finish.seen import Citation, Seen
from site_build.finish.told import Told

# Pages that list everything say nothing about use.
LISTS = ("find/", "glossary/")
LIST = "paragraphs/"


@dataclass(frozen=True, slots=True)
class User:
    """A page that uses a paragraph: its address, with the anchor of the part that does, and its name."""

    address: str
    words: str


@dataclass(frozen=True, slots=True)
class Restated:
    """What the records tell of a paragraph that a page restates.

    `part` is the address of its part in the list of every paragraph, empty where the site has no such list.
    """

    title: str
    part: str
    calculators: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Facts:
    """For one page: the style sheet's address, the users of each paragraph that it lists, and what it restates.

    `handouts` has the pages that each of its handouts takes on paper.
    """

    sheet: str
    users: Mapping[str, Sequence[User]] = field(default_factory=dict)
    restated: Mapping[str, Restated] = field(default_factory=dict)
    handouts: Mapping[str, int] = field(default_factory=dict)


def facts_of(pages: Mapping[str, Seen], told: Told, sheet: str, moved: Mapping[str, str]) -> dict[str, Facts]:
    """The facts for each page of the site, by its address; the time taken grows as the pages do.

    `moved` gives the address that a place has now, where it has another than the records say.
    """
    told = told.led(moved)
    users = _users(pages, told)
    restated = _restated(pages, told, moved)
    handouts = counted()
    return {
        url: Facts(
            sheet,
            {place: users[now] for place in page.asked if (now := moved.get(place, place)) in users},
            restated.get(url, {}),
            of_page(handouts, url),
        )
        for url, page in pages.items()
    }


def _users(pages: Mapping[str, Seen], told: Told) -> dict[str, list[User]]:
    """For each paragraph's address the pages that use it, by name, each with the place of its first citation."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for url, page in pages.items():
        if url.startswith(LISTS) or f"/{LIST}" in url or url == "404.html":
            continue
        for place, near in _places(page.citations, told):
            if place in told.paragraphs and place.partition("#")[0] != url:
                found[place].setdefault(url, near)
    for place, paragraph in told.paragraphs.items():
        for id, _ in paragraph.calculators:
            if f"calculators/{id}/" not in pages:
                raise PageError(f"docs/calculators/{id}.md is missing: the calculator has no page of its own")
            found[place].setdefault(f"calculators/{id}/", "")
    names = {url: _name(url, page, told) for url, page in pages.items()}
    return {
        place: [
            User(f"{url}{near}", names[url].removeprefix(f"{told.papers[told.paragraphs[place].paper]}: "))
            for url, near in sorted(users.items(), key=lambda use: names[use[0]])
        ]
        for place, users in found.items()
    }


def _places(citations: Sequence[Citation], told: Told) -> Iterator[tuple[str, str]]:
    for citation in citations:
        yield told.rules[citation.rule] if citation.rule else citation.place, citation.near


def _name(url: str, page: Seen, told: Told) -> str:
    """The page's name, with its paper's where it has one."""
    folder, _, rest = url.partition("/")
    short = told.papers.get(rest.partition("/")[0]) if folder == "frameworks" else None
    return f"{short}: {page.title}" if short else page.title


def _restated(
    pages: Mapping[str, Seen], told: Told, moved: Mapping[str, str]
) -> dict[str, dict[str, Restated]]:
    """By page and anchor, what is told of the paragraph."""
    found: dict[str, dict[str, Restated]] = defaultdict(dict)
    for place, paragraph in told.paragraphs.items():
        url, _, anchor = place.partition("#")
        listed = f"frameworks/{paragraph.paper}/{LIST}"
        whole = f"{listed}#{paragraph.part}" if listed in pages else ""
        part = moved.get(whole, whole)
        found[url][anchor] = Restated(paragraph.title, part, paragraph.calculators)
    return found
