"""What a page, as the site generator wrote it, tells the other pages: its name, what it cites, what it asks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from site_build.finish.built import BuiltPage, value
from site_build.finish.links import place_of

CITED = "article a[href*='#p-'], article data.rule[data-rule]"
NAMED = "article h2[id], article h3[id]"


@dataclass(frozen=True, slots=True)
class Citation:
    """A paragraph that a page names: by its `place`, or by the `rule` that stands in it (`paper/rule`).

    `near` is the last heading's anchor above it (`#part`), or empty.
    """

    place: str
    rule: str
    near: str


@dataclass(frozen=True, slots=True)
class Seen:
    """`asked` are the places of the paragraphs whose users the page lists; `sheets` what it links, in order."""

    title: str
    citations: Sequence[Citation]
    asked: Sequence[str]
    classes: Sequence[str]
    sheets: Sequence[str]

    @classmethod
    def of(cls, page: BuiltPage) -> Seen:
        """Read it off the page."""
        title = page.tree.css_first("title")
        return cls(
            title.text(strip=True).partition(" – ")[0] if title else page.url,
            # A link to a paragraph says more than a value that stands in it, wherever on the page it is.
            sorted(citations(page), key=lambda citation: bool(citation.rule)),
            [value(row, "data-uses") for row in page.tree.css("[data-uses]")],
            sorted({name for tag in page.everywhere("[class]") for name in value(tag, "class").split()}),
            [value(link, "href") for link in page.tree.css("link[rel=stylesheet]")],
        )


def citations(page: BuiltPage) -> Iterator[Citation]:
    """Every paragraph that the page names, in the page's order."""
    near = ""
    for tag in page.tree.css(f"{NAMED}, {CITED}"):
        if tag.tag in ("h2", "h3"):
            near = f"#{value(tag, 'id')}"
        elif tag.tag == "data":
            yield Citation("", value(tag, "data-rule"), near)
        else:
            path, _, anchor = value(tag, "href").partition("#")
            found = place_of(page.url, path)
            if found is not None:
                yield Citation(f"{found}#{anchor}", "", near)
