"""From a paragraph to the calculators that rest on it: a small link at the end of the words that restate it."""

from __future__ import annotations

from calculators.engine.registry import get
from site_build.finish.built import BuiltPage
from site_build.trace.reliance import calculators_by_place


def link_calculators(page: BuiltPage) -> None:
    """Add to each restated paragraph a link to every calculator that rests on it."""
    for mark in page.soup.select("p > a.para[id], li > a.para[id], td > a.para[id]"):
        for id in calculators_by_place().get(f"{page.url}#{mark['id']}", ()):
            link = page.soup.new_tag("a", attrs={"class": "used-by", "href": f"{page.up}calculators/{id}/"})
            link.string = get(id).title
            assert mark.parent is not None
            mark.parent.append(" ")
            mark.parent.append(link)
