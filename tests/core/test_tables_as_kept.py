"""Tables as people keep them, through every door: a form, its preview, a table of cases, the command line."""

import csv
import io
import json
import sys
import tomllib
from typing import Any

import pytest

from calculators.__main__ import main
from calculators.engine.errors import CaseError
from calculators.engine.registry import get
from calculators.engine.run import run
from calculators.uses.batch import batch
from calculators.uses.door import job, perform
from tests.support.every import every
from tests.support.pages import ROOT

TABLES: list[dict[str, Any]] = tomllib.loads(
    (ROOT / "tests/data/tables_as_kept.toml").read_text(encoding="utf-8")
)["table"]
IN_FORMS = [table for table in TABLES if "field" in table]
CASES = [table for table in TABLES if "field" not in table]


def name(table: dict[str, Any]) -> str:
    return str(table["name"])


def case_of(table: dict[str, Any]) -> dict[str, str]:
    return {**table["case"], table["field"]: table["text"]}


def typed(monkeypatch: pytest.MonkeyPatch, command: list[str], text: str) -> tuple[int, str, str]:
    """What the command line gives for a text on its standard input: its exit code and both of its outputs."""
    streams = [io.TextIOWrapper(io.BytesIO(data)) for data in (text.encode(), b"", b"")]
    for stream, wrapped in zip(("stdin", "stdout", "stderr"), streams, strict=True):
        monkeypatch.setattr(sys, stream, wrapped)
    code = main(command)
    for wrapped in streams:
        wrapped.flush()
    monkeypatch.undo()
    out, errors = (wrapped.buffer.getvalue().decode() for wrapped in streams[1:])
    return code, out, errors


@pytest.mark.parametrize("table", IN_FORMS, ids=name)
def test_a_forms_table_is_read_as_it_is_kept_or_refused_in_words(table: dict[str, Any]) -> None:
    if "error" in table:
        with pytest.raises(CaseError) as refused:
            run(table["calculator"], case_of(table))
        assert refused.value.errors.keys() == {table["field"]}
        told = refused.value.errors[table["field"]]
        assert [words for words in every(table["error"], "words") if words not in told] == [], told
        return
    result = run(table["calculator"], case_of(table))
    assert dict(result.figures).items() >= table["figures"].items()
    passed = "\n".join(result.passed_over)
    assert [words for words in table.get("told", []) if words not in passed] == [], passed
    assert bool(passed) is ("told" in table)


@pytest.mark.parametrize("table", IN_FORMS, ids=name)
def test_the_preview_and_the_command_line_say_what_the_form_says(
    table: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    code, out, _ = typed(monkeypatch, ["run", table["calculator"]], json.dumps(case_of(table)))
    printed = json.loads(out)
    payload = json.dumps({"field": table["field"], "table": table["text"]})
    shown = json.loads(perform("table", table["calculator"], payload, "/"))
    if "error" in table:
        assert (code, printed.keys()) == (2, {"errors"})
        told = printed["errors"][table["field"]]
        assert [words for words in table["error"] if words not in told] == []
        # What only the whole case can tell is not seen in the preview.
        assert shown.get("errors", {}).get(table["field"], shown.get("message")) in {told, ""}
        return
    assert code == 0
    assert printed["figures"].items() >= table["figures"].items()
    assert (shown["faults"], shown["message"]) == ([], "")
    assert [words for words in table.get("told", []) if words not in "\n".join(shown["notes"])] == []


@pytest.mark.parametrize("table", CASES, ids=name)
def test_a_table_of_cases_is_read_as_it_is_kept_or_refused_in_words(
    table: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    command = typed(monkeypatch, ["batch", table["calculator"]], table["text"])
    page = json.loads(job(table["calculator"], json.dumps({"table": table["text"]})).step(100))
    if "error" in table:
        with pytest.raises(CaseError) as refused:
            batch(table["calculator"], table["text"])
        told = refused.value.errors["table"]
        assert [words for words in every(table["error"], "words") if words not in told] == [], told
        assert page["errors"] == {"table": told}
        assert command[:2] == (
            2,
            json.dumps({"errors": {"table": told}}, ensure_ascii=False, indent=2) + "\n",
        )
        return
    worked, wrong = batch(table["calculator"], table["text"])
    outcomes = get(table["calculator"]).outcomes
    rows = list(csv.DictReader(io.StringIO(worked)))
    assert len(rows) == len(every(table["rows"], "rows"))
    for row, expected in zip(rows, table["rows"], strict=True):
        if expected in outcomes:
            assert (row["outcome"], row["error"]) == (expected, "")
        else:
            assert (row["outcome"], expected in row["error"]) == ("", True), row["error"]
    for figure, value in table.get("figures", {}).items():
        found = {row[figure] for row in rows if row["outcome"] and row[figure]}
        assert found == {value}
    assert wrong == sum(expected not in outcomes for expected in table["rows"])
    assert command[:2] == (1 if wrong else 0, worked)
    assert (page["table"], page["wrong"]) == (worked, wrong)
    for notes in ("\n".join(page["notes"]), command[2]):
        assert [words for words in table.get("told", []) if words not in notes] == []
    assert batch(table["calculator"], worked)[0] == worked
