"""How what a paper says stands: in force by the paper, proposed, or in force by another document."""

import json
from pathlib import Path

import pytest

from calculators.engine.run import run
from calculators.records.citations import Citation, rule
from calculators.records.errors import RecordError
from calculators.records.papers import load_paper, read_paper
from calculators.uses.outline import outline

REFORM, COMMISSIONING = "health-reform-2006", "co-commissioning-2014"
PARAGRAPHS = "".join(f'[[paragraph]]\nlabel="{n}"\npage="summary"\n' for n in (1, 2, 3, 4))
RULES = "".join(
    f'[[rule]]\nid="r{n}"\nvalue="8"\nunit="weeks"\nparagraph="{n}"\nstatement="{{value}} weeks."\n'
    for n in (1, 2, 3)
)
PART = '[[part]]\nfirst="{}"\nlast="{}"\nstanding="{}"\n'


def paper(folder: Path, parts: str, rules: str = RULES) -> Path:
    about = 'id="sample"\ntitle="T"\nshort="S"\npublisher="P"\ndate="2006"\nstatus="historic"\n'
    (folder / "paper.toml").write_text(about, encoding="utf-8")
    (folder / "paragraphs.toml").write_text(PARAGRAPHS + parts, encoding="utf-8")
    (folder / "rules.toml").write_text(rules, encoding="utf-8")
    return folder


def test_a_paragraph_is_in_force_unless_a_part_says_otherwise_and_a_later_part_overrules(
    tmp_path: Path,
) -> None:
    other = PART.format("3", "3", "in force by another document")
    read = read_paper(paper(tmp_path, PART.format("2", "4", "proposed") + other))
    assert [read.standing(label) for label in read.paragraphs] == [
        "in force",
        "proposed",
        "in force by another document",
        "proposed",
    ]
    assert not read.proposes


def test_a_paper_proposes_where_a_part_says_so_from_end_to_end_whatever_facts_it_tells(
    tmp_path: Path,
) -> None:
    facts = PART.format("3", "3", "in force")
    read = read_paper(paper(tmp_path, PART.format("1", "4", "proposed") + facts))
    assert read.proposes
    assert [read.standing(label) for label in ("2", "3", "4")] == ["proposed", "in force", "proposed"]
    assert not read_paper(paper(tmp_path, PART.format("1", "4", "in force"))).proposes
    assert not read_paper(paper(tmp_path, PART.format("1", "3", "proposed"))).proposes


@pytest.mark.parametrize(
    ("first", "last", "words"), [("4", "2", "begins after its end, 2"), ("2", "9", "is not there")]
)
def test_a_part_without_its_ends_is_refused(tmp_path: Path, first: str, last: str, words: str) -> None:
    with pytest.raises(RecordError, match=words):
        read_paper(paper(tmp_path, PART.format(first, last, "proposed")))


def test_a_citation_says_what_was_only_proposed() -> None:
    assert Citation(REFORM, "2.6").short == "Health reform 2006, 2.6"
    assert Citation(REFORM, "D.24").short == "Health reform 2006, D.24, proposed"
    assert rule(REFORM, "fur-70-percent").standing == "proposed"
    assert rule("brent", "brent-principles-first").standing == "in force"
    assert rule("hertfordshire", "fur-minimum-share").standing == "in force by another document"


def test_facts_in_a_paper_that_proposes_are_no_proposals() -> None:
    assert load_paper(COMMISSIONING).proposes
    assert not load_paper(REFORM).proposes
    assert [Citation(COMMISSIONING, label).mark for label in ("para 1", "para 9", "Annex A")] == [
        "",
        "proposed",
        "",
    ]


def test_a_result_that_rests_on_a_proposal_says_so_below_its_headline() -> None:
    case = {"document": REFORM, "freed_up": "100000"}
    told = outline(run("freed-up-resources", case), case)["rests_on"]
    assert told == "What this rests on was proposed, and not yet in force: Health reform 2006, D.24 and D.25."
    case = {"document": "hertfordshire", "freed_up": "100000"}
    told = str(outline(run("freed-up-resources", case), case)["rests_on"])
    assert told.startswith("A part of what this rests on was proposed, and not yet in force: Hertfordshire")
    case = {"document": "county-durham-darlington", "freed_up": "100000"}
    assert outline(run("freed-up-resources", case), case)["rests_on"] == ""
    assert {used.standing for used in run("freed-up-resources", case).rules} == {"in force"}
    told_rules = json.dumps(run("freed-up-resources", case).to_json()["rules"])
    assert all(key in told_rules for key in ('"force"', '"verb"', '"standing"'))
