"""How many pages of paper a handout takes, told on the button that prints it.

`docs/handouts.toml` holds what a browser has counted. A test counts again, so what is told stays true.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping

from site_build.finish.built import BuiltPage, value
from site_build.writing.site import DOCS

SCRIPT = "assets/scripts/print.js"
COUNTED = DOCS / "handouts.toml"


def counted() -> Mapping[str, int]:
    """The pages of each handout by its address, with the anchor of its part where it prints one alone."""
    return tomllib.loads(COUNTED.read_text(encoding="utf-8"))["pages"] if COUNTED.is_file() else {}


def of_page(pages: Mapping[str, int], url: str) -> dict[str, int]:
    """Those of one page, by the id of the part, which is empty for the page as a whole."""
    found = {}
    for address, count in pages.items():
        path, _, part = address.partition("#")
        if path == url:
            found[part] = count
    return found


def tell_pages(page: BuiltPage, pages: Mapping[str, int]) -> None:
    """Say on each button how many pages it prints, where they were counted, and give the page what prints them."""
    buttons = page.tree.css("button[data-print]")
    article = page.tree.css_first("article")
    if buttons and article is not None:
        article.insert_child(page.new("script", {"type": "module", "src": f"{page.up}{SCRIPT}"}), move=True)
    for button in buttons:
        if count := pages.get(value(button, "data-print")):
            button.insert_child(f" ({count} {'page' if count == 1 else 'pages'})")
