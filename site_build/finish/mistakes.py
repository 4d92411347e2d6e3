"""How a reader tells of a mistake: the foot of every page has one address, and a letter names the page it is about."""

from __future__ import annotations

from urllib.parse import quote

from site_build.finish.built import BuiltPage, value

LINK = "a.foot__mistake"
LETTER = "mailto:"
NOT_SET = "No page says how to tell of a mistake: give an address as `extra: mistakes:` in mkdocs.yml."


def name_page(page: BuiltPage) -> None:
    """Let a letter begin with the page's own name: a section may have become a page since it was written."""
    title = page.tree.css_first("title")
    for link in page.tree.css(LINK):
        address = value(link, "href")
        if address.startswith(LETTER):
            subject = f"{title.text(strip=True) if title else page.name} (/{page.url})"
            link.attrs["href"] = f"{address}?subject={quote(subject)}"


def asks(html: str) -> bool:
    """Whether a page says where to tell of a mistake."""
    return bool(BuiltPage.of("", html).tree.css_first(LINK))
