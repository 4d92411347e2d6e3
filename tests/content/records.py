"""What a paper's folder holds beside the records that the core loads: read plainly, for the checks of content."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from calculators.records.papers import Paper, load_paper
from calculators.records.schemas import Line
from site_build.pictures.lines.lines import lines_of

type Table = dict[str, Any]

DIGITS = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


@cache
def tables(paper_id: str, file: str, key: str) -> tuple[Table, ...]:
    """The `[[key]]` tables of one of the paper's own files; none where it has no such file."""
    path = load_paper(paper_id).folder / file
    return tuple(tomllib.loads(path.read_text(encoding="utf-8")).get(key, ())) if path.is_file() else ()


def criteria(paper_id: str) -> tuple[Table, ...]:
    """The criteria of the paper's levels."""
    return tables(paper_id, "criteria.toml", "criterion")


def objectives(paper_id: str) -> tuple[Table, ...]:
    """The objectives that the criteria belong to."""
    return tables(paper_id, "criteria.toml", "objective")


def commitments(paper_id: str) -> tuple[Table, ...]:
    """What is committed at each level."""
    return tables(paper_id, "commitment.toml", "commitment")


def lines(paper: Paper) -> tuple[Line, ...]:
    """The lines of accountability; none where the paper's pages have none yet."""
    file = Path(__file__).parents[2] / "docs" / "frameworks" / paper.id / "accountability.toml"
    return lines_of(paper, file) if file.is_file() else ()


def citations(paper: Paper) -> Iterator[tuple[str, str]]:
    """Name and cited paragraph of every record of the paper, in whatever file it stands."""
    for file, name, labels in paper.all_records:
        yield from ((f"{file}, {name}", label) for label in labels)
    for line in lines(paper):
        yield from ((f"accountability.toml, {line.id}", label) for label in (line.paragraph, *line.also))
    for table in (*objectives(paper.id), *criteria(paper.id), *commitments(paper.id)):
        name = str(table.get("id") or f"level {table['level']}")
        yield from ((name, label) for label in (table["paragraph"], *table.get("also", ())))


def values(value: str | tuple[str, ...]) -> tuple[str, ...]:
    """A rule's value or values, always as several."""
    return (value,) if isinstance(value, str) else value


def numbers(text: str) -> set[str]:
    """The numbers in a text, without the commas that group thousands."""
    return {found.replace(",", "") for found in DIGITS.findall(text)}
