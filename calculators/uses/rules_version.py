"""The version of the rules: it changes with the rules that a calculator reads and with its code, and with no word."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from calculators.engine.registry import carried, folder, get
from calculators.records.papers import Paper, load_paper
from calculators.records.schemas.marks import deciding, named
from calculators.records.tables import tables
from calculators.uses.meaning import Source, read_source

CORE = Path(__file__).resolve().parents[1]
SHARED = ("values", "records/citations.py", "records/schemas/rules.py", "engine/working.py")
"""The arithmetic that every calculation rests on."""


@cache
def rules_version(calculator: str) -> str:
    """Ten hexadecimal digits that two answers share where nothing that decides them has changed between."""
    # The browser's wheel holds no source to tell it from.
    if told := carried().get(calculator):
        return told["version"]
    return version(folder(calculator), map(load_paper, get(calculator).documents))


def version(home: Path, papers: Iterable[Paper], core: Path = CORE) -> str:
    """The version of a calculator in the folder `home` on these papers; `FileNotFoundError` without its sources."""
    own, shared = _sources(home), [s for name in SHARED for s in _sources(core / name)]
    held = {
        "code": [source.meaning for source in (*own, *shared)],
        "records": {paper.id: dict(read_by(own, paper)) for paper in papers},
    }
    return hashlib.sha256(json.dumps(held, sort_keys=True).encode()).hexdigest()[:10]


def read_by(sources: Iterable[Source], paper: Paper) -> Iterator[tuple[str, dict[str, object]]]:
    """What decides of each of the paper's records that the sources read: by place, and without its words.

    A rule is read where a text is its id, or where a record names it that is read itself; other records where
    an attribute has the name of their table.
    """
    texts = {text for source in sources for text in source.texts}
    attributes = {name for source in sources for name in source.attributes}
    read = {
        (table.attribute, id): record
        for table in tables(Paper)
        for id, record in getattr(paper, table.attribute).items()
        if (id in texts if table.attribute == "rules" else table.attribute in attributes)
    }
    rules = {id for record in read.values() for table, id in named(record) if table == "rules"}
    read |= {("rules", id): paper.rule(id) for id in rules}
    return ((f"{table}/{id}", deciding(record)) for (table, id), record in read.items())


def _sources(place: Path) -> list[Source]:
    files = [place] if place.suffix else sorted(place.rglob("*.py"))
    if not files:
        raise FileNotFoundError(f"{place} holds no sources, so that the version of the rules cannot be told")
    return [read_source(file.read_text(encoding="utf-8")) for file in files]
