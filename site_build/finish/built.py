"""Reading and writing a built page: one parser and one way of writing, so that every pass sees the same tree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup, Tag
from bs4.formatter import HTMLFormatter

BOOLEAN = frozenset(
    {"async", "autofocus", "checked", "controls", "defer", "disabled", "hidden", "inert", "ismap", "loop"}
    | {"multiple", "muted", "nomodule", "novalidate", "open", "readonly", "required", "reversed", "selected"}
)

# The parser lowers every name; these are the ones that SVG spells otherwise.
SPELLED = {"viewbox": "viewBox", "preserveaspectratio": "preserveAspectRatio", "textlength": "textLength"}


class PageError(ValueError):
    """A built page is not fit to publish: the message names the page, the place and the reason."""


class Formatter(HTMLFormatter):
    """HTML as the standard writes it: `<br>`, `hidden`, attributes in the order in which they came."""

    def __init__(self) -> None:
        """Escape only what has to be."""
        super().__init__(
            entity_substitution=HTMLFormatter.REGISTRY["minimal"].entity_substitution,
            void_element_close_prefix="",
        )

    def attributes(self, tag: Tag) -> Iterable[tuple[str, Any]]:
        """Boolean attributes stand alone; SVG's keep their capitals."""
        for name, value in tag.attrs.items():
            yield SPELLED.get(name, name), None if name in BOOLEAN and value in ("", name) else value


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """One page: its address below the site's root (`about/`, `404.html`), its file and its tree."""

    url: str
    file: Path
    soup: BeautifulSoup

    @property
    def up(self) -> str:
        """The way from this page to the site's root; from the 404 page, which has no place, the root itself."""
        return "/" if self.url == "404.html" else "../" * self.url.count("/")

    def write(self) -> None:
        """Put the tree back into the file."""
        self.file.write_text(self.soup.decode(formatter=Formatter()), encoding="utf-8")


def read_pages(out: Path) -> list[BuiltPage]:
    """Every page of the built site, the first page first."""
    pages = []
    for file in sorted(out.rglob("*.html")):
        url = file.relative_to(out).as_posix().removesuffix("index.html")
        pages.append(BuiltPage(url, file, BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")))
    return sorted(pages, key=lambda page: (page.url != "", page.url))
