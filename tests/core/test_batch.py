"""A table of cases: order kept, columns named, cells defused, and the same answers as one case at a time."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.engine.cases import load_cases
from calculators.engine.errors import CaseError
from calculators.engine.registry import get, ids
from calculators.engine.run import decide, run
from calculators.uses import batch as batch_module
from calculators.uses.batch import Batch, batch
from calculators.uses.door import Job, perform
from calculators.uses.outline import outline
from calculators.uses.starter import template_csv
from tests.support.every import every
from tests.support.tables import cases_table

HEADER = "practice,indicative_budget,fair_share_budget"
CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)


def rows_of(table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table)))


def faults(text: str) -> list[tuple[int, str]]:
    job = Batch("fair-share", text)
    job.step(job.total)
    return [(fault.row, fault.column) for line in job.wrong for fault in line.faults]


@pytest.mark.parametrize("id", ids())
def test_a_row_gives_what_its_case_gives(id: str) -> None:
    """A verdict alone has the outcome and figures of the result that explains it, or the same faults."""
    for case in every(load_cases(id)):
        try:
            full = run(id, case.input)
        except CaseError as error:
            with pytest.raises(CaseError) as alone:
                decide(id, case.input)
            assert alone.value.errors == error.errors
            continue
        verdict = decide(id, case.input)
        assert (verdict.outcome, verdict.figures) == (full.outcome, dict(full.figures))


@pytest.mark.parametrize("id", ids())
def test_the_template_comes_back_worked_out(id: str) -> None:
    table, failed = batch(id, template_csv(id))
    assert failed == 0
    given = rows_of(template_csv(id))
    for row, before in zip(rows_of(table), given, strict=True):
        assert row["case"] == before["case"]
        assert row["outcome"] == run(id, {k: v for k, v in before.items() if k != "case"}).outcome


@pytest.mark.parametrize("id", ids())
def test_rows_keep_their_order_and_their_own_columns(id: str) -> None:
    rows = rows_of(batch(id, cases_table(id, 30))[0])
    assert [row["case"] for row in rows] == [f"Case {n}" for n in range(30)]
    assert all(row["outcome"] in get(id).outcomes for row in rows)


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=6))
def test_any_cells_give_a_table_that_reads_back_and_runs_nothing(rows: list[tuple[str, str, str]]) -> None:
    out = io.StringIO()
    csv.writer(out).writerows([HEADER.split(","), *rows])
    table, _ = batch("fair-share", out.getvalue())
    lines = list(csv.reader(io.StringIO(table)))
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    assert len(lines) == 1 + len(filled)
    for line, row in zip(lines[1:], filled, strict=True):
        assert line[0].removeprefix("'") == row[0].removeprefix("'")
        for cell in line:
            assert (
                cell[:1] not in {"=", "+", "-", "@", "\t", "\r"}
                or cell[1:].replace(".", "").replace(",", "").isdigit()
            )


@pytest.mark.parametrize(
    "header",
    [
        "indicative_budget,fair_share_budget",
        "Indicative budget for the year;Fair-share budget",
        "indicative budget\tFAIR SHARE BUDGET",
        "\ufeff\r\n\r\nindicative_budget,fair_share_budget",
    ],
)
def test_columns_are_found_by_name_or_label_and_whatever_stands_between_cells(header: str) -> None:
    mark = next(m for m in "\t;," if m in header)
    (row,) = rows_of(batch("fair-share", f"{header}\n1.2m{mark}1m\n")[0])
    assert row["outcome"] == "above-range"


def test_a_fault_names_row_and_column_as_the_reader_sees_them() -> None:
    text = "name,Indicative budget for the year,fair_share_budget\n\na,1m,1m\n\nb,lots,\nc,1m,1m,extra\n"
    assert faults(text) == [(5, "Indicative budget for the year"), (5, "fair_share_budget"), (6, "")]


def test_a_field_named_twice_is_refused() -> None:
    with pytest.raises(CaseError, match="Row 1 has the column ‘indicative_budget’ twice"):
        Batch("fair-share", "indicative_budget,Indicative budget for the year\n1,1\n")


def test_the_summary_shows_faults_first_and_text_as_text() -> None:
    rows = [f"<b>{n}</b>,{'<i>' if n < 30 else '1m'},1m" for n in range(60)]
    job = Job("fair-share", "\n".join([HEADER, *rows]))
    reply = json.loads(job.step(100))
    page = reply["html"]
    assert (reply["total"], reply["wrong"]) == (60, 30)
    assert page.index("What to put right") < page.index("The outcomes") < page.index("The first 24 results")
    assert "&lt;b&gt;30&lt;/b&gt;" in page
    assert "<b>" not in page
    assert "<i>" not in page
    assert reply["outcomes"] == [
        {"outcome": "within-range", "label": "Within the range", "count": 30, "share": "100%"}
    ]


def test_a_table_without_rows_is_told() -> None:
    reply = json.loads(Job("fair-share", HEADER).step(1))
    assert "at least one row" in reply["errors"]["table"]


@pytest.mark.parametrize("id", ids())
def test_what_is_taken_away_holds_the_whole_result(id: str) -> None:
    for case in every(load_cases(id)):
        reply = json.loads(perform("saved", id, json.dumps({"case": dict(case.input)}), ""))
        if "errors" in reply:
            assert reply["errors"].keys() == case.expect["errors"].keys()
            continue
        result = run(id, case.input)
        data = json.loads(reply["data"])
        assert (data["headline"], data["case"]) == (result.headline, dict(case.input))
        (row,) = rows_of(reply["table"])
        assert (row["outcome"], row["error"]) == (result.outcome, "")
        again, failed = batch(id, reply["table"])
        assert (rows_of(again)[0]["outcome"], failed) == (result.outcome, 0)
        held = json.dumps(outline(result, case.input), ensure_ascii=False)
        assert json.dumps(result.headline, ensure_ascii=False) in held
        assert len(json.dumps(reply["outline"])) == len(json.dumps(outline(result, case.input)))
        for step in result.working:
            assert json.dumps(step.step, ensure_ascii=False)[1:-1] in held


def test_a_table_inside_a_case_may_have_as_many_columns_as_the_case_has_answers() -> None:
    table = "practice,des_or_les_signed,qof_850\nAsh,yes,1\nElm,no,\nTotal,1,1\n"
    case = {"applying_for": "2", "practices": "2", "practice_data": table}
    reply = json.loads(perform("saved", "gateway", json.dumps({"case": case}), ""))
    told = "The table: row 4 (Total) was left out as a total."
    assert json.dumps(reply["outline"]).count(told) == 1
    assert json.loads(perform("run", "gateway", json.dumps({"case": case}), ""))["html"].count(told) == 1
    again, failed = batch("gateway", reply["table"])
    (row,) = rows_of(again)
    assert (row["practice_data"], row["outcome"], failed) == (table, "not-yet", 0)


def test_a_row_with_a_far_date_keeps_the_others() -> None:
    text = "document,freed_up,submitted_on\nhertfordshire,1000,9999-12-31\nhertfordshire,1000,2009-10-01\n"
    table, failed = batch("freed-up-resources", text)
    far, near = rows_of(table)
    assert failed == 1
    assert "must be between 1 January 1990 and 31 December 2099" in far["error"]
    assert near["decide_by"] == "2009-11-26"


def test_a_row_that_nothing_foresaw_has_words_and_the_others_their_answers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real = decide

    def decide_or_fail(id: str, case: dict[str, str]) -> object:
        return real(id, case) if case["indicative_budget"] != "13" else 1 / 0

    monkeypatch.setattr(batch_module, "decide", decide_or_fail)
    table, failed = batch("fair-share", "indicative_budget,fair_share_budget\n13,1\n1000,1000\n")
    assert failed == 1
    assert [row["outcome"] for row in rows_of(table)] == ["", "within-range"]
    assert "could not be worked out" in rows_of(table)[0]["error"]


def test_a_total_keeps_its_place_with_words_and_the_cases_their_answers() -> None:
    cases = "Mill,1200000,1000000\nElm,500000,500000\n"
    for total in ("Total,1700000,1500000", ",1700000,1500000", "Everyone,1700000,1500000", "SUM,,"):
        table, failed = batch("fair-share", f"practice,indicative_budget,fair_share_budget\n{cases}{total}\n")
        rows = rows_of(table)
        assert failed == 1
        assert [bool(row["outcome"]) for row in rows] == [True, True, False]
        assert "total" in rows[2]["error"]


def test_cases_without_names_may_add_up_by_chance() -> None:
    _, failed = batch("fair-share", "indicative_budget,fair_share_budget\n1,1\n2,2\n3,3\n")
    assert failed == 0


def test_thousands_of_unknown_columns_are_carried_through() -> None:
    names = ",".join(f"note {n}" for n in range(20_000))
    table, failed = batch("fair-share", f"indicative_budget,fair_share_budget,{names}\n1,1{',' * 20_000}\n")
    assert failed == 0
    assert table.startswith("indicative_budget,fair_share_budget,note 0,")


def test_a_total_is_looked_for_in_the_column_of_names_and_in_no_other() -> None:
    text = "notes,practice,indicative_budget,fair_share_budget\nall,Mill,3m,2.8m\nchecked,Total,3m,2.8m\n"
    innocent, total = rows_of(batch("fair-share", text)[0])
    assert innocent["outcome"] == "within-range"
    assert "total" in total["error"]
