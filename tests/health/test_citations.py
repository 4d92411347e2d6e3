"""Every rule says where it comes from, and that place is on the site; every number shown names its record."""

import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from calculators.records.papers import load_paper, paper_ids
from tests.support.pages import ROOT, file_of, page_paths

ORIGINALITY = ROOT.parent / "shared" / "tools" / "originality"


@cache
def soup_of(file: Path) -> BeautifulSoup:
    """The parsed page."""
    return BeautifulSoup(file.read_text(encoding="utf-8"), "lxml")


def test_there_are_papers() -> None:
    assert "hertfordshire" in paper_ids()


@pytest.mark.parametrize("paper_id", paper_ids())
def test_every_rule_has_value_unit_statement_and_paragraph(paper_id: str) -> None:
    rules = load_paper(paper_id).rules.values()
    assert rules
    assert [r.id for r in rules if not (r.value and r.unit and r.statement and r.paragraph)] == []


@pytest.mark.parametrize("paper_id", paper_ids())
def test_the_paragraph_behind_every_record_is_on_the_site(site: Path, paper_id: str) -> None:
    paper = load_paper(paper_id)
    missing = []
    for file, name, labels in paper.all_records:
        for label in labels:
            address, _, anchor = paper.url(label).partition("#")
            page = site / file_of(address)
            if not page.is_file() or not soup_of(page).find(id=anchor):
                missing.append(f"{file}, {name}: {label} → {address}#{anchor}")
    assert missing == []


@pytest.mark.parametrize("path", page_paths())
def test_every_number_shown_from_a_record_names_a_rule_that_exists(site: Path, path: str) -> None:
    for tag in soup_of(site / file_of(path)).select("data.rule"):
        paper_id, _, rule_id = str(tag["data-rule"]).partition("/")
        assert load_paper(paper_id).rule(rule_id).id == rule_id
        assert tag["value"]


@pytest.mark.skipif(not ORIGINALITY.is_file(), reason="the tool that knows the papers' text is not here")
def test_no_sentence_is_copied_from_a_paper() -> None:
    command = [sys.executable, str(ORIGINALITY), "docs", "calculators"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
