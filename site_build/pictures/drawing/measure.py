"""How wide text is, and how it breaks into lines, without asking a browser or an installed font."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

ROOM = 0.91
"""The part of a box that its words may fill, so that a reader who spaces letters out still finds it inside.

Spaced out as far as WCAG 1.4.12 asks, the page's own font is up to a tenth wider than the table of widths has it.
"""


@cache
def _widths() -> tuple[dict[str, int], int]:
    table = tomllib.loads((Path(__file__).parent / "widths.toml").read_text(encoding="utf-8"))
    return {c: int(width) for width, chars in table["width"].items() for c in chars}, int(table["other"])


def text_width(text: str, size: float) -> float:
    """An upper bound of the text's width, in the unit of `size`."""
    widths, other = _widths()
    return sum(widths.get(c, other) for c in text) * size / 1000


def wrap(text: str, size: float, width: float) -> list[str]:
    """Lines no wider than `width`: broken at spaces, slashes and hyphens, and inside a word that must be."""
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        if text_width((line + piece).rstrip(), size) <= width:
            line += piece
            continue
        if line.strip():
            lines.append(line.rstrip())
        line = piece
        while text_width(line.rstrip(), size) > width and len(line.rstrip()) > 1:
            cut = max(1, sum(text_width(line[:n], size) <= width for n in range(1, len(line))))
            lines.append(line[:cut])
            line = line[cut:]
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def balanced(text: str, size: float, width: float) -> list[str]:
    """A tidy block for a small box: as few lines as `width` allows, each short, and no word broken."""
    longest = max(text_width(word.rstrip(), size) for word in _pieces(text))
    narrow = width = max(width, longest)
    lines = wrap(text, size, width)
    while narrow - size / 2 >= longest and len(wrap(text, size, narrow - size / 2)) == len(lines):
        narrow -= size / 2
    return wrap(text, size, narrow)


def _pieces(text: str) -> list[str]:
    """Where a line may break: after a space, slash or hyphen, but not before a number (`level 2`)."""
    pieces = [""]
    words = " ".join(text.split())
    for n, c in enumerate(words, 1):
        pieces[-1] += c
        if c in " /-" and not words[n : n + 1].isdigit():
            pieces.append("")
    return [p for p in pieces if p] or [""]
