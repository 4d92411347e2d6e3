"""The lines between a paper's bodies, and the kinds and questions that sort them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import get_args

from calculators.records.errors import RecordError
from calculators.records.papers import Paper, load_paper
from calculators.records.reading import read_records
from calculators.records.schemas import Line, LineKind

KINDS = Path(__file__).parent / "kinds.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineStyle:
    """A kind of line: its verb, and how it is drawn.

    `back` is what its arrow says where it runs from the line's receiver to its sender.
    """

    id: str
    says: str
    say: str
    short: str
    head: str
    back: str = ""
    top: str = ""
    role: str = ""
    hears: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A question that readers bring, and the kinds of line that answer it.

    `way` where the answer is a way from body to body: its arrows lead down it, whatever the levels of the bodies are.
    """

    id: str
    title: str
    lead: str
    top: str
    kind: tuple[LineStyle, ...]
    way: bool = False

    @property
    def kinds(self) -> tuple[str, ...]:
        """The ids of the kinds of line that this question takes in."""
        return tuple(kind.id for kind in self.kind)


@cache
def views() -> Mapping[str, View]:
    """Every question by id, in the order that a reader would ask them."""
    return {view.id: view for view in read_records(KINDS, "view", View)}


@cache
def kinds() -> Mapping[str, LineStyle]:
    """Every kind of line by id; `RecordError` where one that a record may have is not drawn, or the other way."""
    found = {kind.id: kind for view in views().values() for kind in view.kind}
    if odd := found.keys() ^ set(get_args(LineKind)):
        raise RecordError(
            KINDS, ", ".join(sorted(odd)), "stands here or in the schema of lines, and not in both"
        )
    return found


def high_and_low(line: Line) -> tuple[str, str]:
    """The body to draw above and the one to draw below."""
    kind = kinds()[line.kind]
    view = next(view for view in views().values() if line.kind in view.kinds)
    return (line.to, line.from_) if (kind.top or view.top) == "to" else (line.from_, line.to)


def in_view(lines: Iterable[Line], view: View | None) -> tuple[Line, ...]:
    """The lines that answer the view's question; none where there is no view."""
    return tuple(line for line in lines if view and line.kind in view.kinds)


def of_body(lines: Iterable[Line], body: str) -> tuple[Line, ...]:
    """The lines that start or end at the body."""
    return tuple(line for line in lines if body in (line.from_, line.to))


def verb(paper: Paper, line: Line) -> str:
    """What its sender does, in the sender's number: practices `are` accountable, the PCT `is`."""
    kind = kinds()[line.kind]
    return kind.say if paper.body(line.from_).plural else kind.says


def sentence(paper: Paper, line: Line) -> str:
    """The line in words: `PBC chair reports to PCT board: progress`."""
    ends = (paper.body(line.from_).name, paper.body(line.to).name)
    words = f"{ends[0]} {verb(paper, line)} {ends[1]}"
    return f"{words}: {line.label}{basis_words(line)}" if line.label else f"{words}{basis_words(line)}"


def basis_words(line: Line) -> str:
    """Nothing for a line that is stated and in force; else how far the paper goes, in brackets."""
    # Where a paper proposes as a whole, its pages say so once.
    mark = "" if load_paper(line.document).proposes else line.mark
    words = ["" if line.basis == "stated" else line.basis, mark]
    return f" ({', '.join(filter(None, words))})" if any(words) else ""
