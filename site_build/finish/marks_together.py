"""Citations as they stand together on a page: none twice in a row, no two that look alike, and none without its stop.

A citation is written without knowing its neighbours. What small marks of one section share is all that each shows, so
neighbours could look the same: here two that lead to one place become one, and others show what sets them apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from selectolax.lexbor import LexborNode

from site_build.finish.built import BuiltPage, evened, value

MARK = "article a.cite"
REST, PART, END = "cite__rest", "cite__part", "cite__end"
BETWEEN = re.compile(r"[\s,;]*(?:and)?\s*")
# Of “ PBC business cases, criteria (11)” the number, of “, fair share, para 3” what follows the last comma.
OWN = re.compile(r" \(\d+\)$|, [^,(]+$")
STOP = re.compile(r"[.,;:?!)”’]+")


def tell_apart(page: BuiltPage) -> None:
    """Of neighbours that lead to one place leave one; let others with the same words show more of theirs."""
    for run in [run for run in _runs(page.tree.css(MARK)) if len(run) > 1]:
        kept: list[LexborNode] = []
        for mark in run:
            if any(_looks(mark) == _looks(one) and value(mark, "href") == value(one, "href") for one in kept):
                _drop(mark)
            else:
                kept.append(mark)
        for looks in {_looks(mark) for mark in kept}:
            alike = [mark for mark in kept if _looks(mark) == looks]
            if len(alike) > 1:
                _show(page, alike)


def keep_stops(page: BuiltPage) -> None:
    """Hold the stop after a citation on its line: a mark is a box, after which a line may else be broken."""
    for mark in page.tree.css(MARK):
        after = mark.next
        text = (after.text_content or "") if after is not None and after.is_text_node else ""
        stop = STOP.match(text)
        if after is None or not stop:
            continue
        held = page.new("span", {"class": END})
        mark.insert_before(held, move=True)
        held.insert_child(mark, move=True)
        held.insert_child(stop[0])
        if rest := text[stop.end() :]:
            after.replace_with(rest)
        else:
            after.decompose()


def _runs(marks: Sequence[LexborNode]) -> Iterator[list[LexborNode]]:
    """The citations that follow one another with nothing told between them."""
    run: list[LexborNode] = []
    for mark in marks:
        if run and _before(mark) != run[-1].mem_id:
            yield run
            run = []
        run.append(mark)
    if run:
        yield run


def _before(mark: LexborNode) -> int | None:
    """The tag before a citation, where no words stand between."""
    beside = mark.prev
    while beside is not None and beside.is_text_node and BETWEEN.fullmatch(beside.text_content or ""):
        beside = beside.prev
    return beside.mem_id if beside is not None and beside.is_element_node else None


def _looks(mark: LexborNode) -> str:
    """What is seen of a citation."""
    hidden = {part.mem_id for part in mark.css(f".vh, .{REST}")}
    seen = (
        node.text_content or ""
        for node in mark.traverse(include_text=True)
        if node.is_text_node and node.parent is not None and node.parent.mem_id not in hidden
    )
    return evened("".join(seen))


def _drop(mark: LexborNode) -> None:
    if mark.prev is not None and mark.prev.is_text_node:
        mark.prev.decompose()
    mark.decompose()


def _show(page: BuiltPage, alike: Sequence[LexborNode]) -> None:
    """Show of each its own part; all of the rest, where their parts are the same too."""
    rests = [hidden.text() if (hidden := mark.css_first(f".{REST}")) else "" for mark in alike]
    own = [found[0] if (found := OWN.search(rest)) else rest for rest in rests]
    shown = own if len(set(own)) == len(own) else rests
    for mark, rest, part in zip(alike, rests, shown, strict=True):
        whole = mark.css_first(f".{REST}")
        if whole is None or not part:
            continue
        whole.insert_after(page.new("span", {"class": PART}, part), move=True)
        if kept := rest.removesuffix(part):
            whole.inner_html = ""
            whole.insert_child(kept)
        else:
            whole.decompose()
