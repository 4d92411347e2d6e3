"""Sections that become pages of their own: each gets an address, and nothing loses its anchor.

What is marked `data-page="appeals"`, a second heading with all that follows it or a section that a macro wrote, leaves
its page and stands at `<page>/appeals/`, in that page's frame. Of a heading a link stays, and with it one to each place
below that says in `data-listed` what it is called in a list. Every link of the site to a place in it leads there at
once; from an old address, which named the place on the whole page, a script leads on. So an author writes one page,
whatever its length, and the site generator knows nothing of this.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from html import escape, unescape
from textwrap import shorten
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from site_build.finish.built import BuiltPage, PageError, siblings_after, value, way_up, words_of
from site_build.finish.links import place_of
from site_build.finish.short_forms import spelled_out

MARK, ABOUT_MARK = "data-page", "data-about"
LISTED, LISTED_AS = "data-listed", "data-listed-as"
ARTICLE, TITLE, ABOUT, NEIGHBOURS = "<!--article-->", "<!--title-->", "<!--about-->", "<!--neighbours-->"
SCRIPT = "assets/scripts/moved.js"
# What a window's title holds of a page's name, with the site's after it.
TITLE_LENGTH = 42
HEADING = re.compile(r"<(/?)h([2-6])\b")
ADDRESS = re.compile(r'(?<=\s)(href|src)="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Spread:
    """All pages; by the address of a place as it was written, the address it has now; by own page, the one it left."""

    pages: Mapping[str, str]
    moved: Mapping[str, str]
    left: Mapping[str, str]


def spread(written: Mapping[str, str], moved: Mapping[str, str] | None = None) -> Spread:
    """Give each marked section its page, and lead every link to where its place is now.

    `moved` are places of pages that are not among those `written`. `PageError` where two pages have one address.
    """
    pages: dict[str, str] = {}
    left: dict[str, str] = {}
    whole: dict[str, frozenset[str]] = {}
    now = dict(moved or {})
    for url, html in written.items():
        if f"{MARK}=" not in html:
            pages[url] = html
            continue
        taken = _Taken.apart(url, html)
        if twice := (taken.own.keys() & (written.keys() | pages.keys())) or taken.twice:
            raise PageError(f"{url}: two pages have the address {sorted(twice)[0]}")
        pages |= {url: taken.rest, **taken.own}
        left |= dict.fromkeys(taken.own, url)
        whole |= dict.fromkeys(taken.own, taken.places)
        now |= taken.moved
    # Most links of the site lead to no page that anything has left.
    wholes = {place.partition("#")[0] for place in now}
    relinked = {
        url: _relinked(html, left.get(url, url), url, now, whole.get(url, frozenset()), wholes)
        for url, html in pages.items()
    }
    return Spread(relinked, now, left)


@dataclass(frozen=True, slots=True)
class _Taken:
    rest: str
    own: Mapping[str, str]
    moved: Mapping[str, str]
    places: frozenset[str]
    twice: Sequence[str]

    @classmethod
    def apart(cls, url: str, html: str) -> _Taken:
        page = BuiltPage.of(url, html)
        heading, status = page.tree.css_first("article h1"), page.tree.css_first("article > .status")
        back, stands = words_of(heading) if heading else page.name, status.html or "" if status else ""
        for marked in page.tree.css(f"article > h2[{MARK}]"):
            _gather(page, marked)
        sections = page.tree.css(f"article section[{MARK}]")
        urls = [f"{url}{value(section, MARK)}/" for section in sections]
        moved = {
            f"{url}#{value(tag, 'id')}": f"{own}#{value(tag, 'id')}"
            for own, section in zip(urls, sections, strict=True)
            for tag in (section, *section.css("[id]"))
            if value(tag, "id")
        }
        parts = [_Part.of(url, section) for section in sections]
        for section in sections:
            section.decompose()
        places = frozenset(value(tag, "id") for tag in page.tree.css("article [id]"))
        rest = _leading_on(page, {key.partition("#")[2]: to.removeprefix(url) for key, to in moved.items()})
        frame = _frame(page)
        names = [part.name for part in parts]
        own = {
            own: frame.replace(TITLE, escape(shorten(part.name, TITLE_LENGTH, placeholder=" …")))
            .replace(ABOUT, escape(part.about))
            .replace(
                ARTICLE, _article(f"{page.up}{url}", back, stands + _short_forms(url, part.words), part.html)
            )
            .replace(NEIGHBOURS, _neighbours(page.up, list(zip(urls, names, strict=True)), n))
            for n, (own, part) in enumerate(zip(urls, parts, strict=True))
        }
        return cls(rest, own, moved, places, [one for one in urls if urls.count(one) > 1])


@dataclass(frozen=True, slots=True)
class _Part:
    """What leaves a page: its first heading's words, what it is about in a sentence or two, and its text."""

    name: str
    about: str
    words: str
    html: str

    @classmethod
    def of(cls, url: str, section: LexborNode) -> _Part:
        heading = section.css_first("h1, h2")
        if not heading:
            raise PageError(f"{url}: “{value(section, MARK)}” is to be a page, and has no heading")
        first = section.css_first("p")
        about = value(section, ABOUT_MARK) or (words_of(first) if first else "") or words_of(heading)
        for name in section.attributes.keys() & {MARK, ABOUT_MARK}:
            del section.attrs[name]
        # What a heading gathered stands in its article as its author wrote it there.
        html = (section.html if section.attributes else section.inner_html) or ""
        if heading.tag == "h2":
            html = HEADING.sub(lambda found: f"<{found[1]}h{int(found[2]) - 1}", html)
        return cls(words_of(heading), about, words_of(section), html)


def _gather(page: BuiltPage, heading: LexborNode) -> None:
    """Put a heading and what follows it, up to the next of its kind, into a section; leave a link in its place."""
    attributes = {name: value(heading, name) for name in (MARK, ABOUT_MARK) if value(heading, name)}
    section = page.new("section", attributes)
    following = []
    for beside in siblings_after(heading):
        if beside.tag in ("h1", "h2", "section"):
            break
        following.append(beside)
    links = heading.prev
    while links is not None and (not links.is_element_node or links.attributes.get(MARK)):
        links = links.prev
    if links is None or "own-pages" not in value(links, "class").split():
        links = _before(heading, page.new("ul", {"class": "own-pages"}))
    item = page.new("li", {})
    item.insert_child(page.new("a", {"href": f"#{value(heading, 'id')}"}, words_of(heading)), move=True)
    if about := attributes.get(ABOUT_MARK):
        item.insert_child(page.new("span", {}, about), move=True)
    section = _before(heading, section)
    for part in (heading, *following):
        section.insert_child(part, move=True)
    for name in attributes:
        del heading.attrs[name]
    if listed := section.css(f"[{LISTED}][id]"):
        inner = page.new("ul", {})
        for place in listed:
            inner.insert_child(_listed(page, place), move=True)
        item.insert_child(inner, move=True)
    links.insert_child(item, move=True)


def _listed(page: BuiltPage, place: LexborNode) -> LexborNode:
    """A link to a place by what it is called in a list, with what is to be said of it there."""
    item = page.new("li", {})
    item.insert_child(page.new("a", {"href": f"#{value(place, 'id')}"}, value(place, LISTED)), move=True)
    if words := value(place, LISTED_AS):
        item.insert_child(page.new("span", {}, words), move=True)
    for name in (LISTED, LISTED_AS):
        if name in place.attributes:
            del place.attrs[name]
    return item


def _before(node: LexborNode, new: LexborNode) -> LexborNode:
    """Put a new tag before another, and give it as it stands there."""
    node.insert_before(new)
    stands = node.prev
    assert stands is not None
    return stands


def _leading_on(page: BuiltPage, places: Mapping[str, str]) -> str:
    """The page without its sections, with the way from each old address to the new one, and what they spelled out."""
    article = page.tree.css_first("article")
    assert article is not None
    after = article.css_first("p.lead") or article.css_first("h1")
    # The head that says which paper this is names it as its publisher does.
    head = article.css_first(".status")
    told = words_of(article).replace(words_of(head), "", 1) if head else words_of(article)
    if after is not None and (forms := _short_forms(page.url, told)):
        paragraph = LexborHTMLParser(forms).css_first("p")
        assert paragraph is not None
        after.insert_after(paragraph)
    words = json.dumps(places, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    article.insert_child(page.new("script", {"type": "application/json", "id": "moved"}, words), move=True)
    article.insert_child(page.new("script", {"type": "module", "src": f"{page.up}{SCRIPT}"}), move=True)
    return page.html


def _frame(page: BuiltPage) -> str:
    """What stands around the sections, with places for what differs; the page is used up by it."""
    tree = page.tree
    for headings in tree.css(".tree__headings"):
        headings.decompose()
    for current in tree.css("[aria-current=page]"):
        current.attrs["aria-current"] = "true"
    for beside in tree.css(".neighbours"):
        beside.decompose()
    for told in tree.css("meta[name=answers]"):
        told.decompose()
    about = tree.css_first("meta[name=description]")
    if about is not None:
        about.attrs["content"] = ABOUT
    article = tree.css_first("article")
    assert article is not None
    article.inner_html = ARTICLE
    html = page.html.replace(escape(ABOUT), ABOUT).replace("</article>", f"</article>{NEIGHBOURS}")
    return re.sub(r"(?<=<title>)[^<]*?(?= – )", TITLE, html, count=1)


def _short_forms(url: str, words: str) -> str:
    """What another part of the page as it was written spells out, and this one uses."""
    forms = "; ".join(spelled_out(url, words))
    return f'<p class="short-forms">Short forms: {escape(forms, quote=False)}.</p>' if forms else ""


def _article(whole: str, back: str, status: str, html: str) -> str:
    """The words of a page of its own: the way back, its heading, whose paper it restates, and the rest."""
    way = f'<p class="up"><a href="{whole}">{escape(back, quote=False)}</a></p>'
    return way + html.replace("</h1>", f"</h1>{status}", 1)


def _neighbours(up: str, pages: Sequence[tuple[str, str]], n: int) -> str:
    """The links to the sections before and after, as the frame writes those to other pages."""
    sides = (("Previous", "", n - 1), ("Next", ' class="neighbours__next"', n + 1))
    items = [
        f'<li{css}><a href="{up}{pages[at][0]}"><span>{words}<span class="vh">:</span></span>'
        f" {escape(pages[at][1])}</a></li>"
        for words, css, at in sides
        if 0 <= at < len(pages)
    ]
    return (
        f'<nav class="neighbours" aria-label="Previous and next page"><ul>{"".join(items)}</ul></nav>'
        if items
        else ""
    )


def _relinked(
    html: str,
    source: str,
    url: str,
    moved: Mapping[str, str],
    whole: Collection[str],
    wholes: Collection[str],
) -> str:
    """The page at `url`, written for the address `source`, with each link to where it leads now.

    `whole` are the anchors that stay on the page it left; `wholes` are the pages that something has left.
    """
    up = way_up(url) or "./"

    def led(found: re.Match[str]) -> str:
        attribute, address = found[1], unescape(found[2])
        parts = urlsplit(address)
        if parts.scheme or parts.netloc or (source == url and not parts.fragment):
            return found[0]
        place = place_of(source, parts.path)
        if place is None or (source == url and place not in wholes):
            return found[0]
        there = moved.get(f"{place}#{parts.fragment}")
        # Names and what they are set to, as of a form that is filled in, are for the script of the whole page.
        stays = parts.fragment in whole or "=" in parts.fragment
        if there is None and (source == url or (not parts.path and not stays)):
            return found[0]
        path, _, anchor = (there or f"{place}#{parts.fragment}").partition("#")
        query = f"?{parts.query}" if parts.query else ""
        to = "" if path == url and anchor else f"{up}{path}"
        return f'{attribute}="{escape(f"{to}{query}{f'#{anchor}' if anchor else ''}")}"'

    return ADDRESS.sub(led, html)
