"""The navigation: `mkdocs.yml` names folders, and a folder's own first page says in what order its pages come.

A name that ends in `/` stands for a folder's pages, less those that are named elsewhere: `index.md` first, then
those in its front matter's `order`, then any others by name. So a new page needs no place in `mkdocs.yml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from calculators.records.papers import load_paper
from site_build.writing.front_matter import front_matter

# As MkDocs has it: a page's path, or one title with a page's path or with the items below it.
type Item = str | dict[str, Any]


class NavigationError(ValueError):
    """A folder or its order names what is not there; the message names the file and the entry."""


def navigation(nav: Sequence[Item], docs: Path) -> list[Item]:
    """The items of `mkdocs.yml` with every folder's pages in its place; full items stay as they are."""
    return _Folders(docs, frozenset(_named(nav))).items(nav)


@dataclass(frozen=True, slots=True)
class _Folders:
    docs: Path
    named: frozenset[str]

    def items(self, nav: Sequence[Item]) -> list[Item]:
        return [item for entry in nav for item in self._item(entry)]

    def _item(self, entry: Item) -> Iterator[Item]:
        if isinstance(entry, str):
            yield from self._folder(entry) if entry.endswith("/") else [entry]
            return
        for title, below in entry.items():
            if isinstance(below, str):
                yield {title: self._pages(below) if below.endswith("/") else below}
            else:
                yield {title: self.items(below)}

    def _folder(self, name: str) -> Iterator[Item]:
        """One section for a folder with a first page; else whatever lies in it, in place."""
        if (self.docs / name / "index.md").is_file():
            yield {self._title(name): self._pages(name)}
        else:
            yield from self._pages(name)

    def _title(self, name: str) -> str:
        about = front_matter(self.docs / name / "index.md")
        return str(about["section"]) if "section" in about else load_paper(about["paper"]).short

    def _pages(self, name: str) -> list[Item]:
        folder = self.docs / name
        if not folder.is_dir():
            raise NavigationError(f"mkdocs.yml: the navigation names the folder '{name}', which is not there")
        index = folder / "index.md"
        order = ["index", *front_matter(index).get("order", ())] if index.is_file() else []
        if missing := [stem for stem in order if not (folder / f"{stem}.md").is_file()]:
            raise NavigationError(f"{index}: 'order' names '{missing[0]}', which is not in the folder")
        stems = dict.fromkeys([*order, *sorted(file.stem for file in folder.glob("*.md"))])
        pages = [self._page(f"{name}{stem}.md") for stem in stems if f"{name}{stem}.md" not in self.named]
        folders = sorted(f"{name}{below.name}/" for below in folder.iterdir() if below.is_dir())
        return pages + [item for below in folders if below not in self.named for item in self._folder(below)]

    def _page(self, path: str) -> Item:
        """The page by its own title, or by the shorter one that it has for the navigation."""
        short = front_matter(self.docs / path).get("nav_title")
        return {str(short): path} if short else path


def _named(nav: Sequence[Item]) -> Iterator[str]:
    """Every page and folder that the items name."""
    for entry in nav:
        below = [entry] if isinstance(entry, str) else entry.values()
        for each in below:
            if isinstance(each, str):
                yield each
            else:
                yield from _named(each)
