"""What the theme leaves in a page that this site has no use for, and small repairs to Markdown's output."""

from __future__ import annotations

import re

from bs4 import Comment, Tag

from site_build.finish.built import BuiltPage

# The theme's drawer, search, dialogs and banners live on its own script, which this site does not load.
LEFTOVERS = (
    "input.md-toggle, label.md-overlay, .md-dialog, meta[name=generator], script#__config, "
    "[data-md-component=skip], [data-md-component=announce]"
)
ALIGN = re.compile(r"^text-align: (left|right|center);?$")


def clear_stock(page: BuiltPage) -> None:
    """Remove the leftovers, comments and attributes that nothing reads."""
    for tag in page.soup.select(LEFTOVERS):
        tag.decompose()
    for comment in page.soup.find_all(string=lambda text: isinstance(text, Comment)):
        comment.extract()
    for tag in page.soup.find_all(True):
        for name in [name for name in tag.attrs if name.startswith("data-md-")]:
            del tag[name]
        if tag.name in {"script", "link", "style"} and tag.get("type") in {"text/javascript", "text/css"}:
            del tag["type"]


def repair_tables(page: BuiltPage) -> None:
    """Scopes for heading cells, classes for alignment, and a box that scrolls by keyboard for a wide table."""
    names: set[str] = set()
    for table in page.soup.select("article table"):
        for cell in table.select("[style]"):
            if found := ALIGN.match(str(cell["style"])):
                del cell["style"]
                cell["class"] = f"align-{found[1]}"
        for cell in table.select("thead th"):
            cell.attrs.setdefault("scope", "col")
        if len(table.select_one("tr").find_all(["th", "td"])) < 3 or _kept(table):  # type: ignore[union-attr]
            continue
        box = page.soup.new_tag("div", attrs={"class": "scroll", "role": "group", "tabindex": "0"})
        box["aria-label"] = _unused(f"Table: {_title(table)}", names)
        table.wrap(box)


def _kept(table: Tag) -> bool:
    """Whether the table has a box already, or stacks its cells where it would be too wide."""
    return table.has_attr("data-stacks") or table.find_parent(attrs={"tabindex": "0"}) is not None


def _title(table: Tag) -> str:
    named = table.find("caption") or table.find_previous(["h1", "h2", "h3", "h4"])
    return named.get_text(" ", strip=True) if named else "figures"


def _unused(name: str, names: set[str]) -> str:
    wanted, n = name, 1
    while wanted in names:
        n += 1
        wanted = f"{name}, {n}"
    names.add(wanted)
    return wanted
