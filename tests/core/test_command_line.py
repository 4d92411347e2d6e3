"""The command line keeps the contract: JSON and CSV out, exit codes, never a traceback."""

import csv
import io
import json
import subprocess
import sys

import pytest

from calculators.engine.run import decide
from tests.support.edges import FAR_ABOVE

SHIFT = decide("fair-share", FAR_ABOVE).figures["shift"]


def command(*arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "calculators", *arguments],
        input=given,
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_list_names_each_calculator() -> None:
    listed = json.loads(command("list").stdout)
    assert {"fair-share", "gateway"} <= {c["id"] for c in listed}
    assert all({"id", "title", "summary", "documents"} <= set(c) and c["documents"] for c in listed)


def test_describe_tells_fields_and_figures() -> None:
    described = json.loads(command("describe", "fair-share").stdout)
    budget = described["fields"][0]
    assert budget["name"] == "indicative_budget"
    assert budget["required"]
    assert budget["kind"] == "money"
    assert budget["source"]["document"] == "hertfordshire"
    assert [f["name"] for f in described["figures"]][:2] == ["difference", "variance_percent"]


def test_run_prints_a_result() -> None:
    done = command("run", "fair-share", given='{"indicative_budget": 2000000, "fair_share_budget": "1m"}')
    result = json.loads(done.stdout)
    assert done.returncode == 0
    assert done.stderr == ""
    assert (result["outcome"], result["figures"]["shift"]) == ("above-range", SHIFT)
    keys = {
        "calculator",
        "outcome",
        "headline",
        "figures",
        "checks",
        "working",
        "actions",
        "readings",
        "notes",
    }
    assert keys <= set(result)


@pytest.mark.parametrize(
    ("calculator", "given", "field"),
    [
        ("fair-share", "{}", "indicative_budget"),
        ("fair-share", "not json", "case"),
        ("fair-share", "[1]", "case"),
        ("fair-share", '{"indicative_budget": {"a": 1}, "fair_share_budget": "1"}', "indicative_budget"),
        ("fair-share", "[" * 100000, "case"),
        ("fair-share", '{"indicative_budget": NaN, "fair_share_budget": 1e400}', "indicative_budget"),
        ("nothing", "{}", "calculator"),
    ],
)
def test_what_cannot_be_read_exits_2_with_messages(calculator: str, given: str, field: str) -> None:
    done = command("run", calculator, given=given)
    assert done.returncode == 2
    assert done.stderr == ""
    assert json.loads(done.stdout)["errors"][field]


def test_batch_keeps_rows_in_place_and_carries_unknown_columns() -> None:
    table = (
        "practice,indicative_budget,fair_share_budget\r\n"
        "Mill Lane,2000000,1000000\r\n=1+1,lots,1m\r\nRiverside,1m,1m\r\n"
    )
    done = command("batch", "fair-share", given=table)
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert done.returncode == 1
    assert [r["outcome"] for r in rows] == ["above-range", "", "within-range"]
    assert [r["practice"] for r in rows] == ["Mill Lane", "'=1+1", "Riverside"]
    assert rows[0]["shift"] == SHIFT
    assert rows[0]["error"] == ""
    assert "indicative_budget: The indicative budget must be an amount" in rows[1]["error"]
    assert list(rows[0])[3:5] == ["outcome", "difference"]
    assert list(rows[0])[-1] == "error"


def test_batch_without_faults_exits_0() -> None:
    done = command("batch", "fair-share", given="indicative_budget,fair_share_budget\n1m,1m\n")
    assert done.returncode == 0


@pytest.mark.parametrize("table", ["", "\n", "a,a\n1,2\n"])
def test_batch_without_a_header_exits_2(table: str) -> None:
    done = command("batch", "fair-share", given=table)
    assert done.returncode == 2
    assert "errors" in json.loads(done.stdout)


def test_what_cannot_be_encoded_is_written_out_and_named() -> None:
    done = command("run", "fair-share", given='{"\\ud800": "1"}')
    assert done.returncode == 2
    assert "There is no field called" in json.loads(done.stdout)["errors"]["\ud800"]
    done = command("run", "\udcff")
    assert done.returncode == 2
    assert "There is no calculator called" in json.loads(done.stdout)["errors"]["calculator"]


def test_without_any_input_there_is_a_message() -> None:
    done = subprocess.run(
        ["sh", "-c", f"'{sys.executable}' -m calculators run fair-share <&-"], capture_output=True, text=True
    )
    assert done.returncode == 2
    assert "errors" in json.loads(done.stdout)


@pytest.mark.parametrize("command_name", ["describe", "run", "batch"])
def test_a_long_name_of_no_calculator_is_not_repeated(command_name: str) -> None:
    done = command(command_name, "x" * 50_000)
    assert done.returncode == 2
    assert len(json.loads(done.stdout)["errors"]["calculator"]) < 300
