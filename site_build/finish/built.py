"""Reading and writing a built page: one parser, the one of the HTML standard, and its way of writing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

SPACES = re.compile(r"\s+")
INSIDE = re.compile(r" (?=[.,;:)”])|(?<=[(“]) ")


class PageError(ValueError):
    """A built page is not fit to publish: the message names the page, the place and the reason."""


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """One page: its address below the site's root (`about/`, `404.html`) and its tree."""

    url: str
    tree: LexborHTMLParser

    @classmethod
    def of(cls, url: str, html: str) -> BuiltPage:
        """The page at an address, from its text."""
        return cls(url, LexborHTMLParser(html))

    @property
    def name(self) -> str:
        """The page as a message calls it."""
        return self.url or "the first page"

    @property
    def up(self) -> str:
        """The way from this page to the site's root."""
        return way_up(self.url)

    @property
    def html(self) -> str:
        """The page as the standard writes it."""
        return self.tree.html or ""

    def everywhere(self, selector: str) -> Iterator[LexborNode]:
        """What matches in the page and in its templates, whose content is no part of the page's own tree."""
        yield from self.tree.css(selector)
        for fragment in self._templates():
            yield from fragment.css(selector)

    def comments(self) -> list[LexborNode]:
        """Every comment in the page and in its templates."""
        return [node for node in self._nodes() if node.is_comment_node]

    def blanks(self) -> list[LexborNode]:
        """Every text of the page and of its templates that is nothing but spaces and ends of lines."""
        return [node for node in self._nodes() if node.is_text_node and node.is_empty_text_node]

    def new(self, tag: str, attributes: Mapping[str, str], words: str = "") -> LexborNode:
        """An element to put into this page."""
        node = self.tree.create_node(tag)
        for name, value in attributes.items():
            node.attrs[name] = value
        if words:
            node.insert_child(words)
        return node

    def _nodes(self) -> Iterator[LexborNode]:
        for tree in (self.tree.root, *self._templates()):
            if tree is not None:
                yield from tree.traverse(include_text=True)

    def _templates(self) -> list[LexborNode]:
        return self.tree.root.template_fragments() if self.tree.root else []


def way_up(url: str) -> str:
    """The way from a page to the site's root; from the 404 page, which has no place, the root itself."""
    return "/" if url == "404.html" else "../" * url.count("/")


def value(node: LexborNode, name: str) -> str:
    """An attribute's value; empty where there is none."""
    return node.attributes.get(name) or ""


def words_of(node: LexborNode) -> str:
    """The words in a tag, apart from one another as its inner tags set them apart."""
    return SPACES.sub(" ", node.text(separator=" ")).strip()


def evened(words: str) -> str:
    """Words with one space between them, and none before a stop, or inside brackets and quotation marks."""
    even = SPACES.sub(" ", words)
    return INSIDE.sub("", even).strip()


def ancestors(node: LexborNode) -> Iterator[LexborNode]:
    """The tags around a tag, from the inside out."""
    around = node.parent
    while around is not None and around.is_element_node:
        yield around
        around = around.parent


def siblings_after(node: LexborNode) -> Iterator[LexborNode]:
    """The tags that follow a tag inside the same one."""
    beside = node.next
    while beside is not None:
        if beside.is_element_node:
            yield beside
        beside = beside.next
