"""What the theme leaves in a page that this site has no use for, and small repairs to Markdown's output."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from site_build.finish.built import BuiltPage, ancestors, value, words_of

# The theme's drawer, search, dialogs and banners live on its own script, which this site does not load.
LEFTOVERS = (
    "input.md-toggle, label.md-overlay, .md-dialog, meta[name=generator], script#__config, "
    "[data-md-component=skip], [data-md-component=announce], "
    # Some browsers fetch the page before it is asked for, which the policy forbids and tells them so.
    "link[rel=prev], link[rel=next]"
)
NEEDLESS = "script[type='text/javascript'], link[type='text/css'], style[type='text/css']"
VERBATIM = "pre, textarea"
ALIGN = re.compile(r"^text-align: (left|right|center);?$")


def clear_stock(page: BuiltPage) -> None:
    """Remove the leftovers, comments and attributes that nothing reads."""
    # Backwards, so that what lies inside another goes first.
    for tag in reversed([*page.everywhere(LEFTOVERS)]):
        tag.decompose()
    for comment in page.comments():
        comment.decompose()
    for tag in page.everywhere("*"):
        for name in tag.attributes:
            if name.startswith("data-md-"):
                del tag.attrs[name]
    for tag in page.everywhere(NEEDLESS):
        del tag.attrs["type"]


def fold_spaces(page: BuiltPage) -> None:
    """Where templates left lines of nothing between two tags, one line's end or one space says the same."""
    verbatim = {node.mem_id for tag in page.everywhere(VERBATIM) for node in tag.traverse(include_text=True)}
    # The list is whole before the first node is replaced: a tree must not change under a walk through it.
    for node in page.blanks():
        text = node.text_content or ""
        folded = "\n" if "\n" in text else " "
        if text != folded and node.mem_id not in verbatim:
            node.replace_with(folded)


def repair_tables(page: BuiltPage) -> None:
    """Scopes for heading cells, classes for alignment, and a box that scrolls by keyboard for a wide table."""
    names: set[str] = set()
    title = "figures"
    for node in page.tree.css("h1, h2, h3, h4, article table"):
        if node.tag != "table":
            title = words_of(node)
            continue
        _align(node)
        if _cells(node) < 3 or _kept(node):
            continue
        caption = node.css_first("caption")
        label = _unused(f"Table: {words_of(caption) if caption else title}", names)
        box = page.new("div", {"class": "scroll", "role": "group", "tabindex": "0", "aria-label": label})
        node.insert_before(box, move=True)
        box.insert_child(node, move=True)


def _align(table: LexborNode) -> None:
    for cell in table.css("[style]"):
        if found := ALIGN.match(value(cell, "style")):
            del cell.attrs["style"]
            cell.attrs["class"] = f"align-{found[1]}"
    for cell in table.css("thead th:not([scope])"):
        cell.attrs["scope"] = "col"


def _cells(table: LexborNode) -> int:
    row = table.css_first("tr")
    return len(row.css("th, td")) if row else 0


def _kept(table: LexborNode) -> bool:
    """Whether the table has a box already, or stacks its cells where it would be too wide."""
    return "data-stacks" in table.attributes or any(
        value(around, "tabindex") == "0" for around in ancestors(table)
    )


def _unused(name: str, names: set[str]) -> str:
    wanted, n = name, 1
    while wanted in names:
        n += 1
        wanted = f"{name}, {n}"
    names.add(wanted)
    return wanted
