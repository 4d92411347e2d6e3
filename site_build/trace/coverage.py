"""How much of each paper the site holds: counted from the records, with what is left out and why."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from calculators.records.papers import Paper, load_paper, paper_ids
from calculators.records.reading import read_records
from site_build.trace.cited_by import records_by_paragraph
from site_build.writing.page import Page
from site_build.writing.site import DOCS
from site_build.writing.templating import render

FILE = DOCS / "find" / "sections.toml"
# A word of the field says where a paragraph uses it; that alone does not record what the paragraph says.
NOT_ENOUGH = ("Word",)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A section of a paper that no page restates, and why. `to_come` where it will be."""

    paper: str
    ref: str
    title: str
    reason: str
    to_come: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """What the site holds of a paper."""

    paper: Paper
    recorded: int
    unused: int
    left_out: tuple[LeftOut, ...]


def left_out(paper_id: str, file: Path = FILE) -> tuple[LeftOut, ...]:
    """The sections of the paper that no page restates."""
    return tuple(s for s in read_records(file, "section", LeftOut, required=False) if s.paper == paper_id)


def bare(paper: Paper) -> list[str]:
    """Paragraphs with neither a record nor a reason: there should be none."""
    return [p.label for p in paper.paragraphs.values() if not p.unused and not _recorded(paper, p.label)]


def coverage(page: Page) -> str:
    """A table of the papers, then what is left out, then the paragraphs that no record uses."""
    counts = [_count(load_paper(id)) for id in paper_ids()]
    return render("trace/coverage.html.jinja", page=page, counts=counts)


def _count(paper: Paper) -> Count:
    recorded = sum(_recorded(paper, label) for label in paper.paragraphs)
    unused = sum(bool(p.unused) for p in paper.paragraphs.values())
    return Count(paper, recorded, unused, left_out(paper.id))


def _recorded(paper: Paper, label: str) -> bool:
    held = records_by_paragraph(paper.id).get(label, ())
    return any(one.kind not in NOT_ENOUGH for one in held)
