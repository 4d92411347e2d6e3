"""What is taken along of a case has no column that looks as if it told who somebody is, and says so."""

import json
from typing import Any

import pytest

from calculators.uses.door import perform
from calculators.uses.links import read_fragment

NHS_NUMBER = "943 476 5919"
TABLE = (
    "Budgets\n\npractice;Patient;budget;spend;No\n"
    f"Mill;Ann Smith;1000000;900000;{NHS_NUMBER}\n"
    "Elm;Bob;500000;480000;\n"
)
CASE = {"document": "hertfordshire", "practices": TABLE}
LEFT = (
    "Left out of the table of practices, as it may tell who people are: "
    "“Patient” (patients’ names) and “No” (NHS numbers)."
)
REST = "Budgets\r\n\r\npractice,budget,spend\r\nMill,1000000,900000\r\nElm,500000,480000\r\n"


def ask(task: str, case: dict[str, str], calculator: str = "freed-up-resources") -> dict[str, Any]:
    reply: dict[str, Any] = json.loads(perform(task, calculator, json.dumps({"case": case}), ""))
    return reply


def test_a_link_is_without_them() -> None:
    reply = ask("run", CASE)
    assert reply["left_out"] == LEFT
    assert read_fragment(reply["fragment"]).case["practices"] == REST
    assert reply["result"]["figures"]["practice_share"] == "84000.00"
    again = ask("run", read_fragment(reply["fragment"]).case)
    assert again["result"]["figures"] == reply["result"]["figures"]
    assert again["left_out"] == ""


@pytest.mark.parametrize("task", ["file", "saved"])
def test_files_are_without_them(task: str) -> None:
    reply = ask(task, CASE)
    assert reply["left_out"] == LEFT
    assert "Ann" not in json.dumps(reply)
    assert NHS_NUMBER not in json.dumps(reply)
    assert "Mill" in json.dumps(reply)


@pytest.mark.parametrize(
    ("table", "left"),
    [
        ("a,b\n1,9434765919\n", "“b” (NHS numbers)"),
        ("x\t\n1\t943-476-5919\n", "“column B” (NHS numbers)"),
        ('practice,budget\n"Mill,9434765919\n', "The table of practices is left out"),
        ("practice,budget,DOB\nMill,lots,1/1/50\n", "“DOB” (dates of birth)"),
    ],
)
def test_an_unfinished_file_is_without_them_too(table: str, left: str) -> None:
    reply = ask("file", CASE | {"practices": table})
    assert left in reply["left_out"]
    assert "943" not in reply["text"]
    assert "1/1/50" not in reply["text"]


@pytest.mark.parametrize(
    "table",
    [
        "",
        "practice,budget,spend,Notes\nMill,1,1,x\n",
        'practice\n"Mill,1234567890\n',
        "practice,budget,spend\nMill,9434765919,1\n",
    ],
)
def test_anything_else_is_as_it_was_typed(table: str) -> None:
    reply = ask("file", CASE | {"practices": table})
    assert reply["left_out"] == ""
    assert json.loads(reply["text"])["case"].get("practices", "") == table


def test_what_is_no_text_is_left_to_the_run() -> None:
    reply = json.loads(perform("saved", "freed-up-resources", json.dumps({"case": {"practices": 5}}), ""))
    assert "practices" in reply["errors"]
