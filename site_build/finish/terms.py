"""The meanings of a page's terms: once each, hidden at the page's end, tied to every use by `aria-describedby`."""

from __future__ import annotations

from site_build.finish.built import BuiltPage


def describe_terms(page: BuiltPage) -> None:
    """Move each term's meaning from its links to one hidden paragraph; the script shows that same paragraph."""
    links = page.soup.select("a.term[data-meaning]")
    if not links or page.soup.body is None:
        return
    box = page.soup.new_tag("div", attrs={"hidden": "", "class": "meanings"})
    seen: set[str] = set()
    for link in links:
        id, meaning = f"meaning-{link['data-term']}", str(link["data-meaning"])
        del link["data-meaning"], link["data-term"]
        link["aria-describedby"] = id
        if id not in seen:
            seen.add(id)
            words = page.soup.new_tag("p", attrs={"id": id})
            words.string = meaning
            box.append(words)
    page.soup.body.append(box)
