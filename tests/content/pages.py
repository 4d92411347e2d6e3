"""The pages that restate a paper, as their author wrote them and as a reader gets them."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from calculators.records.papers import paper_ids
from tests.support.pages import DOCS

FRAMEWORKS = DOCS / "frameworks"
FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.S)


@dataclass(frozen=True, slots=True)
class Source:
    """A page's Markdown: its paper, its file's stem, its front matter and its text."""

    paper_id: str
    stem: str
    meta: dict[str, str]
    text: str

    def __str__(self) -> str:
        return f"{self.paper_id}/{self.stem}"


def sources() -> list[Source]:
    """Every page of every paper that has pages."""
    return [read(file) for id in paper_ids() for file in sorted((FRAMEWORKS / id).glob("*.md"))]


def read(file: Path) -> Source:
    """One page; its front matter holds one `key: value` a line."""
    whole = file.read_text(encoding="utf-8")
    found = FRONT_MATTER.match(whole)
    meta = dict(line.split(": ", 1) for line in found[1].splitlines()) if found else {}
    return Source(file.parent.name, file.stem, meta, whole[found.end() :] if found else whole)


def calls(text: str, macro: str) -> list[str]:
    """The first argument of each call of a macro, in order."""
    return re.findall(r"\{\{ *" + macro + r'\( *"([^"]+)"', text)


@cache
def article(site: Path, paper_id: str, stem: str) -> Tag:
    """What a reader gets between header and footer; `LookupError` where the page was not built."""
    folder = site / "frameworks" / paper_id / ("" if stem == "index" else stem)
    found = BeautifulSoup((folder / "index.html").read_text(encoding="utf-8"), "lxml").find("article")
    if not isinstance(found, Tag):
        raise LookupError(f"{folder} holds no article")
    return found
