"""The meanings of a page's terms: once each, hidden at the page's end, tied to every use by `aria-describedby`."""

from __future__ import annotations

from site_build.finish.built import BuiltPage, value


def describe_terms(page: BuiltPage) -> None:
    """Move each term's meaning from its links to one hidden paragraph; the script shows that same paragraph."""
    meanings: dict[str, str] = {}
    for link in page.tree.css("a.term[data-meaning]"):
        id = f"meaning-{value(link, 'data-term')}"
        meanings.setdefault(id, value(link, "data-meaning"))
        del link.attrs["data-meaning"]
        del link.attrs["data-term"]
        link.attrs["aria-describedby"] = id
    if not meanings or page.tree.body is None:
        return
    box = page.new("div", {"hidden": "", "class": "meanings"})
    for id, meaning in meanings.items():
        box.insert_child(page.new("p", {"id": id}, meaning), move=True)
    page.tree.body.insert_child(box, move=True)
