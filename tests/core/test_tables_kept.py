"""Tables as people keep them, each a case of a kind: what is read, what is told, and nothing misread."""

import json
from typing import Any

import pytest

from calculators.engine.errors import CaseError
from calculators.engine.registry import get
from calculators.engine.run import run
from calculators.uses.batch import Batch
from calculators.uses.door import job, perform
from calculators.values.grids import Sheet
from calculators.values.tables import Column, Table, called, read_table

PRACTICES = "practice,budget,spend\nMill,1000000,900000\nElm,500000,480000\n"
COLUMNS = (
    Column("practice", "Practice", "text", required=True, unique=True),
    Column("budget", "Budget", "money", required=True),
    Column("access_des", "Access DES", "yes/no"),
)


def saved(table: str) -> dict[str, str]:
    """The figures of a saving in Hertfordshire, from its table of practices."""
    return dict(run("freed-up-resources", {"document": "hertfordshire", "practices": table}).figures)


def notes(table: str) -> tuple[str, ...]:
    return run("freed-up-resources", {"document": "hertfordshire", "practices": table}).passed_over


def refused(table: str) -> str:
    with pytest.raises(CaseError) as caught:
        saved(table)
    return caught.value.errors["practices"]


def worked(text: str | list[Sheet], calculator: str = "fair-share", **chosen: str) -> Batch:
    found = Batch(calculator, text, chosen)
    found.step(found.total)
    return found


def rows(table: str) -> list[list[str]]:
    return [line.split(",") for line in table.splitlines()]


def read(text: str) -> Table:
    return read_table(text, COLUMNS, "The table")


@pytest.mark.parametrize(
    "table",
    [
        PRACTICES.replace(",", "\t"),
        PRACTICES.replace(",", ";").replace("\n", "\r"),
        f"\ufeffsep=,\r\n{PRACTICES}",
        f"Practices of the locality\nAs at 1 October 2009\n\n{PRACTICES}",
        "Practice name\tBudget (£)\tSpend (£)\t\nMill\t1,000,000\t900000\t\nElm\t£500k\t480000\t\n",
        "\tSurgery\tBUDGET\tspend\n\tMill\t1m\t0.9m\n\tElm\t500k\t480k\n",
        '"Practice\nname"\tBudget\tSpend\nMill\t1000000\t900000\nElm\t500000\t480000',
        "Spend,List size,Budget 2009/10,Name\n900000,1200,1m,Mill\n480000,800,500k,Elm\n",
        f"{PRACTICES}Total,1500000,1380000\n",
        "practice,budget,spend\nAll practices,1.5m,1.38m\nMill,1000000,900000\nElm,500000,480000\n",
        "code,practice,budget,spend\nE1,Mill,1000000,900000\nE2,Mill,500000,480000\n",
    ],
)
def test_the_same_practices_however_they_are_written(table: str) -> None:
    assert saved(table)["freed_up"] == "120000.00"


def test_a_form_tells_which_columns_it_did_not_use_and_what_it_took_for_what() -> None:
    told = notes("Name,List size,Budget 2009/10,Spend (£),Seen\nMill,1200,1m,900k,yes\nElm,1,2m,1m,no\n")
    assert told == (
        "The table of practices: the column ‘Budget 2009/10’ was read as ‘Budget’.",
        "The table of practices: the column ‘Spend (£)’ was read as ‘Spend’.",
        "The table of practices: not used: ‘List size’ and ‘Seen’.",
    )


def test_a_column_without_a_heading_that_holds_something_is_told() -> None:
    assert notes(",practice,budget,spend\n1,Mill,1m,900k\n") == (
        "The table of practices: not used: column A.",
    )


@pytest.mark.parametrize(
    ("table", "told"),
    [
        (
            "practice,budgte,spend\nMill,1,1\n",
            "row 1, column ‘budgte’ is not read: its heading is nearly ‘budget’",
        ),
        (
            "practice,Budget (£000),spend\nMill,1,1\n",
            "row 1, column ‘Budget (£000)’ tells that its amounts are in",
        ),
        ("practice,budget in thousands,spend\nMill,1,1\n", "Write them out in full, and head them ‘budget’"),
        (
            'practice,budget,spend\n"Mill,1000000,900000\nElm,1,1\n',
            "row 2 has a quotation mark that is not closed",
        ),
        ("x\n\npractice,budget,spend\nMill,-1,1\n", "row 4 (Mill), column ‘budget’ must be £0 or more"),
        ("practice,budget,spend\nMill,-,1\n", "row 2 (Mill), column ‘budget’"),
        ("practice,budget,spend\nMill,n/a,1\n", "row 2 (Mill), column ‘budget’"),
        ("practice,budget,spend\nMill,,1\n", "row 2 (Mill), column ‘budget’ is empty. Fill it in"),
        (f"{PRACTICES}North,1500000,1380000\n", "row 4 (North) is in every amount the sum of other rows"),
        (
            "code,practice,budget,spend\ne 1,Mill,1,1\nE 1,Elm,2,3\n",
            "row 3 (Elm) names the same practice as row 2",
        ),
        ("practice,budget,spend\nMill,1,1\nMILL,2,3\n", "row 3 (MILL) names the same practice as row 2"),
        (f"{PRACTICES}Ash,1,1,side note\n", "row 4 (Ash) has 4 cells, and the header has 3"),
    ],
)
def test_a_fault_is_named_by_row_practice_and_column(table: str, told: str) -> None:
    assert told in refused(table)


def test_all_faults_are_told_at_once() -> None:
    told = refused("Practice name,Budget (£),spnd\nMill,lots,1\nElm,,2\nMill,-1,3\n")
    for words in (
        "row 1, column ‘spnd’ is not read",
        "Row 2 (Mill), column ‘Budget (£)’ must be an amount",
        "Row 3 (Elm), column ‘Budget (£)’ is empty",
        "Row 4 (Mill), column ‘Budget (£)’ must be £0 or more",
        "Row 4 (Mill) names the same practice as row 2",
    ):
        assert words in told
    assert "must have the column" not in told, "the slip says it"


def test_a_practice_is_known_by_its_code_where_it_has_one() -> None:
    table = read("practice,ODS code,budget\nMill,E1,1\nMill,E2,2\nElm,,4\n")
    assert [row.identity for row in table.rows] == ["e1", "e2", "elm"]
    assert [called(row, table.rows) for row in table.rows] == ["Mill (E1)", "Mill (E2)", "Elm"]
    assert table.headings == {"practice": "practice", "code": "ODS code", "budget": "budget"}
    nameless = read_table(
        "access_des,code\nyes,E9\nno,\n", (Column("practice", "P", "text"), COLUMNS[2]), "It"
    )
    assert [called(row, nameless.rows) for row in nameless.rows] == ["E9", "row 3"]


@pytest.mark.parametrize("mark", ["n/a", "N/A", "na", "–", "-", "  ", "n.a."])
def test_a_mark_for_nothing_is_not_answered_where_that_may_be(mark: str) -> None:
    assert read(f"practice,budget,access_des\nMill,1,{mark}\n").rows[0].cells["access_des"] is None


def test_a_total_may_be_named_in_any_column_of_words() -> None:
    table = read("Area,practice,code,budget\nNorth,Mill,E1,1\nNorth,Elm,E2,2\n,,Total,4\nTotal,,,7\n")
    assert [row.name for row in table.rows] == ["Mill", "Elm"]
    assert table.left_out == (4, 5)
    assert "row 4 (Total) was left out as a total. It does not add up: its budget is £4" in table.notes[0]


HEADER = "practice,indicative_budget,fair_share_budget"


@pytest.mark.parametrize(
    "text",
    [
        "practice\tIndicative budget (£)\tFair share\nMill\t1.2m\t1m\n",
        "Practice budgets 2007/08\n\npractice,indicative_budget,fair_share_budget\nMill,1.2m,1m\n",
        '"Practice\nname"\tindicative_budget\tfair_share_budget\nMill\t1.2m\t1m',
        "practice;indicative_budget;fair_share_budget;;\rMill;1,200,000;1m;;\r",
        f"{HEADER},agreed_shift_percent\nMill,1.2m,1m,n/a\n",
    ],
)
def test_a_table_of_cases_is_read_as_people_keep_it(text: str) -> None:
    job = worked(text)
    assert (job.wrong, dict(job.outcomes)) == ([], {"above-range": 1})


def test_what_was_taken_for_what_is_told() -> None:
    sheets = [
        Sheet("Cover", "Budgets\nof 2007/08"),
        Sheet("Budgets", "x,Indicative,Fair share budget (£)\na,1,1\n"),
    ]
    assert worked(sheets).notes == [
        "The sheet ‘Budgets’ was read, with its headings in row 1.",
        "The column ‘Indicative’ was read as ‘Indicative budget for the year’ (indicative_budget).",
        "The column ‘Fair share budget (£)’ was read as ‘Fair-share budget’ (fair_share_budget).",
    ]


@pytest.mark.parametrize("heading", ["agreed_shift_precent", "Agreed shift percnt", "agreed-shift-pct"])
def test_a_near_heading_is_a_fault_of_each_row_that_would_have_used_it(heading: str) -> None:
    job = worked(f"{HEADER},{heading}\nMill,1.2m,1m,0.5\nElm,1.2m,1m,\nAsh,1.2m,1m,n/a\n")
    assert [line.number for line in job.wrong] == [2]
    (fault,) = job.wrong[0].faults
    assert (fault.column, fault.practice) == (heading, "Mill")
    assert "agreed_shift_percent" in fault.words
    assert rows(job.table)[1][:4] == ["Mill", "1.2m", "1m", "0.5"]


def test_a_near_heading_of_a_field_that_is_needed_is_the_only_fault_about_it() -> None:
    (line,) = worked("practice,indicative_budgte,fair_share_budget\nMill,1.2m,lots\n").wrong
    assert [fault.column for fault in line.faults] == ["fair_share_budget", "indicative_budgte"]


def test_a_field_without_a_column_is_told_once_on_the_page() -> None:
    text = "practice,indicative_budget\n" + "Mill,1m\n" * 5
    reply = json.loads(job("fair-share", json.dumps({"table": text})).step(50))
    assert reply["wrong"] == 5
    assert reply["notes"] == ["No column is headed ‘fair_share_budget’, so no row can be worked out."]
    assert reply["html"].count("fair_share_budget") == 1


def test_amounts_in_another_scale_are_never_taken_as_they_stand() -> None:
    (line,) = worked("practice,Indicative budget (£000),fair_share_budget\nMill,1200,1000\n").wrong
    assert "another scale" in str(line.faults[0])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            f'{HEADER},notes\nMill,1.2m,1m,"good\nElm,1m,1m,fine\n',
            "Row 2 has a quotation mark that is not closed",
        ),
        (f"{HEADER},Indicative budget (£)\nMill,1,1,1\n", "Row 1 has the column ‘indicative_budget’ twice"),
        ("Our practices\nMill,1,1\n", "Row 1, the first with anything in it, holds ‘Our practices’"),
    ],
)
def test_what_is_wrong_with_the_whole_table_is_one_message(text: str, told: str) -> None:
    with pytest.raises(CaseError) as caught:
        Batch("fair-share", text)
    assert told in caught.value.errors["table"]
    reply = json.loads(job("fair-share", json.dumps({"table": text})).step(9))
    assert told in reply["errors"]["table"]


def test_columns_of_the_same_heading_that_answer_nothing_are_carried_through() -> None:
    assert worked(f"{HEADER},notes,notes\nMill,1,1,a,b\n").table.startswith(f"{HEADER},notes,notes,outcome,")


def ask(calculator: str = "freed-up-resources", **payload: object) -> dict[str, Any]:
    reply: dict[str, Any] = json.loads(perform("table", calculator, json.dumps(payload), "/"))
    return reply


KEPT = (
    "Practice budgets\n\nPractice name;Code;Budgte;Spend (£);List size;Patient ref\n"
    "Mill;E1;1m;900k;1200;943 476 5919\nElm;E2;500k;480k;800;943 476 5919\nTotal;;1.5m;1.38m;;\n"
)


def test_a_page_is_told_what_was_taken_of_a_forms_table() -> None:
    reply = ask(field="practices", table=KEPT.replace("Budgte", "Budget"))
    assert reply["taken"] == (
        "2 practices, 4 columns read, List size and Patient ref not used, row 6 left out as a total"
    )
    assert (reply["row"], reply["faults"], reply["message"]) == (3, [], "")
    assert [(c["column"], c["field"], c["how"], c["people"]) for c in reply["columns"]] == [
        ("A", "practice", "alias", ""),
        ("B", "code", "name", ""),
        ("C", "budget", "name", ""),
        ("D", "spend", "unit", ""),
        ("E", "", "other", ""),
        ("F", "", "other", "NHS numbers"),
    ]
    assert '<th scope="row">4</th><td>Mill</td>' in reply["html"]


def test_a_page_asks_which_column_is_which_and_the_table_comes_back_in_our_headings() -> None:
    before = ask(field="practices", table=KEPT)
    assert [(c["key"], c["guess"]) for c in before["columns"] if c["guess"]] == [("Budgte", "budget")]
    assert [a["name"] for a in before["asked"] if a["required"] and not a["found"]] == ["budget"]
    assert before["message"] == refused(KEPT)
    assert [(f["row"], f["column"]) for f in before["faults"]] == [(3, "Budgte")]
    after = ask(
        field="practices", table=KEPT, columns={"Budgte": "budget", "Patient ref": "drop"}, rewrite=True
    )
    assert after["message"] == ""
    assert (
        after["table"]
        == "\r\n\r\npractice,code,budget,spend\r\nMill,E1,1m,900k\r\nElm,E2,500k,480k\r\nTotal,,1.5m,1.38m\r\n"
    )
    assert saved(after["table"])["freed_up"] == "120000.00"
    assert notes(after["table"]) == ("The table of practices: row 6 (Total) was left out as a total.",)


def test_columns_of_a_table_of_cases_can_be_dropped_before_anything_is_kept() -> None:
    text = f"Patient name,{HEADER},Notes\nAnn,Mill,1.2m,1m,x\n"
    before = ask("fair-share", table=text)
    assert before["columns"][0]["people"] == "patients’ names"
    chosen = {"Patient name": "drop"}
    after = ask("fair-share", table=text, columns=chosen, rewrite=True)
    assert after["table"] == f"{HEADER},Notes\r\nMill,1.2m,1m,x\r\n"
    worked_out = json.loads(job("fair-share", json.dumps({"table": text, "columns": chosen})).step(9))
    assert "Ann" not in json.dumps(worked_out)


def test_the_right_sheet_of_a_workbook_is_read_and_named() -> None:
    sheets = [{"name": "Cover", "table": "Budgets\nof all\n"}, {"name": "2009", "table": PRACTICES}]
    reply = ask(field="practices", sheets=sheets)
    assert reply["sheet"] == "2009"
    assert "the sheet ‘2009’ was read" in reply["notes"][0]
    none = ask(field="practices", sheets=sheets[:1])
    assert "Row 1 of the sheet ‘Cover’" in none["errors"]["practices"]
    assert [a["name"] for a in none["asked"]] == ["practice", "budget", "spend", "code"]


def test_a_preview_shows_text_as_text_and_the_first_faults() -> None:
    reply = ask(field="practices", table="practice,budget,spend,<i>\n" + "<b>x</b>,lots,1,1\n" * 30)
    assert "<b>" not in reply["html"]
    assert "<i>" not in reply["html"]
    assert reply["html"].count("must be an amount of money") == 10
    assert f"{len(reply['faults']) - 10} more to put right" in reply["html"]
    assert "24 more rows" in reply["html"]


@pytest.mark.parametrize("field", ["freed_up", "nothing", 7, ["practices"]])
def test_a_table_that_no_field_asks_for_is_refused(field: object) -> None:
    assert "table" in ask(field=field, table=PRACTICES)["errors"]


@pytest.mark.parametrize("id", ["co-commissioning", "fair-share", "freed-up-resources", "gateway"])
def test_every_field_can_be_headed_by_its_name(id: str) -> None:
    header = ",".join(f.name for f in get(id).fields)
    reply = ask(id, table=f"{header}\n{',' * len(get(id).fields)}x\n")
    assert [c["field"] for c in reply["columns"]] == header.split(",")
