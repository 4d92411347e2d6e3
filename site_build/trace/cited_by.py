"""From a paragraph to every record that cites it: what the record is, its words, and where it is shown."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from calculators.records.papers import Paper, load_paper
from calculators.records.places import filled
from calculators.records.reading import read_toml
from calculators.records.schemas import slug
from site_build.pictures.lines.lines import lines_of, sentence
from site_build.writing.site import FRAMEWORKS

# A macro's name, and what it is called with.
CALL = re.compile(r'\b(\w+)\( *"([^"]+)"')
# A paper's own tables: file, key of its records, what one is called, and the field that says it in words.
TABLES = (
    ("criteria.toml", "objective", "Objective", "title"),
    ("criteria.toml", "criterion", "Criterion", "text"),
    ("commitment.toml", "commitment", "Support at a level", "level"),
    ("models.toml", "aspect", "Line of the models’ table", "title"),
    ("models.toml", "member", "Member", "name"),
)


@dataclass(frozen=True, slots=True)
class Held:
    """A record that cites a paragraph. `target` is where it is shown, below the site's root, or empty."""

    kind: str
    words: str
    target: str = ""


@cache
def records_by_paragraph(paper_id: str) -> Mapping[str, tuple[Held, ...]]:
    """Every record of the paper by the label it cites, rules first, none twice under a label."""
    paper = load_paper(paper_id)
    found: dict[str, dict[Held, None]] = defaultdict(dict)
    for labels, held in (*_cited(paper), *_tables(paper), *_lines(paper)):
        for label in labels:
            found[label][held] = None
    return {label: tuple(held) for label, held in found.items()}


def shown_on(paper: Paper, macro: str, id: str) -> str:
    """The page of the paper that calls a macro for a record: its address, or nothing where none does."""
    return _calls(paper.id).get((macro, id), "")


@cache
def _calls(paper_id: str) -> Mapping[tuple[str, str], str]:
    """The first page that calls a macro with a name, for every macro and name of the paper's pages."""
    found: dict[tuple[str, str], str] = {}
    for file in sorted((FRAMEWORKS / paper_id).glob("*.md")):
        url = f"frameworks/{paper_id}/{'' if file.stem == 'index' else f'{file.stem}/'}"
        for macro, id in CALL.findall(file.read_text(encoding="utf-8")):
            found.setdefault((macro, id), url)
    return found


def _cited(paper: Paper) -> Iterator[tuple[tuple[str, ...], Held]]:
    base = f"frameworks/{paper.id}/"
    for rule in paper.rules.values():
        yield (rule.paragraph, *rule.also), Held("Rule", rule.sentence)
    for body in paper.bodies.values():
        yield (body.paragraph, *body.also), Held("Body", body.name, f"{base}accountability/#body-{body.id}")
    for process in paper.processes.values():
        page = shown_on(paper, "process", process.id)
        target = f"{page}#process-{process.id}" if page else ""
        steps = (label for step in process.step for label in (step.paragraph, *step.also))
        yield (process.paragraph, *process.also, *steps), Held("Process", process.title, target)
    for listed in paper.checklists.values():
        target = shown_on(paper, "checklist", listed.id)
        items = (item.paragraph for item in listed.item)
        yield (listed.paragraph, *listed.also, *items), Held("Checklist", listed.title, target)
    for question in paper.ambiguities.values():
        target = f"{base}open-questions/#{slug(question.id)}"
        yield (question.paragraph, *question.also), Held("Open question", question.title, target)
    for term in paper.terms.values():
        yield (term.paragraph, *term.also), Held("Word", term.term, f"glossary/#term-{term.id}")


def _lines(paper: Paper) -> Iterator[tuple[tuple[str, ...], Held]]:
    if not (FRAMEWORKS / paper.id / "accountability.toml").is_file():
        return
    target = f"frameworks/{paper.id}/accountability/"
    for line in lines_of(paper):
        yield (line.paragraph, *line.also), Held("Line", sentence(paper, line), target)


def _tables(paper: Paper) -> Iterator[tuple[tuple[str, ...], Held]]:
    """What stands in tables that only this paper has."""
    for name, key, kind, field in TABLES:
        file = paper.folder / name
        if not file.is_file():
            continue
        for raw in read_toml(file).get(key, ()):
            table = filled(file, paper.rules, raw)
            words, label = str(table[field]), str(table.get("paragraph", ""))
            target = f"frameworks/{paper.id}/levels/#criterion-{table['id']}" if key == "criterion" else ""
            labels = tuple(filter(None, (label, *table.get("also", ()))))
            yield labels, Held(kind, words, target)
