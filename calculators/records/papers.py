"""A paper as records: the one place that knows what files a paper has, and reads what it says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from functools import cache, cached_property, partial
from pathlib import Path

from calculators.records import schemas, tables
from calculators.records.errors import RecordError, meant, together
from calculators.records.folders import PAPERS
from calculators.records.reading import check_unique, read_toml, record, record_files
from calculators.records.schemas.base import PROPOSED, Standing
from calculators.records.tables import Held, Records

ABOUT_FILE = "paper.toml"
IN_FORCE: Standing = "in force"


@dataclass(frozen=True, kw_only=True)
class About:
    """What a paper is, as its file `paper.toml` says."""

    id: str
    title: str
    short: str
    publisher: str
    date: str
    status: str


@dataclass(frozen=True, kw_only=True)
class Paper(About):
    """One source paper as records. `folder` is where they are read from."""

    folder: Path

    # A new kind of record is one line here and its schema.
    paragraphs = Records(
        "paragraphs.toml", "paragraph", schemas.Paragraph, named="label", whole=True, required=True
    )
    parts = Records("paragraphs.toml", "part", schemas.Part, named="first", whole=True)
    rules = Records("rules.toml", "rule", schemas.Rule, whole=True, required=True)
    bodies = Records("bodies.toml", "body", schemas.Body)
    processes = Records("processes.toml", "process", schemas.Process)
    checklists = Records("checklists.toml", "checklist", schemas.Checklist)
    ambiguities = Records("ambiguities.toml", "ambiguity", schemas.Ambiguity)
    terms = Records("glossary.toml", "term", schemas.Term)
    objectives = Records("criteria.toml", "objective", schemas.Objective)
    criteria = Records("criteria.toml", "criterion", schemas.Criterion)
    commitments = Records("commitment.toml", "commitment", schemas.Commitment, named="level")
    models = Records("models.toml", "model", schemas.Model)
    aspects = Records("models.toml", "aspect", schemas.Aspect)
    members = Records("models.toml", "member", schemas.Member, named="name")
    questions = Records("models.toml", "question", schemas.Question, named="field")
    conditions = Records("models.toml", "condition", schemas.Condition, named="field")
    unavailable = Records("models.toml", "unavailable", schemas.Unavailable)
    lines = Records("accountability.toml", "line", schemas.Line)

    def rule(self, id: str) -> schemas.Rule:
        """The rule with this id; `RecordError` where there is none."""
        return self._find("rules.toml", self.rules, id)

    def paragraph(self, label: str) -> schemas.Paragraph:
        """The paragraph with this label; `RecordError` where there is none."""
        return self._find("paragraphs.toml", self.paragraphs, label)

    def ambiguity(self, id: str) -> schemas.Ambiguity:
        """The ambiguity with this id; `RecordError` where there is none."""
        return self._find("ambiguities.toml", self.ambiguities, id)

    def body(self, id: str) -> schemas.Body:
        """The body with this id; `RecordError` where there is none."""
        return self._find("bodies.toml", self.bodies, id)

    def url(self, label: str) -> str:
        """The paragraph's address below the site's root: `frameworks/brent/risk/#p-3-para-1`."""
        paragraph = self.paragraph(label)
        page = "" if paragraph.page == "index" else f"{paragraph.page}/"
        return f"frameworks/{self.id}/{page}#{paragraph.anchor}"

    def standing(self, label: str) -> Standing:
        """How the paragraph stands: in force by the paper unless a part says otherwise."""
        return self._standings.get(label, IN_FORCE)

    @cached_property
    def standings(self) -> dict[str, set[Standing]]:
        """By a page's address below the site's root, each way in which the paragraphs stand that it restates."""
        found: dict[str, set[Standing]] = {}
        for label in self.paragraphs:
            found.setdefault(self.url(label).partition("#")[0], set()).add(self.standing(label))
        return found

    @property
    def proposes(self) -> bool:
        """Whether a part says that it was only proposed from end to end; later parts may take out what tells facts."""
        labels = [*self.paragraphs]
        whole = (labels[0], labels[-1], PROPOSED)
        return any((part.first, part.last, part.standing) == whole for part in self.parts.values())

    @cached_property
    def _standings(self) -> dict[str, Standing]:
        """By label the standing of the paragraphs that parts speak of; `RecordError` where a part has no such ends."""
        labels, found = [*self.paragraphs], {}
        for part in self.parts.values():
            first, last = (labels.index(self.paragraph(end).label) for end in (part.first, part.last))
            if first > last:
                raise RecordError(
                    self.folder / "paragraphs.toml", part.first, f"begins after its end, {part.last}"
                )
            found.update(dict.fromkeys(labels[first : last + 1], part.standing))
        return found

    @cached_property
    def all_records(self) -> tuple[Held, ...]:
        """Every record of the paper with its place and what it cites, but for the paragraphs themselves."""
        return tuple(tables.held(self))

    def _find[T](self, file: str, records: Mapping[str, T], id: str) -> T:
        if id not in records:
            raise RecordError(self.folder / file, id, f"is not there{meant(id, records)}")
        return records[id]


@cache
def load_paper(id: str) -> Paper:
    """The paper with this id; `RecordError` where a file is malformed or a record points nowhere."""
    paper = read_paper(PAPERS / id)
    if paper.id != id:
        raise RecordError(
            paper.folder / ABOUT_FILE, "the paper", f"has the id '{paper.id}', and its folder is '{id}'"
        )
    return paper


def paper_ids() -> tuple[str, ...]:
    """The ids of the papers that have records, in alphabetical order."""
    return tuple(sorted(folder.name for folder in PAPERS.iterdir() if record_files(folder)))


def short_name(id: str) -> str:
    """What the paper with this id is called for short. It reads none of the paper's other records."""
    return _about(PAPERS / id)["short"]


def read_paper(folder: Path) -> Paper:
    """The paper whose records are in `folder`, whose name is its id.

    Records written by hand are all read at once and checked. The browser's wheel holds what was checked when
    it was made: there each file is read when it is first asked for.
    """
    paper = Paper(**_about(folder), folder=folder)
    if (folder / ABOUT_FILE).exists():
        _check(paper)
    return paper


def _about(folder: Path) -> dict[str, str]:
    return asdict(record(folder / ABOUT_FILE, "the paper", read_toml(folder / ABOUT_FILE), About))


def _check(paper: Paper) -> None:
    known = {ABOUT_FILE, *(table.file for table in tables.tables(Paper))}

    def place(file: Path) -> None:
        if file.name not in known:
            raise RecordError(file, "the file", f"is none that a paper has: {', '.join(sorted(known))}")

    def places() -> None:
        found = (f"{paragraph.page}#{paragraph.anchor}" for paragraph in paper.paragraphs.values())
        check_unique(paper.folder / "paragraphs.toml", found)

    def standings() -> None:
        paper.standing("")

    checks: list[Callable[[], None]] = [partial(place, file) for file in record_files(paper.folder)]
    checks += [places, standings, partial(tables.check, paper)]
    together(checks)
