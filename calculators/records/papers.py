"""Load a paper's records and check that they hang together: the one place that reads what a paper says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, partial
from pathlib import Path

from calculators.records.errors import RecordError
from calculators.records.folders import PAPERS
from calculators.records.places import filled
from calculators.records.reading import check_unique, read_records, read_toml, record_files
from calculators.records.schemas import (
    Ambiguity,
    Body,
    Checklist,
    Paragraph,
    Process,
    Rule,
    Term,
)

ABOUT = ("id", "title", "short", "publisher", "date", "status")


@dataclass(frozen=True)
class Paper:
    """One source paper as records. `folder` is where they were read from."""

    id: str
    title: str
    short: str
    publisher: str
    date: str
    status: str
    folder: Path
    paragraphs: Mapping[str, Paragraph]
    rules: Mapping[str, Rule]
    bodies: Mapping[str, Body]
    processes: Mapping[str, Process]
    checklists: Mapping[str, Checklist]
    terms: Mapping[str, Term]
    ambiguities: Mapping[str, Ambiguity]

    def rule(self, id: str) -> Rule:
        """The rule with this id; `RecordError` where there is none."""
        return self._find("rules.toml", self.rules, id)

    def paragraph(self, label: str) -> Paragraph:
        """The paragraph with this label; `RecordError` where there is none."""
        return self._find("paragraphs.toml", self.paragraphs, label)

    def ambiguity(self, id: str) -> Ambiguity:
        """The ambiguity with this id; `RecordError` where there is none."""
        return self._find("ambiguities.toml", self.ambiguities, id)

    def body(self, id: str) -> Body:
        """The body with this id; `RecordError` where there is none."""
        return self._find("bodies.toml", self.bodies, id)

    def url(self, label: str) -> str:
        """The paragraph's address below the site's root: `frameworks/brent/risk/#p-3-para-1`."""
        paragraph = self.paragraph(label)
        page = "" if paragraph.page == "index" else f"{paragraph.page}/"
        return f"frameworks/{self.id}/{page}#{paragraph.anchor}"

    def check_cited(self, file: Path, name: str, labels: Iterable[str]) -> None:
        """`RecordError` where a record cites a paragraph that the paper does not have."""
        for label in labels:
            if label not in self.paragraphs:
                raise RecordError(file, name, f"cites the unknown paragraph '{label}'")

    @cached_property
    def all_records(self) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
        """File, name and cited paragraphs of every record, for the checks of coverage."""
        rows: list[tuple[str, str, tuple[str, ...]]] = []
        for file, records in (
            ("rules.toml", self.rules),
            ("bodies.toml", self.bodies),
            ("processes.toml", self.processes),
            ("checklists.toml", self.checklists),
            ("glossary.toml", self.terms),
            ("ambiguities.toml", self.ambiguities),
        ):
            for id, item in records.items():
                parts = (*getattr(item, "step", ()), *getattr(item, "item", ()))
                labels = [item.paragraph, *getattr(item, "also", ())]
                for part in parts:
                    labels += [part.paragraph, *getattr(part, "also", ())]
                rows.append((file, id, tuple(labels)))
        return tuple(rows)

    def _find[T](self, file: str, records: Mapping[str, T], id: str) -> T:
        if id not in records:
            raise RecordError(self.folder / file, id, "is not there")
        return records[id]


@cache
def load_paper(id: str) -> Paper:
    """The paper with this id; `RecordError` where a file is malformed or a record points nowhere."""
    return read_paper(PAPERS / id)


def paper_ids() -> tuple[str, ...]:
    """The ids of the papers that have records, in alphabetical order."""
    return tuple(sorted(folder.name for folder in PAPERS.iterdir() if record_files(folder)))


def short_name(id: str) -> str:
    """What the paper with this id is called for short. It reads none of the paper's other records."""
    return _about(PAPERS / id)["short"]


def _about(folder: Path) -> dict[str, str]:
    about = read_toml(folder / "paper.toml")
    if missing := [key for key in ABOUT if not about.get(key)]:
        raise RecordError(folder / "paper.toml", "the paper", f"lacks {', '.join(missing)}")
    return {key: str(about[key]) for key in ABOUT}


def read_paper(folder: Path) -> Paper:
    """Read and check the records in `folder`, whose name is the paper's id."""

    def by_id[T](file: str, key: str, kind: type[T], name: str = "id") -> dict[str, T]:
        first = file in {"paragraphs.toml", "rules.toml"}
        fill = dict if first else partial(filled, folder / file, rules)
        records = read_records(folder / file, key, kind, required=first, fill=fill)
        check_unique(folder / file, (getattr(item, name) for item in records))
        return {getattr(item, name): item for item in records}

    paragraphs = by_id("paragraphs.toml", "paragraph", Paragraph, "label")
    check_unique(folder / "paragraphs.toml", (f"{p.page}#{p.anchor}" for p in paragraphs.values()))
    rules = by_id("rules.toml", "rule", Rule)
    paper = Paper(
        **_about(folder),
        folder=folder,
        paragraphs=paragraphs,
        rules=rules,
        bodies=by_id("bodies.toml", "body", Body),
        processes=by_id("processes.toml", "process", Process),
        checklists=by_id("checklists.toml", "checklist", Checklist),
        terms=by_id("glossary.toml", "term", Term),
        ambiguities=by_id("ambiguities.toml", "ambiguity", Ambiguity),
    )
    for file, name, labels in paper.all_records:
        paper.check_cited(folder / file, name, labels)
    for rule in paper.rules.values():
        for id in rule.ambiguity:
            if id not in paper.ambiguities:
                raise RecordError(folder / "rules.toml", rule.id, f"names the unknown ambiguity '{id}'")
    for process in paper.processes.values():
        for step in process.step:
            for actor in (step.actor, step.co_actor):
                if actor and actor not in paper.bodies:
                    raise RecordError(
                        folder / "processes.toml", process.id, f"names the unknown body '{actor}'"
                    )
    return paper
