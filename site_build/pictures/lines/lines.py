"""The lines between a paper's bodies, and the kinds and questions that sort them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from calculators.records.errors import RecordError
from calculators.records.papers import Paper
from calculators.records.reading import read_records, read_toml
from calculators.records.schemas import Line
from site_build.writing.site import DOCS

KINDS = Path(__file__).parent / "kinds.toml"
FRAMEWORKS = DOCS / "frameworks"
BASES = ("stated", "implied", "inferred")


@dataclass(frozen=True, slots=True, kw_only=True)
class LineStyle:
    """A kind of line: its verb, and how it is drawn."""

    id: str
    says: str
    say: str
    short: str
    head: str
    heavy: bool = False
    top: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A question that readers bring, and the kinds of line that answer it."""

    id: str
    title: str
    mine: str
    lead: str
    top: str
    kind: tuple[LineStyle, ...]

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
    """Every kind of line by id."""
    return {kind.id: kind for view in views().values() for kind in view.kind}


def lines_of(paper: Paper, file: Path | None = None) -> tuple[Line, ...]:
    """The paper's lines in record order; `RecordError` where one names an unknown body, kind or paragraph."""
    file = file or FRAMEWORKS / paper.id / "accountability.toml"
    lines = _read(file, file.stat().st_mtime_ns if file.exists() else 0)
    for line in lines:
        _check(paper, file, line)
    return lines


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
    return kind.say if line.from_ in plurals(paper) else kind.says


def plurals(paper: Paper, file: Path | None = None) -> frozenset[str]:
    """The bodies whose names are plural; `RecordError` where one is unknown."""
    file = file or FRAMEWORKS / paper.id / "accountability.toml"
    names = _plurals(file, file.stat().st_mtime_ns)
    for name in names - paper.bodies.keys():
        raise RecordError(file, "plural", f"names the unknown body '{name}'")
    return names


def sentence(paper: Paper, line: Line) -> str:
    """The line in words: `PBC chair reports to PCT board: progress`."""
    ends = (paper.body(line.from_).name, paper.body(line.to).name)
    words = f"{ends[0]} {verb(paper, line)} {ends[1]}"
    return f"{words}: {line.label}{basis_words(line)}" if line.label else f"{words}{basis_words(line)}"


def basis_words(line: Line) -> str:
    """Nothing for a stated line; else how far the paper goes, in brackets."""
    return "" if line.basis == "stated" else f" ({line.basis})"


@cache
def _read(file: Path, _changed: int) -> tuple[Line, ...]:
    """The file's lines, read again only when it changes: a page of bodies asks for them many times."""
    return read_records(file, "line", Line)


@cache
def _plurals(file: Path, _changed: int) -> frozenset[str]:
    return frozenset(read_toml(file).get("plural", ()))


def _check(paper: Paper, file: Path, line: Line) -> None:
    for end in (line.from_, line.to):
        if end not in paper.bodies:
            raise RecordError(file, line.id, f"names the unknown body '{end}'")
    if line.kind not in kinds():
        raise RecordError(file, line.id, f"has the unknown kind '{line.kind}': add it to kinds.toml")
    if line.basis not in BASES:
        raise RecordError(file, line.id, f"has the basis '{line.basis}', which is none of {', '.join(BASES)}")
    paper.check_cited(file, line.id, (line.paragraph, *line.also))
