"""A gateway result as a committee has it: its order, the gaps by name, what the group wrote, what is taken along."""

import csv
import io
import json
import re
from datetime import date
from typing import Any

import pytest

from calculators.engine.cases import load_cases
from calculators.engine.registry import get, ids
from calculators.engine.run import run
from calculators.uses import gaps
from calculators.uses.calendar import calendar
from calculators.uses.compare import compare, render_comparison
from calculators.uses.door import perform
from calculators.uses.notes import MOST, read_notes
from calculators.uses.outline import laid_out, outline
from calculators.uses.rendering import render_result
from tests.support.every import every

CASES = {case.name: case.input for case in load_cases("gateway")}
SHEET = CASES["Eight practices paste their figures from a spreadsheet"]
READY = CASES["Fifteen practices meet two level 2 criteria in every objective and have a plan for the rest"]
OPEN = {"applying_for": "2", "practices": "15", "o1_l1_b": "no", "plan_o1_l1_b": "yes"}
NOTES: dict[str, Any] = {
    "group": "North Vale",
    "date": "6 August 2009",
    "beside": {"o2-l2-a": {"evidence": "QOF, quarter 2", "owner": "Dr Patel", "date": "1 Oct 2009"}},
}
GATEWAY = get("gateway")
STAMP = "20261127T133400Z"


def saved(case: dict[str, str], notes: object = None, calculator: str = "gateway") -> Any:
    payload = {"case": case, "notes": json.dumps(notes), "stamp": STAMP}
    return json.loads(perform("saved", calculator, json.dumps(payload), ""))


def names(case: dict[str, str], calculator: str = "gateway") -> list[str]:
    return [section.name for section in laid_out(run(calculator, case), case).sections]


@pytest.mark.parametrize("calculator", ids())
def test_the_order_is_answer_gaps_ways_to_take_it_along_and_then_the_working(calculator: str) -> None:
    order = ["missing", "take", "left-out", "pictures", "next", "terms", "working", "notes", "answers"]
    for case in every(c for c in load_cases(calculator) if "errors" not in c.expect):
        found = [name for name in names(dict(case.input), calculator) if name in order]
        assert found == [name for name in order if name in found]
        assert "take" in found


def test_up_to_seven_gaps_stand_at_the_top_by_name_with_all_there_is_to_say() -> None:
    html = render_result(run("gateway", READY), READY, "/")
    top = html[html.index('class="missing"') : html.index('class="take"')]
    assert "<details" not in top
    assert top.count('class="gap"') == 7
    assert (
        "Given 10 of 18, needed 11 of 18 practices in the area or more (60%), short by 1. Plan: yes." in top
    )


def test_practices_with_a_no_are_named_at_the_top() -> None:
    told = {check.id: gaps.facts(check) for check in run("gateway", SHEET).checks}
    assert told["o2-l2-a"] == (
        "Given 6 of 8, needed 7 of 8 practices or more (80%), short by 1. No: Rowan, Yew. Plan: yes."
    )
    assert told["o1-l2-b"] == "Plan: not answered."
    assert told["o5-l2-c"] == ""


def test_more_than_seven_are_counted_by_objective_with_the_names_one_tap_away_and_in_full_below() -> None:
    case = {name: text for name, text in READY.items() if not name.startswith("o")}
    html = render_result(run("gateway", case), case, "/")
    top, below = html.split('class="take"')
    assert top.count("<details") >= 6
    missing = [check for check in run("gateway", case).checks if not check.met]
    for check in every(missing):
        assert f'href="#result-{check.id}"' in top
        assert f'id="result-{check.id}" data-gap="{check.id}"' in below


def test_what_was_not_answered_is_said_first_where_it_decides() -> None:
    told = gaps.missing(GATEWAY, run("gateway", OPEN))
    assert told is not None
    assert told.told.startswith("32 of the 33 criteria not met were not answered.")
    assert [block.title for block in told.blocks] == ["Not answered", "Not met"]
    refused = gaps.missing(GATEWAY, run("gateway", OPEN | {"plan_o1_l1_b": "no"}))
    assert refused is not None
    assert [block.title for block in refused.blocks] == ["Not met", "Not answered"]


def test_word_has_a_table_for_each_objective_with_what_the_group_wrote() -> None:
    told = saved(SHEET, NOTES)["outline"]
    assert told["head"] == [["Group", "North Vale"], ["Date", "6 August 2009"]]
    section = next(s for s in told["sections"] if s["heading"] == "What is missing")
    part = next(p for p in section["parts"] if p["heading"].startswith("Objective 2"))
    header, *rows = part["rows"]
    assert header == [
        "Criterion",
        "You have",
        "Needed",
        "Which practices",
        "Plan",
        "Evidence, owner and date",
    ]
    (row,) = (r for r in rows if "900 or more" in r[0])
    assert row[3:] == [
        "No: Rowan, Yew.",
        "Yes",
        "Evidence: QOF, quarter 2. Owner: Dr Patel. By: 1 Oct 2009.",
    ]
    (signature,) = (s for s in told["sections"] if s["heading"] == "Signature")
    assert signature["lines"] == ["Signed for the group", "Name and role", "Date"]
    assert "Historic, not current policy" in signature["points"][0]
    (sheet,) = (s for s in told["sections"] if s.get("wide"))
    assert len(sheet["rows"]) == 9


def test_csv_has_every_criterion_in_one_row_and_as_a_list_by_objective_and_level() -> None:
    reply = saved(SHEET, NOTES)
    (row,) = csv.DictReader(io.StringIO(reply["table"]))
    assert row["outcome"] == "not-yet"
    (told,) = (
        text
        for name, text in row.items()
        if name.startswith("Condition of objective 2: Practices whose latest QOF score is 900")
    )
    assert told.startswith("Not met. Given 6 of 8")
    assert told.endswith("Owner: Dr Patel. By: 1 Oct 2009.")
    rows = list(csv.DictReader(io.StringIO(reply["list"])))
    assert len(rows) == len(run("gateway", SHEET).checks)
    (qof,) = (r for r in rows if r["Owner"])
    assert (qof["Level"], qof["State"], qof["Short by"]) == ("2", "Not met", "1")
    assert (qof["Practices with a no"], qof["Plan"], qof["By"]) == ("Rowan; Yew", "Yes", "1 Oct 2009")


def test_what_a_group_writes_never_changes_the_result() -> None:
    with_notes, without = (json.loads(saved(SHEET, notes)["data"]) for notes in (NOTES, None))
    assert with_notes.pop("notes_of_the_group") != without.pop("notes_of_the_group")
    assert with_notes == without


@pytest.mark.parametrize(
    "sent",
    ["", "[", "[]", "7", "null", '{"beside": [1]}', '{"group": 7, "beside": {"a": "x"}}', "[" * 100_000],
)
def test_notes_that_are_none_are_passed_over(sent: str) -> None:
    assert read_notes(sent) == read_notes("{}")


def test_notes_are_bounded_and_hold_nothing_that_a_document_cannot() -> None:
    beside = {
        f"c{n}": {"evidence": "x" * 5000, "owner": "a\x0bb\ud800\x00", "date": 7} for n in range(MOST + 50)
    }
    notes = read_notes(json.dumps({"group": "g" * 5000, "beside": beside}))
    assert len(notes.beside) == MOST
    assert len(notes.of("c0").evidence) == 1000
    assert (notes.of("c0").owner, notes.of("c0").date, len(notes.group)) == ("a b", "", 200)


def test_a_control_character_in_a_practices_name_reaches_no_document() -> None:
    case = SHEET | {"practice_data": SHEET["practice_data"].replace("Rowan", "Row\x0ban\x01\ufffe")}
    reply = saved(case)
    told = json.dumps(reply["outline"], ensure_ascii=False) + reply["list"]
    assert "Row an" in told
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe]", told)


def test_a_cell_that_a_spreadsheet_would_run_is_defused() -> None:
    notes = {"beside": {"o2-l2-a": {"evidence": "=1+1", "owner": "@x", "date": ""}}}
    (row,) = (r for r in csv.DictReader(io.StringIO(saved(SHEET, notes)["list"])) if r["Owner"])
    assert (row["Evidence"], row["Owner"]) == ("'=1+1", "'@x")


def test_the_calendar_holds_the_days_of_the_group_and_says_which_are_none() -> None:
    notes = read_notes(json.dumps(NOTES | {"beside": NOTES["beside"] | {"o1-l2-b": {"date": "soon"}}}))
    made = calendar(run("gateway", SHEET), SHEET, notes, STAMP)
    assert made.unread == ("soon",)
    lines = unfolded(made.text)
    assert lines.count("BEGIN:VEVENT") == 1
    assert "DTSTART;VALUE=DATE:20091001" in lines
    assert "DTEND;VALUE=DATE:20091002" in lines
    assert f"DTSTAMP:{STAMP}" in lines
    assert r"SUMMARY:Dr Patel: Practices whose latest QOF score is 900 or more (level 2\, 80%)" in lines


def unfolded(text: str) -> list[str]:
    assert all(len(line.encode()) <= 75 for line in every(text.split("\r\n")))
    assert "\n" not in text.replace("\r\n", "")
    return text.replace("\r\n ", "").split("\r\n")


def test_a_calendar_made_again_changes_its_events_and_adds_none() -> None:
    def uids(day: str, stamp: str) -> list[str]:
        notes = read_notes(json.dumps({"beside": {"o2-l2-a": {"date": day}}}))
        text = calendar(run("gateway", SHEET), SHEET, notes, stamp).text
        return [line for line in unfolded(text) if line.startswith("UID:")]

    assert uids("1 Oct 2009", STAMP) == uids("2 Nov 2009", "20270101T000000Z") != []


def test_a_calendar_carries_the_deadlines_of_any_calculator() -> None:
    found = 0
    for case in every(load_cases("freed-up-resources")):
        if "errors" in case.expect:
            continue
        result = run("freed-up-resources", case.input)
        days = {
            date.fromisoformat(text)
            for text in result.figures.values()
            if re.fullmatch(r"\d{4}-\d\d-\d\d", text)
        }
        text = calendar(result, case.input, read_notes(""), STAMP).text
        starts = set(re.findall(r"DTSTART;VALUE=DATE:(\d{8})", text))
        assert starts == {f"{day:%Y%m%d}" for day in days}
        found += len(days)
    assert found


def test_hostile_words_stay_one_line_of_a_calendar() -> None:
    evil = "a\r\nBEGIN:VEVENT; \\, é" + "é" * 90
    notes = read_notes(
        json.dumps({"beside": {"o2-l2-a": {"date": "1 Oct 2009", "owner": evil, "evidence": evil}}})
    )
    lines = unfolded(calendar(run("gateway", SHEET), SHEET, notes, STAMP).text)
    assert lines.count("BEGIN:VEVENT") == 1
    assert any(line.startswith("SUMMARY:a BEGIN:VEVENT\\; \\\\\\, é") for line in lines)


def test_beside_last_quarters_case_what_was_gained_and_lost_is_told_by_name() -> None:
    before = SHEET
    now = SHEET | {"o1_l2_b": "yes", "o1_l2_a": "no", "plan_o3_l2_d": "yes", "plan_o2_l2_a": "no"}
    told = {gains.words: gains.labels for gains in compare("gateway", now, before).gains}
    assert told["Newly met"] == (
        "An action plan is agreed, and shared with the group and with each practice (level 2)",
    )
    assert told["No longer met"] == ("Lead GPs or others hold responsibility for key areas (level 2)",)
    assert told["No plan any more"] == ("Practices whose latest QOF score is 900 or more (level 2, 80%)",)
    assert len(told["A plan now"]) == 1
    html = render_comparison("gateway", compare("gateway", now, before), ("This result", "“June”"))
    assert "Since “June”" in html
    assert "Newly met" in html


def test_a_count_that_came_closer_is_told_with_how_far_it_is() -> None:
    now, before = (READY | {"qof_900": "11"}, READY | {"qof_900": "9"})
    told = {gains.words: gains.labels for gains in compare("gateway", now, before).gains}
    assert told == {
        "Closer": ("Practices whose latest QOF score is 900 or more (level 2, 80%): short by 1, was 3",)
    }


def test_an_outline_without_a_table_has_no_wide_page() -> None:
    told: Any = outline(run("gateway", READY), READY)
    assert not [s for s in told["sections"] if s.get("wide")]
