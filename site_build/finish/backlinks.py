"""From a paragraph to every page that cites it, read off the finished pages so that nothing is missed.

The list of every paragraph leaves a place for this in each of its rows (`data-uses`); a page that restates
paragraphs gets one link to the part of that list that is about it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from posixpath import normpath

from bs4 import Tag

from calculators.records.papers import load_paper, paper_ids
from site_build.finish.built import BuiltPage
from site_build.trace.paragraphs import parts
from site_build.trace.reliance import calculators_by_place

# Pages that list everything say nothing about use.
LISTS = ("find/",)
LIST = "paragraphs/"
WORDS = "Where each paragraph of this page is used"


def fill_backlinks(pages: Sequence[BuiltPage]) -> None:
    """Write the pages that cite a paragraph into its row, and lead from each restating page to its rows."""
    uses = pages_by_place(pages)
    titles = {page.url: title(page) for page in pages}
    for page in pages:
        for row in page.soup.select("[data-uses]"):
            _fill(page, row, uses.get(str(row["data-uses"]), {}), titles)
        _lead_back(page, {other.url for other in pages})


def pages_by_place(pages: Iterable[BuiltPage]) -> Mapping[str, Mapping[str, str]]:
    """For each paragraph's address, the pages that cite it, each with the place of its first citation."""
    places = {load_paper(id).url(label) for id in paper_ids() for label in load_paper(id).paragraphs}
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for page in pages:
        if page.url.startswith(LISTS) or page.url.endswith(f"/{LIST}") or page.url == "404.html":
            continue
        for place, tag in cited(page):
            if place in places and place.partition("#")[0] != page.url and page.url not in found[place]:
                found[place][page.url] = _near(tag)
    for place, names in calculators_by_place().items():
        for id in names:
            found[place].setdefault(f"calculators/{id}/", "")
    return found


def cited(page: BuiltPage) -> Iterator[tuple[str, Tag]]:
    """Every paragraph that the page names, by a link or by a value read from a rule, with the tag that does."""
    article = page.soup.select_one("article")
    if article is None:
        return
    for link in article.select("a[href*='#p-']"):
        path, _, anchor = str(link["href"]).partition("#")
        target = normpath(f"/{page.url}{path}").strip("/") if path else page.url.strip("/")
        yield f"{target}/#{anchor}", link
    for value in article.select("data.rule[data-rule]"):
        paper, _, rule = str(value["data-rule"]).partition("/")
        yield load_paper(paper).url(load_paper(paper).rule(rule).paragraph), value


def title(page: BuiltPage) -> str:
    """The page's name, with its paper's where it has one."""
    words = page.soup.title.get_text(strip=True).partition(" – ")[0] if page.soup.title else page.url
    papers = [load_paper(id) for id in paper_ids() if page.url.startswith(f"frameworks/{id}/")]
    return f"{papers[0].short}: {words}" if papers else words


def _near(tag: Tag) -> str:
    """The last heading with an address above the tag; nothing where there is none."""
    heading = tag.find_previous(["h2", "h3"], id=True)
    return f"#{heading['id']}" if heading and heading.find_parent("article") else ""


def _fill(page: BuiltPage, row: Tag, users: Mapping[str, str], titles: Mapping[str, str]) -> None:
    own = str(row["data-uses"]).split("/")[1]
    del row["data-uses"]
    if not users:
        row.decompose()
        return
    kind = page.soup.new_tag("span", attrs={"class": "every__kind"})
    kind.string = "Used on"
    row.append(kind)
    for number, (url, near) in enumerate(sorted(users.items(), key=lambda use: titles[use[0]])):
        row.append("; " if number else " ")
        link = page.soup.new_tag("a", attrs={"href": f"{page.up}{url}{near}" or "./"})
        link.string = titles[url].removeprefix(f"{load_paper(own).short}: ")
        row.append(link)


def _lead_back(page: BuiltPage, urls: set[str]) -> None:
    marks = page.soup.select("article a.para[id]")
    paper = next((id for id in paper_ids() if page.url.startswith(f"frameworks/{id}/")), "")
    if not marks or f"frameworks/{paper}/{LIST}" not in urls or page.url.endswith(f"/{LIST}"):
        return
    place = f"{page.url}#{marks[0]['id']}"
    part = next(p for p in parts(load_paper(paper)) if any(row.place == place for row in p.rows))
    words = page.soup.new_tag("p", attrs={"class": "to-every"})
    link = page.soup.new_tag("a", attrs={"href": f"{page.up}frameworks/{paper}/{LIST}#{part.id}"})
    link.string = WORDS
    words.append(link)
    article = page.soup.select_one("article")
    assert article is not None
    article.append(words)
