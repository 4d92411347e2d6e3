"""Cells that a spreadsheet could not work out, or that hold a formula in place of its result."""

from __future__ import annotations

import re
from collections.abc import Mapping

from calculators.values.formats import quoted
from calculators.values.grids import APART, together
from calculators.values.headings import short

_ERROR = re.compile(
    r"#(?:REF!|DIV/0!|VALUE!|NAME\?|NUM!|NULL!|N/A|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|GETTING_DATA)"
    r"|Err:\d{3}|#{3,}",
    re.IGNORECASE,
)


_SUSPECT = re.compile(rf"{APART}\s*[#=Ee]")


def all_unworked(cells: Mapping[str, str]) -> dict[str, str]:
    """What is wrong with each of the cells that is of that kind. Most rows have none, which one look shows."""
    if not _SUSPECT.search(together(cells.values())):
        return {}
    return {name: words for name, text in cells.items() if (words := unworked(text))}


def unworked(text: str, kind: str = "") -> str:
    """What is wrong with such a cell, to follow its place; nothing of another. A text may look like a formula."""
    bare = text.strip()
    if bare[:1] not in {"#", "=", "E", "e"}:
        return ""
    if _ERROR.fullmatch(bare):
        return (
            f"holds {quoted(bare)}, an error of the spreadsheet. Put it right there, and give the table again"
        )
    if bare.startswith("=") and kind != "text":
        return f"holds a formula, {quoted(short(bare))}, and not its result. Enter the result"
    return ""
