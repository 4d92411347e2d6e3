"""The generator names no paper and no calculator: what it knows of one it reads from records and pages."""

import re
from pathlib import Path

import pytest

from calculators.engine.registry import ids
from calculators.records.papers import paper_ids
from tests.support.pages import ROOT
from tests.support.sources import files, name_of

CODE = (".py", ".mjs", ".jinja", ".html", ".toml", ".txt", ".md", ".js", ".css")
PLACES = ("site_build", "overrides", "docs/assets")
NAMES = sorted({name for id in (*paper_ids(), *ids()) for name in (id, id.replace("-", "_"))})


def generator() -> list[Path]:
    """Every module, template, style sheet and script of the generator."""
    return [ROOT / "macros.py", *(path for place in PLACES for path in files(place, *CODE))]


def test_there_is_a_generator_to_look_at_and_there_are_names_to_look_for() -> None:
    assert len(generator()) > len(PLACES)
    assert NAMES


@pytest.mark.parametrize("path", generator(), ids=name_of)
def test_the_generator_names_no_paper_and_no_calculator(path: Path) -> None:
    named = re.findall(rf"(?<![\w-])(?:{'|'.join(NAMES)})(?![\w-])", path.read_text(encoding="utf-8"), re.I)
    assert named == []
