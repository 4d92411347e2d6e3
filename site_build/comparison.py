"""One question put to every paper: the rules that answer it, side by side, read from the papers' records."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from markupsafe import Markup

from calculators.engine.errors import RecordError
from calculators.engine.papers import Paper, load_paper
from calculators.engine.records import read_toml
from calculators.engine.schemas import Body, Checklist, Process, Rule
from site_build.citations import CITE
from site_build.page import Page
from site_build.templating import render

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "compare"
# The papers in the order of their columns: the local ones, then the national ones.
PAPERS = ("hertfordshire", "county-durham-darlington", "brent", "health-reform-2006", "co-commissioning-2014")
NO_ANSWER = {"silent": "Silent", "not yet": "Not yet restated here"}
type Answer = Rule | Body | Process | Checklist


@dataclass(frozen=True, slots=True)
class Aspect:
    """One side of a question, and for each paper the names of the records that answer it, or why there is none."""

    title: str
    answers: dict[str, tuple[str, ...] | str]


@dataclass(frozen=True, slots=True)
class Question:
    """What a reader asks of all five papers. `difference` says in our words where they part."""

    id: str
    title: str
    difference: str
    aspects: tuple[Aspect, ...]


@cache
def read_question(id: str) -> Question:
    """The question in docs/compare/`id`.toml; `RecordError` where a paper has neither an answer nor a reason."""
    file = FOLDER / f"{id}.toml"
    table = read_toml(file)
    aspects = []
    for row in table.get("aspect", ()):
        if set(row) != {"title", *PAPERS}:
            raise RecordError(file, row.get("title", "an aspect"), "must name its title and each paper once")
        answers = {paper: _answers(file, row["title"], row[paper]) for paper in PAPERS}
        aspects.append(Aspect(row["title"], answers))
    if not aspects or not table.get("title") or not table.get("difference"):
        raise RecordError(file, id, "lacks a title, a difference or an aspect")
    return Question(id, table["title"], table["difference"], tuple(aspects))


def find(paper: Paper, name: str) -> Answer:
    """The record that a question names: a rule by its id, the others as `body:id`, `process:id`, `checklist:id`."""
    kind, _, id = name.rpartition(":")
    if not kind:
        return paper.rule(id)
    if kind == "body":
        return paper.body(id)
    if kind == "process" and id in paper.processes:
        return paper.processes[id]
    if kind == "checklist" and id in paper.checklists:
        return paper.checklists[id]
    raise RecordError(paper.folder, name, "is not a record of this paper")


def comparison(page: Page, id: str) -> str:
    """The question's table: an aspect a row, a paper a column, each cell cited; papers can be picked."""
    question = read_question(id)
    papers = [load_paper(name) for name in PAPERS]
    rows = [
        (aspect.title, [(paper, _cell(page, paper, aspect.answers[paper.id])) for paper in papers])
        for aspect in question.aspects
    ]
    return render("comparison.html", question=question, papers=papers, rows=rows)


def _answers(file: Path, title: str, given: object) -> tuple[str, ...] | str:
    if isinstance(given, str) and given in NO_ANSWER:
        return given
    if isinstance(given, list) and given and all(isinstance(name, str) for name in given):
        return tuple(given)
    raise RecordError(file, title, f"has an answer that is neither a list of records nor {sorted(NO_ANSWER)}")


def _cell(page: Page, paper: Paper, answers: tuple[str, ...] | str) -> Markup:
    if isinstance(answers, str):
        return Markup('<p class="compare__none">{}</p>').format(NO_ANSWER[answers])
    records = [find(paper, name) for name in answers]
    return Markup("").join(_entry(page, paper, record) for record in records)


def _entry(page: Page, paper: Paper, record: Answer) -> Markup:
    labels = dict.fromkeys((record.paragraph, *record.also))
    cited = [CITE.format(href=page.link(paper.url(label)), text=label) for label in labels]
    lead, parts, note = _words(record)
    return render("comparison_entry.html", lead=lead, parts=parts, note=note, cited=cited)


def _words(record: Answer) -> tuple[str, list[str], str]:
    """What the record says: its sentence, its parts where it is a list, and the condition it stands under."""
    match record:
        case Rule():
            unsaid = isinstance(record.value, tuple) and "{value}" not in record.statement
            return (
                record.sentence,
                [record.show(n) for n in _places(record)] if unsaid else [],
                record.conditions,
            )
        case Body():
            seats = [f"Members: {record.membership}"] if record.membership else []
            seats += [f"Chair: {record.chair}"] if record.chair else []
            return f"{record.name}. {record.remit}".strip(), seats, record.note
        case Process():
            return f"{record.title}.", [step.action for step in record.step], ""
        case Checklist():
            return f"{record.title}.", [item.text for item in record.item], ""


def _places(record: Rule) -> range:
    return range(1, len(record.value) + 1)
