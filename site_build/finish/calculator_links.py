"""From a paragraph to the calculators that rest on it: a small link at the end of the words that restate it."""

from __future__ import annotations

from collections.abc import Mapping

from site_build.finish.built import BuiltPage, value
from site_build.finish.facts import Restated


def link_calculators(page: BuiltPage, restated: Mapping[str, Restated]) -> None:
    """Add to each restated paragraph a link to every calculator that rests on it."""
    for mark in page.tree.css("p > a.para[id], li > a.para[id], td > a.para[id]"):
        found = restated.get(value(mark, "id"))
        for id, title in found.calculators if found else ():
            assert mark.parent is not None
            link = page.new("a", {"class": "used-by", "href": f"{page.up}calculators/{id}/"}, title)
            mark.parent.insert_child(" ")
            mark.parent.insert_child(link, move=True)
