"""From a paragraph to every page that uses it, and from a page to the list that says so.

The list of every paragraph leaves a place for this in each of its rows (`data-uses`); a page that restates
paragraphs gets one link to the part of that list that is about it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from selectolax.lexbor import LexborNode

from site_build.finish.built import BuiltPage, value
from site_build.finish.facts import LIST, Restated, User

WORDS = "Where each paragraph of this page is used"


def fill_rows(page: BuiltPage, users: Mapping[str, Sequence[User]]) -> None:
    """Write the pages that use a paragraph into its row; a row without any goes, and a fold that holds no other."""
    for row in page.tree.css("[data-uses]"):
        if found := users.get(value(row, "data-uses")):
            del row.attrs["data-uses"]
            _fill(page, row, found)
        else:
            around = row.parent
            row.decompose()
            if around is not None and around.tag == "details" and not around.css_first("summary ~ *"):
                around.decompose()


def lead_to_list(page: BuiltPage, restated: Mapping[str, Restated]) -> None:
    """End a restating page with a link to its part of the list."""
    mark = page.tree.css_first("article a.para[id]")
    article = page.tree.css_first("article")
    found = restated.get(value(mark, "id")) if mark else None
    if article is None or found is None or not found.part or f"/{LIST}" in page.url:
        return
    words = page.new("p", {"class": "to-every"})
    words.insert_child(page.new("a", {"href": f"{page.up}{found.part}"}, WORDS), move=True)
    article.insert_child(words, move=True)


def _fill(page: BuiltPage, row: LexborNode, users: Sequence[User]) -> None:
    row.insert_child(page.new("span", {"class": "every__kind"}, "Used on"), move=True)
    for number, user in enumerate(users):
        row.insert_child("; " if number else " ")
        row.insert_child(page.new("a", {"href": f"{page.up}{user.address}" or "./"}, user.words), move=True)
