"""The page a macro is called from: its address, its paper, and how to link from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from calculators.records.papers import Paper, load_paper


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site, by its address below the site's root (`frameworks/<paper>/risk/`)."""

    url: str
    paper_id: str

    @classmethod
    def of(cls, page: Any) -> Page:
        """From the site generator's own page object."""
        url = str(page.url).removeprefix("./").removesuffix("index.html").lstrip("/")
        return cls(url, str(page.meta.get("paper", "")))

    def paper(self, id: str | None = None) -> Paper:
        """The paper asked for, or the one that the page's front matter names."""
        wanted = id or self.paper_id
        if not wanted:
            raise ValueError(f"the page '{self.url}' names no paper: add 'paper:' to its front matter")
        return load_paper(wanted)

    def link(self, target: str) -> str:
        """A relative link from this page to an address below the site's root, with its anchor."""
        path, hash_, anchor = target.partition("#")
        if path == self.url:
            return f"#{anchor}" if anchor else "./"
        return f"{'../' * self.url.count('/') or './'}{path}{hash_}{anchor}"

    def holds(self, paper: Paper, label: str) -> bool:
        """Whether this page is the one that restates the paragraph."""
        return paper.url(label).partition("#")[0] == self.url
