"""Where each paragraph stands in the text of its paper: the lines, by its label."""

import re
import tomllib
from functools import cache
from pathlib import Path

from tests.support.shared import SOURCES

PLACES = Path(__file__).parents[1] / "data" / "source_lines"
TEXTS = {
    "brent": "brent-cluster-agreement.txt",
    "co-commissioning-2014": "nhs-england-co-commissioning-2014.txt",
    "county-durham-darlington": "county-durham-darlington-2009-10.txt",
    "health-reform-2006": "health-reform-commissioning-2006.txt",
    "hertfordshire": "hertfordshire-2007-08.txt",
}
_ITEM = re.compile(r"\s*(?:[·•▪*–-]\s|o\s|\(?(?:[a-z]|[ivx]+|\d+)[.)]\s)")
SAME = str.maketrans("’‘“”–—­\xa0", "''\"\"-- " + " ")


def words(text: str) -> str:
    """Text as it is compared: lower case, plain marks, single spaces, without marks of emphasis."""
    return " ".join(re.sub(r"[*_<>|]|</?b>", " ", text.translate(SAME)).lower().split())


@cache
def places(paper: str) -> dict[str, list[int]]:
    """By label the first and the last line of each paragraph; lines are counted from 1."""
    held: dict[str, list[int]] = tomllib.loads((PLACES / f"{paper}.toml").read_text(encoding="utf-8"))
    return held


@cache
def paragraph(paper: str, label: str) -> str:
    """The words of a paragraph."""
    first, last = places(paper)[label]
    lines = (SOURCES / TEXTS[paper]).read_text(encoding="utf-8").splitlines()
    return words(" ".join(lines[first - 1 : last]))


def list_items(paper: str) -> list[tuple[int, str]]:
    """The lines that begin with a mark, a letter or a number of a list, and their words."""
    lines = (SOURCES / TEXTS[paper]).read_text(encoding="utf-8").splitlines()
    return [(n, words(line)) for n, line in enumerate(lines, 1) if _ITEM.match(line)]
