"""Who does what in a decision: the lines about it by what each body does, for one paper or for all five."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from markupsafe import Markup

from calculators.records.errors import RecordError
from calculators.records.papers import Paper, load_paper, paper_ids
from calculators.records.reading import read_records
from calculators.records.schemas import Line
from site_build.pictures.lines.lines import kinds
from site_build.pictures.lines.rows import body_link
from site_build.writing.citations import cited
from site_build.writing.page import Page
from site_build.writing.short_forms import short_forms
from site_build.writing.templating import render

MATTERS = Path(__file__).parent / "matters.toml"
DECIDES = "decides"
IN_LEAD = 3
"""So many of those who decide stand in a page's first sentence; of more, their number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """A decision, as a reader would name it."""

    id: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """What a body does in a decision: a column of the matrix."""

    id: str
    title: str
    alone: bool = False
    hears: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """A body with the link to what it is."""

    name: str
    link: str


@dataclass(frozen=True, slots=True)
class Said:
    """What it is that bodies do, in the words of its lines, with how far the paper says so and where."""

    about: str
    basis: str
    cited: list[Markup]
    lines: list[str]


@dataclass(frozen=True, slots=True)
class Part:
    """What bodies do in a decision: who, the verb of the lines, to or with whom, and each thing that they do so.

    `together` where the others do it as much as the bodies that are named first.
    """

    bodies: list[Named]
    verb: str
    others: list[Named]
    together: bool
    said: list[Said]

    @property
    def words(self) -> list[str]:
        """The names and what is said, in order."""
        return [body.name for body in (*self.bodies, *self.others)] + [said.about for said in self.said]


@dataclass(frozen=True, slots=True)
class Deciding:
    """A body, and the decisions in which it has a part, as they stand in a sentence."""

    body: str
    matters: list[str]


@dataclass(frozen=True, slots=True)
class Row:
    """A decision, or a paper, with the parts by column."""

    title: str
    link: str
    anchor: str
    cells: Mapping[str, list[Part]]

    @property
    def deciding(self) -> list[Part]:
        """The parts of those who decide."""
        return self.cells[DECIDES]

    @property
    def deciders(self) -> set[str]:
        """The bodies that have a part in deciding."""
        both = (body for part in self.deciding for body in (*part.bodies, *part.others))
        return {body.name for body in both if body.link}


@dataclass(frozen=True)
class Compared:
    """A decision in all papers: a row for each paper that has lines about it, and the papers that have none."""

    matter: Matter
    rows: list[Row]
    silent: list[str]

    @cached_property
    def table(self) -> Markup:
        """The matrix, with the columns that some paper fills."""
        return _table(self.rows, "Paper")

    @property
    def short_forms(self) -> dict[str, str]:
        """What the abbreviations stand for that are not explained where they first stand."""
        return short_forms(_words(self.first, self.table), map(load_paper, paper_ids()))

    @property
    def first(self) -> list[str]:
        """The bodies that the page's first sentences name, and what they do."""
        told = [part for row in self.rows for part in row.deciding[:IN_LEAD]]
        return [words for part in told for words in part.words]

    @property
    def undecided(self) -> list[str]:
        """The papers that tell of the decision, and of nobody who decides."""
        return [row.title for row in self.rows if not row.deciding]


@cache
def roles() -> Mapping[str, Role]:
    """What a body may do in a decision, by column; `RecordError` where a kind of line names another."""
    found = {role.id: role for role in read_records(MATTERS, "role", Role, beside=("matter",))}
    for kind in kinds().values():
        if odd := {kind.role, kind.hears} - {"", *found}:
            raise RecordError(MATTERS, odd.pop(), f"is a role of the kind '{kind.id}', and no role here")
    return found


@cache
def matters() -> Mapping[str, Matter]:
    """Every decision by id; `RecordError` where a line of a paper is about another, or has no part in one."""
    found = {matter.id: matter for matter in read_records(MATTERS, "matter", Matter, beside=("role",))}
    for paper in map(load_paper, paper_ids()):
        check(paper, found)
    return found


def check(paper: Paper, known: Mapping[str, Matter]) -> None:
    """`RecordError` where a line is about an unknown matter, or of a kind that is no part in a decision."""
    file = paper.folder / "accountability.toml"
    for line in paper.lines.values():
        for matter in line.matter:
            if matter not in known:
                raise RecordError(file, line.id, f"is about the unknown matter '{matter}'")
        if line.matter and not (kinds()[line.kind].role or kinds()[line.kind].hears):
            raise RecordError(file, line.id, f"has a matter, and '{line.kind}' is no part in a decision")


def responsibilities(page: Page, paper: str | None = None) -> str:
    """Every decision of a paper in a row: who decides, proposes, advises, watches and is told."""
    source = page.paper(paper)
    found = [
        Row(
            matter.title,
            page.link(f"compare/who-decides/#matter-{matter.id}"),
            f"matter-{matter.id}",
            _cells(page, source, about),
        )
        for matter in matters().values()
        if (about := _about(source, matter.id))
    ]
    if not found:
        return ""
    return render(
        "pictures/responsibilities.html.jinja",
        table=_table(found, "What is decided"),
        most=_most(found),
        rows=found,
        undecided=[_named(row) for row in found if not row.deciding],
    )


def _most(rows: Sequence[Row]) -> list[Deciding]:
    """The bodies that most often have a part in deciding, and in what."""
    alone, found = Counter[str](), Counter[str]()
    for row in rows:
        alone.update({body.name for part in row.deciding if not part.others for body in part.bodies})
        found.update(row.deciders)
    ranked = sorted(found, key=lambda name: (-found[name], -alone[name], name))
    return [
        Deciding(name, [_named(row) for row in rows if name in row.deciders]) for name in ranked[:IN_LEAD]
    ]


def _named(row: Row) -> str:
    """The decision as it stands in a sentence."""
    return row.title[0].lower() + row.title[1:]


def responsibilities_compared(page: Page) -> str:
    """Each decision on a page of its own, with a row for each paper."""
    found = []
    for matter in matters().values():
        papers = [(paper, _about(paper, matter.id)) for paper in map(load_paper, paper_ids())]
        rows = [
            Row(
                paper.short,
                page.link(f"frameworks/{paper.id}/accountability/#matter-{matter.id}"),
                "",
                _cells(page, paper, about),
            )
            for paper, about in papers
            if about
        ]
        found.append(Compared(matter, rows, [paper.short for paper, about in papers if not about]))
    return render("pictures/matters.html.jinja", compared=found, most=IN_LEAD)


def _about(paper: Paper, matter: str) -> list[Line]:
    return [line for line in paper.lines.values() if matter in line.matter]


def _cells(page: Page, paper: Paper, lines: Sequence[Line]) -> dict[str, list[Part]]:
    cells: dict[str, list[Part]] = {}
    for role in roles().values():
        cells[role.id] = []
        for heard in (False, True):
            mine = [line for line in lines if role.id == _column(line, heard=heard)]
            for group in _groups(mine):
                _add(cells[role.id], _part(page, paper, role, group, heard=heard))
    return cells


def _column(line: Line, *, heard: bool) -> str:
    kind = kinds()[line.kind]
    return kind.hears if heard else kind.role


def _add(cell: list[Part], part: Part) -> None:
    """Add to the cell what bodies do, or to what is told of the same bodies with the same verb."""
    for known in cell:
        if (known.bodies, known.verb, known.others) == (part.bodies, part.verb, part.others):
            known.said.extend(part.said)
            return
    cell.append(part)


def _groups(lines: Iterable[Line]) -> list[list[Line]]:
    """Lines that one sentence can tell: the same in all but their ends, and each of the ones to each of the others."""
    groups: list[list[Line]] = []
    for line in lines:
        for group in groups:
            whole = [*group, line]
            ends = {each.from_ for each in whole}, {each.to for each in whole}
            if _same(group[0]) == _same(line) and len(ends[0]) * len(ends[1]) == len(whole):
                group.append(line)
                break
        else:
            groups.append([line])
    return groups


def _same(line: Line) -> tuple[str, ...]:
    return line.kind, line.label, line.basis, line.mark, line.paragraph


def _part(page: Page, paper: Paper, role: Role, lines: Sequence[Line], *, heard: bool) -> Part:
    def named(ids: Iterable[str]) -> list[Named]:
        return [Named(paper.body(id).name, body_link(page, paper, id)) for id in dict.fromkeys(ids)]

    first, kind = lines[0], kinds()[lines[0].kind]
    from_, to = [line.from_ for line in lines], [line.to for line in lines]
    many = len({*from_}) > 1 or paper.body(first.from_).plural
    verb = role.hears if heard else kind.say if many else kind.says
    others = named(from_ if heard else to)
    if first.from_ == first.to:
        others = [Named("one another" if many else "another", "")]
    elif role.alone and kind.head != "both":
        # The verbs of those who decide alone end in the word that leads to whom they decide for.
        verb, others = verb.rpartition(" ")[0], []
    labels = dict.fromkeys(label for line in lines for label in (line.paragraph, *line.also))
    said = Said(
        first.label,
        "" if first.basis == "stated" else f" ({first.basis})",
        # The row, or the page, says which paper it is.
        [cited(page, paper, label, named=False, mark=first.mark or None) for label in labels],
        [line.id for line in lines],
    )
    return Part(
        named(to if heard else from_),
        f", {verb}" if heard else f" {verb}",
        others,
        kind.head == "both",
        [said],
    )


def _table(rows: Sequence[Row], first: str) -> Markup:
    filled = [role for role in roles().values() if any(row.cells[role.id] for row in rows)]
    return render("pictures/matrix.html.jinja", rows=rows, first=first, roles=filled)


def _words(first: Sequence[str], table: Markup) -> str:
    return " ".join((*first, table.striptags()))
