"""From a paragraph to every record that cites it: what the record is, its words, and where it is shown."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from calculators.records.papers import Paper, load_paper
from calculators.records.schemas import slug
from site_build.pictures.lines.lines import sentence
from site_build.writing.site import FRAMEWORKS

# A macro's name, and what it is called with: a name, or nothing.
CALL = re.compile(r'\b(\w+)\( *(?:"([^"]+)"|\))')


@dataclass(frozen=True, slots=True)
class Backlink:
    """A record that cites a paragraph. `target` is where it is shown, below the site's root, or empty."""

    kind: str
    words: str
    target: str = ""


@cache
def records_by_paragraph(paper_id: str) -> Mapping[str, tuple[Backlink, ...]]:
    """Every record of the paper by the label it cites, rules first, none twice under a label."""
    paper = load_paper(paper_id)
    found: dict[str, dict[Backlink, None]] = defaultdict(dict)
    for held in paper.all_records:
        if held.kind in SHOWN:
            kind, show = SHOWN[held.kind]
            backlink = Backlink(kind, *show(paper, held.record))
            for label in held.paragraphs:
                found[label][backlink] = None
    return {label: tuple(backlinks) for label, backlinks in found.items()}


def shown_on(paper: Paper, macro: str, id: str = "") -> str:
    """The page of the paper that calls a macro, for a record or for all: its address, or nothing where none does."""
    return _calls(paper.id).get((macro, id), "")


@cache
def _calls(paper_id: str) -> Mapping[tuple[str, str], str]:
    """The first page that calls a macro with a name or with none, for every macro and name of the paper's pages."""
    found: dict[tuple[str, str], str] = {}
    for file in sorted((FRAMEWORKS / paper_id).glob("*.md")):
        url = f"frameworks/{paper_id}/{'' if file.stem == 'index' else f'{file.stem}/'}"
        for macro, id in CALL.findall(file.read_text(encoding="utf-8")):
            found.setdefault((macro, id), url)
    return found


def _criterion(paper: Paper, criterion: Any) -> tuple[str, str]:
    page = shown_on(paper, "criteria_table")
    return criterion.text, f"{page}#criterion-{criterion.id}" if page else ""


def _process(paper: Paper, process: Any) -> tuple[str, str]:
    page = shown_on(paper, "process", process.id)
    return process.title, f"{page}#process-{process.id}" if page else ""


# By kind of record: what one is called, and its words with the place where it is shown. The models of a paper,
# its questions and what no model allows are the material of a calculator, whose uses are told apart.
SHOWN: Mapping[str, tuple[str, Callable[[Paper, Any], tuple[str, str]]]] = {
    "rule": ("Rule", lambda paper, rule: (rule.sentence, "")),
    "body": (
        "Body",
        lambda paper, body: (body.name, f"frameworks/{paper.id}/accountability/#body-{body.id}"),
    ),
    "process": ("Process", _process),
    "checklist": ("Checklist", lambda paper, listed: (listed.title, shown_on(paper, "checklist", listed.id))),
    "ambiguity": (
        "Open question",
        lambda paper, found: (found.title, f"frameworks/{paper.id}/open-questions/#{slug(found.id)}"),
    ),
    "term": ("Word", lambda paper, term: (term.term, f"glossary/#term-{term.id}")),
    "objective": ("Objective", lambda paper, objective: (objective.title, "")),
    "criterion": ("Criterion", _criterion),
    "commitment": ("Support at a level", lambda paper, commitment: (commitment.level, "")),
    "aspect": ("Line of the models’ table", lambda paper, aspect: (aspect.title, "")),
    "member": ("Member", lambda paper, member: (member.name, "")),
    "line": ("Line", lambda paper, line: (sentence(paper, line), f"frameworks/{paper.id}/accountability/")),
}
