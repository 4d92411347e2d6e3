"""A page cut into the places that can be linked to, each with its words as a reader reads them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from site_build.finish.built import evened, value, words_of
from site_build.finish.facts import Restated

# What a page is worked with, and what it says of its own parts: nobody looks for a button's words.
UNREAD_TAGS = frozenset((
    "button", "caption", "fieldset", "figcaption", "form", "input", "label", "legend", "nav", "noscript",
    "script", "select", "style", "svg", "template", "summary", "textarea", "thead",
))  # fmt: skip
# Citations too: who looks for a paragraph wants it, and not each place that names it.
UNREAD = frozenset((
    "ambiguity__kicker", "ambiguity__used", "answer", "calc", "cite", "compare__hint", "compare__none",
    "compare__pick", "compare__sources", "criteria__filter", "criterion__letter", "dg-key", "dg-source",
    "every__record", "glossary__basis", "glossary__count", "index__cited", "matrix__forms", "on-paper", "own-pages",
    "short-forms", "status", "to-every", "up", "used-by", "verb", "worked",
))  # fmt: skip
UNREAD_MARK = "data-unread"
# The lines of a picture stand with their view; a process has its steps nowhere else.
AGAIN = frozenset(("dg-same", "dg-lines"))
LINE = "data-line"
# Each of these is a line of its own; any other tag is a part of one.
LINES = frozenset((
    "address", "article", "aside", "blockquote", "caption", "dd", "details", "div", "dl", "dt", "figure",
    "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "section", "summary", "table", "tbody",
    "td", "tfoot", "th", "tr", "ul",
))  # fmt: skip
LINE_CLASSES = frozenset(("dg-about",))
HEADINGS = frozenset(("h1", "h2", "h3"))
PAPER = ".compare__paper"
ROW_HEADING = "th[scope=row]"
PARAGRAPH, TERM, CRITERION, DOUBT = "para", "glossary__entry", "criterion", "ambiguity"
IN_SHORT = "In short:"
NAMED_BY = "dt, figcaption, .ambiguity__title"


@dataclass(slots=True)
class Place:
    """A place in a page: its anchor (empty for the page's head), what it is called, and its lines of words."""

    anchor: str
    title: str
    lines: list[str] = field(default_factory=list)


def places_of(article: LexborNode, restated: Mapping[str, Restated], doubts: bool) -> list[Place]:
    """The places of a page in its order, its head first; those without words are left out.

    `doubts` says whether open questions are told here: on any other page they stand a second time.
    """
    cut = _Cut(restated, doubts)
    cut.read(article)
    cut.end_line()
    return [place for place in cut.places if place.lines or place is cut.places[0]]


class _Cut:
    """Walks a page once: a heading or a mark begins a place, and a line's words go to the place it stands in."""

    def __init__(self, restated: Mapping[str, Restated], doubts: bool) -> None:
        self.restated = restated
        self.doubts = doubts
        self.places = [Place("", "")]
        self.section = self.places[0]
        self.place = self.section
        self.line: list[str] = []
        self.linked = True
        self.keeps_links = False

    def read(self, node: LexborNode) -> None:
        for child in node.iter(include_text=True):
            if child.is_text_node:
                words = child.text_content or ""
                self.line.append(words)
                self.linked = self.linked and (node.tag == "a" or not words.strip())
            elif child.is_element_node and not self._unread(child):
                self._element(child)

    def end_line(self) -> None:
        words = evened("".join(self.line))
        linked, self.linked = self.linked, True
        self.line.clear()
        # What is a link and nothing else tells where to look, and is told there.
        if words.startswith(IN_SHORT):
            words = words.removeprefix(IN_SHORT).strip()
            words = words[:1].upper() + words[1:]
        if words and (self.keeps_links or not linked):
            self.place.lines.append(words)

    def _unread(self, tag: LexborNode) -> bool:
        classes = set(value(tag, "class").split())
        if tag.tag in UNREAD_TAGS or UNREAD & classes or UNREAD_MARK in tag.attributes:
            return True
        if AGAIN & classes:
            return tag.parent is None or tag.parent.tag != "figure" or not value(tag.parent, "id")
        return DOUBT in classes and not self.doubts

    def _element(self, tag: LexborNode) -> None:
        classes = value(tag, "class").split()
        if tag.tag in LINES or LINE_CLASSES & set(classes):
            self.end_line()
        if tag.tag in HEADINGS:
            self._heading(tag)
        elif PARAGRAPH in classes:
            self._mark(tag)
        elif tag.tag == "tr":
            self._row(tag)
        elif {TERM, CRITERION, DOUBT} & set(classes) or (tag.tag == "figure" and value(tag, "id")):
            self._apart(tag, Place(value(tag, "id"), _name(tag)))
        else:
            self._inside(tag)

    def _inside(self, tag: LexborNode) -> None:
        """A paragraph's place ends with the tag that its mark stands in, unless it goes on in a list."""
        before = self.place
        self.read(tag)
        if tag.tag not in LINES:
            if LINE_CLASSES & set(value(tag, "class").split()):
                self.end_line()
            return
        self.end_line()
        if self.place is not before and self.place is not self.section and not _goes_on(self.place):
            self.place = self.section

    def _heading(self, tag: LexborNode) -> None:
        title = _plain(tag)
        if tag.tag == "h1":
            self.places[0].title = self.places[0].title or title
        elif value(tag, "id"):
            self.section = self.place = Place(value(tag, "id"), title)
            self.places.append(self.section)

    def _mark(self, tag: LexborNode) -> None:
        # Its whole number, of which a page may show a part.
        anchor, label = value(tag, "id"), evened(words_of(tag)).removeprefix("Paragraph ")
        found = self.restated.get(anchor)
        self.end_line()
        self.place = Place(anchor, ": ".join(filter(None, (label, found.title if found else ""))))
        self.places.append(self.place)

    def _row(self, tag: LexborNode) -> None:
        """A row with a heading is a place; any other is one line."""
        heading = tag.css_first(ROW_HEADING)
        if heading is not None and not heading.css_first(f"a.{PARAGRAPH}"):
            self._cells(tag, heading)
        elif tag.css_first(f"a.{PARAGRAPH}, .{CRITERION}"):
            self._inside(tag)
        elif LINE in tag.attributes or not _leads_on(tag):
            cells = [words for cell in tag.iter() if not self._unread(cell) and (words := self._cell(cell))]
            between = " " if LINE in tag.attributes else "; " if len(cells) > 2 else ": "
            self.line.append(between.join(cells))
            self.linked = False
            self.end_line()

    def _cells(self, row: LexborNode, heading: LexborNode) -> None:
        """The row as one place; where each cell is one paper's, each as a place of its own.

        One without an anchor of its own has that of its section.
        """
        title = _plain(heading)
        heading.decompose()
        papers = row.css(PAPER)
        for paper in papers:
            cell, name = paper.parent, _plain(paper)
            paper.decompose()
            assert cell is not None
            self._apart(cell, Place(value(cell, "id") or self.section.anchor, f"{title}, {name}"))
        if not papers:
            self._apart(row, Place(value(row, "id") or self.section.anchor, title))

    def _cell(self, cell: LexborNode) -> str:
        inner = _Cut(self.restated, self.doubts)
        inner.keeps_links = True
        inner.read(cell)
        inner.end_line()
        return ": ".join(inner.places[0].lines)

    def _apart(self, tag: LexborNode, place: Place) -> None:
        before = self.place
        self.place = place
        self.places.append(place)
        section = self.section
        self.read(tag)
        self.end_line()
        self.section, self.place = section, before


def _leads_on(row: LexborNode) -> bool:
    """Whether a row begins with the name of another page, and tells what that page holds."""
    first = row.css_first("td")
    link = first.css_first("a[href]") if first else None
    if first is None or link is None:
        return False
    return "#" not in value(link, "href") and words_of(link) == words_of(first)


def _goes_on(place: Place) -> bool:
    return bool(place.lines) and place.lines[-1].endswith(":")


def _name(tag: LexborNode) -> str:
    """What an entry of the glossary, a criterion or an open question is called; its name is no line of its words."""
    if CRITERION in value(tag, "class").split():
        return f"Criterion {value(tag, 'id').removeprefix('criterion-')}"
    found = tag.css_first(NAMED_BY)
    name = _plain(found) if found else ""
    if found is not None:
        found.decompose()
    return name


def _plain(tag: LexborNode) -> str:
    """A title's words, without those that only a screen reader has or that name paragraphs."""
    plain = tag.clone()
    for part in plain.css(".vh, .cite, .verb, .glossary__paper, .dg-about"):
        part.decompose()
    return evened(words_of(plain))
