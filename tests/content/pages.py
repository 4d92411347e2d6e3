"""The pages that restate a paper, as their author wrote them and as a reader gets them."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from calculators.records.papers import paper_ids
from tests.support.built import Built, built, own_pages, whole
from tests.support.every import every
from tests.support.pages import DOCS

FRAMEWORKS = DOCS / "frameworks"
FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.S)


@dataclass(frozen=True, slots=True)
class Source:
    """A page's Markdown: its paper, its file's stem, its front matter and its text."""

    paper_id: str
    stem: str
    meta: dict[str, Any]
    text: str

    def __str__(self) -> str:
        return f"{self.paper_id}/{self.stem}"


@cache
def sources() -> tuple[Source, ...]:
    """Every page of every paper that has pages."""
    return tuple(read(file) for id in paper_ids() for file in sorted((FRAMEWORKS / id).glob("*.md")))


def sources_of(paper_id: str) -> list[Source]:
    """The pages of one paper; fails where it has none."""
    return every((source for source in sources() if source.paper_id == paper_id), f"pages of {paper_id}")


def read(file: Path) -> Source:
    """One page, its front matter read as YAML."""
    whole = file.read_text(encoding="utf-8")
    found = FRONT_MATTER.match(whole)
    meta = yaml.safe_load(found[1]) if found else {}
    return Source(file.parent.name, file.stem, meta, whole[found.end() :] if found else whole)


def calls(text: str, macro: str) -> list[str]:
    """The first argument of each call of a macro, in order."""
    return re.findall(r"\{\{ *" + macro + r'\( *"([^"]+)"', text)


def as_built(site: Path, source: Source) -> Built:
    """The page as a reader gets it, with the pages that its sections became."""
    folder = "" if source.stem == "index" else f"{source.stem}/"
    return whole(site, f"frameworks/{source.paper_id}/{folder}")


def pages_as_built(site: Path, source: Source) -> list[Built]:
    """The page as a reader gets it, and each page that one of its sections became."""
    path = as_built(site, source).path
    return [built(site, one) for one in (path, *own_pages(site, path))]
