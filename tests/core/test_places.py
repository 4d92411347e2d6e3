"""A record's words read a rule's value, and fail with file, record and reason where there is none."""

from pathlib import Path

import pytest

from calculators.records.errors import RecordError
from calculators.records.papers import read_paper
from calculators.records.places import filled
from calculators.records.schemas.rules import Rule, Unit


def rule(id: str, value: str | tuple[str, ...], unit: Unit) -> Rule:
    return Rule(id=id, value=value, unit=unit, paragraph="1", statement="S.")


FILE = Path("papers/sample/processes.toml")
RULES = {
    r.id: r
    for r in (
        rule("limit", "8", "weeks"),
        rule("share", "70", "percent"),
        rule("start", "2007-04", "date"),
        rule("bodies", ("the group", "the committee"), "list"),
    )
}


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("within {limit} weeks", "within 8 weeks"),
        ("within {limit words} weeks", "within eight weeks"),
        ("{share} from {start}", "70% from April 2007"),
        ("{bodies}", "the group and the committee"),
        ("first {bodies 1}, then {bodies 2}", "first the group, then the committee"),
        ("a score of {score} or more", "a score of 850 or more"),
        ("no place at all", "no place at all"),
    ],
)
def test_a_place_stands_for_a_rule_or_a_field_of_the_record(words: str, shown: str) -> None:
    table = {"id": "a", "score": "850", "text": words, "list": [words], "step": [{"n": "1", "action": "x"}]}
    assert filled(FILE, RULES, table) == table | {"text": shown, "list": [shown]}


def test_a_step_is_filled_as_well_as_its_process() -> None:
    table = {"id": "a", "step": [{"n": "1", "deadline": "{limit} weeks"}]}
    assert filled(FILE, RULES, table) == {"id": "a", "step": [{"n": "1", "deadline": "8 weeks"}]}


def test_what_is_no_text_is_left_for_the_reader_of_records_to_refuse() -> None:
    assert filled(FILE, RULES, {"id": "a", "value": 1, "step": [2]}) == {"id": "a", "value": 1, "step": [2]}


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("{nope}", "names the unknown rule 'nope'"),
        ("{}", "names the unknown rule ''"),
        ("{bodies 3}", "asks for '3' of the rule 'bodies'"),
        ("{bodies 0}", "asks for '0' of the rule 'bodies'"),
        ("{limit 1}", "asks for '1' of the rule 'limit'"),
        ("{limit loudly}", "asks for 'loudly' of the rule 'limit'"),
    ],
)
def test_a_place_that_names_nothing_is_refused(words: str, reason: str) -> None:
    for table in ({"id": "a", "text": words}, {"id": "a", "step": [{"n": "1", "action": words}]}):
        with pytest.raises(RecordError, match=f"papers/sample/processes.toml: a: {reason}"):
            filled(FILE, RULES, table)


def test_a_paper_fills_its_processes_and_leaves_its_statements_to_the_rule(tmp_path: Path) -> None:
    files = {
        "paper.toml": 'id="s"\ntitle="T"\nshort="S"\npublisher="P"\ndate="D"\nstatus="historic"\n',
        "paragraphs.toml": '[[paragraph]]\nlabel="1"\npage="summary"\n',
        "rules.toml": '[[rule]]\nid="limit"\nvalue="8"\nunit="percent"\nparagraph="1"\nstatement="{value}."\n',
        "processes.toml": '[[process]]\nid="p"\ntitle="P"\nparagraph="1"\n'
        '[[process.step]]\nn="1"\naction="A"\nparagraph="1"\ndeadline="up to {limit}"\n',
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    paper = read_paper(tmp_path)
    assert paper.processes["p"].step[0].deadline == "up to 8%"
    assert paper.rule("limit").sentence == "8%."
