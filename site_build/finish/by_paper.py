"""An answer paper by paper: its lines marked with their papers and folded, and a page's questions listed at its head.

An author writes a list whose every line begins with the macro `in_paper` or `says_nothing`. Here each line gets the
mark by which a script puts the reader's own paper first; the list is folded, and that script sets the reader's own line
before the fold, open.
"""

from __future__ import annotations

from selectolax.lexbor import LexborNode

from site_build.finish.built import BuiltPage, PageError, value, words_of

BEGINS, OF = "data-begins", "data-of"
FOLD, TOLD = "by-paper", "Paper by paper"
ASKED = "nav.asked"
SHORT = "data-short"


def mark_lines(page: BuiltPage) -> None:
    """Give each line the papers that it begins with, and fold each list; `PageError` where a line begins with none."""
    lists = {id: found for begun in page.tree.css(f"[{BEGINS}]") for id, found in [_list_of(page, begun)]}
    asked = ""
    for node in page.tree.css("article :is(h2, h3, ul)"):
        if node.tag != "ul":
            asked = words_of(node)
        elif node.mem_id in lists:
            _fold(page, node, asked)


def list_questions(page: BuiltPage) -> None:
    """Fill the list at a page's head with its questions, each by its short name where its heading has one."""
    for nav in page.tree.css(ASKED):
        items = page.new("ul", {})
        for heading in page.tree.css("article h3[id]"):
            item = page.new("li", {})
            named = value(heading, SHORT) or words_of(heading)
            item.insert_child(page.new("a", {"href": f"#{value(heading, 'id')}"}, named), move=True)
            items.insert_child(item, move=True)
        nav.insert_child(items, move=True)
    for heading in page.tree.css(f"[{SHORT}]"):
        del heading.attrs[SHORT]


def _list_of(page: BuiltPage, begun: LexborNode) -> tuple[int, LexborNode]:
    """The list that a line's beginning stands in; the line gets its mark."""
    line = begun.parent
    while line is not None and line.tag not in ("li", "article"):
        line = line.parent
    around = line.parent if line is not None and line.tag == "li" else None
    if line is None or around is None or around.tag != "ul":
        raise PageError(f"{page.name}: “{words_of(begun)}” begins no line of a list")
    line.attrs[OF] = value(begun, BEGINS)
    del begun.attrs[BEGINS]
    return around.mem_id, around


def _fold(page: BuiltPage, lines: LexborNode, asked: str) -> None:
    for line in lines.iter():
        if OF not in line.attributes:
            raise PageError(f"{page.name}: “{asked}” has a line that begins with no paper: {words_of(line)}")
    fold = page.new("details", {"class": FOLD})
    summary = page.new("summary", {}, TOLD)
    summary.insert_child(page.new("span", {"class": "vh"}, f": {asked}"), move=True)
    lines.insert_before(fold, move=True)
    fold.insert_child(summary, move=True)
    fold.insert_child(lines, move=True)
