"""The papers' own sections, from the reading aid made of them, and whether the site has a place for each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from calculators.records.papers import Paper
from calculators.records.schemas import slug
from tests.support.shared import INVENTORY

PAPERS = {
    "durham": "county-durham-darlington",
    "brent": "brent",
    "herts": "hertfordshire",
    "nhse": "co-commissioning-2014",
}
# Headings that the paper prints, and the paragraph labels that stand below them, where the words differ.
BELOW = {
    "Management and support resource to be discussed and agreed": "2.1.2 Management and support resource",
    "Management resource used to best effect": "2.1.2 Management resource",
    "Ownership by practice based commissioners": "2.1.2 Ownership",
    "PBC governance committee": "2.2.2 PBC governance committee",
    "PBC commissioning plans": "2.2.2 PBC commissioning plans",
    "PBC business cases": "2.2.2 PBC business cases",
    "Levels of Practice Based Commissioning": "Levels",
    "Introduction and gateway rule": "Levels, para 1",
    "PCT commitment row": "Levels table, PCT commitment",
    "Footnote * and review line": "Levels table, footnote",
    "Budget principles": "Appendix 1, budget principles",
    "Calculation basis": "Appendix 1, calculation basis",
    "Fair share": "Appendix 1, fair share",
    "FURs (freed-up resources and risk)": "Appendix 1, freed-up resources",
    "Procurement": "Appendix 1, procurement",
    "Tariff": "Appendix 1, tariff",
    "PCT support": "Appendix 1, PCT support",
    "Information": "Appendix 1, information",
    "Indicators": "Appendix 1, indicators",
    "Future DH guidance expected": "Appendix 1, future guidance",
    "Agreement to service, 2A to 2F": "Appendix 2, step 2A",
    "Notes * and **": "Appendix 2, first note",
    "Front page: title, author, purpose, actions, four recommendations": "Front page",
    "3 heading A": "3.1",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """A section: as the paper numbers it, its title, and the beginnings of labels, each of which must be there."""

    ref: str
    title: str
    begins: tuple[str, ...]


@cache
def sections(paper_id: str) -> tuple[Part, ...]:
    """Every section of the paper in order."""
    if paper_id == "health-reform-2006":
        return tuple(_by_range(_read("health-reform-2006.yml")["structure"]))
    for tree in _read("county-durham-darlington-and-brent.yml")["structure"]:
        if PAPERS[tree["source"]] == paper_id:
            return tuple(_part(str(node["ref"]), node["title"]) for node in tree["tree"])
    for name, tree in _read("hertfordshire-and-co-commissioning.yml")["structure"].items():
        if PAPERS[name] == paper_id:
            return tuple(_nested(tree["sections"], ""))
    raise LookupError(f"the reading aid has no sections of {paper_id}")


def missing(paper: Paper, part: Part) -> list[str]:
    """The beginnings that no label of the paper has."""
    labels = [slug(label) for label in paper.paragraphs]
    found = [label for label in labels if label]
    return [
        start
        for start in part.begins
        if not any(label == slug(start) or label.startswith(f"{slug(start)}-") for label in found)
    ]


@cache
def _read(name: str) -> dict[str, Any]:
    text = (INVENTORY / name).read_text(encoding="utf-8")
    read: dict[str, Any] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return read


def _part(ref: str, title: str) -> Part:
    return Part(ref, title, (BELOW.get(ref) or BELOW.get(title) or ref,))


def _nested(nodes: list[dict[str, Any]], above: str) -> Iterator[Part]:
    """Numbered and headed sections, outer before inner; a numbered row or step is named with what it is in."""
    for node in nodes:
        ref, title = str(node["num"] or ""), str(node["title"])
        numbered = node.get("paras_numbered")
        if numbered:
            begins = tuple(f"para {n}" for n in range(numbered[0], numbered[1] + 1))
        elif re.match(r"row|objective|Step", ref) and title not in BELOW:
            begins = (f"{above} {ref}",)
        else:
            begins = (BELOW.get(title) or ref or title,)
        yield Part(ref or title, title, begins)
        within = "Levels table" if title.startswith("Levels of") else ref
        yield from _nested(node.get("sections", []), within)


def _by_range(nodes: list[dict[str, Any]]) -> Iterator[Part]:
    """Sections of numbered paragraphs, each of which must be there; a box by the paragraph it stands with."""
    for node in nodes:
        ref, title, span = str(node["ref"]), str(node["title"]), str(node["range"])
        if found := re.fullmatch(r"(?:([A-E])\.|(\d)\.)(\d+)(?:-[A-E\d]\.(\d+))?", span):
            letter = found[1] or found[2]
            numbers = range(int(found[3]), int(found[4] or found[3]) + 1)
            yield Part(span, title, tuple(f"{letter}.{n}" for n in numbers))
        elif title.startswith("Box"):
            yield Part(ref, title, (_box(span, title),))
        elif title == "Glossary":
            continue  # Its words are records of their own; the glossary shows them.
        else:
            yield Part(ref, title, (ref,))
        yield from _by_range(node.get("children", []))


def _box(span: str, title: str) -> str:
    """The label that a box goes by: its paragraph's number, and its place where there are two."""
    number, place = span.split()[-1], title.removeprefix("Box: ")
    return f"{number}, {place} box" if number == "2.58" else f"{number}, box"
