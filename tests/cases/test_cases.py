"""Every worked case, in CPython and in the reader's runtime: as the case says, and the same to the letter."""

import json

import pytest

from calculators.engine.cases import Case, load_cases
from calculators.engine.registry import get, ids
from calculators.uses.door import perform
from tests.cases.conftest import Ask
from tests.cases.expectations import differences
from tests.cases.generated import cases as generated

WORKED = [pytest.param(id_, case, id=f"{id_}: {case.name}") for id_ in ids() for case in load_cases(id_)]
GENERATED = 300


def here(calculator: str, case: dict[str, str]) -> str:
    """The reply of the core in this Python."""
    return perform("run", calculator, json.dumps({"case": case}), "/")


@pytest.mark.parametrize(("calculator", "case"), WORKED)
def test_a_case_comes_out_as_it_says(calculator: str, case: Case) -> None:
    assert differences(case, json.loads(here(calculator, case.input))) == []


@pytest.mark.parametrize(("calculator", "case"), WORKED)
def test_a_case_is_the_same_in_the_browsers_python(calculator: str, case: Case, in_pyodide: Ask) -> None:
    assert in_pyodide(calculator, case.input) == here(calculator, case.input)


@pytest.mark.parametrize("calculator", ids())
def test_generated_cases_are_the_same_in_the_browsers_python(calculator: str, in_pyodide: Ask) -> None:
    made = list(generated(get(calculator), GENERATED))
    replies = [here(calculator, case) for case in made]
    assert [in_pyodide(calculator, case) for case in made] == replies
    assert any("result" in json.loads(reply) for reply in replies)
    assert any("errors" in json.loads(reply) for reply in replies)


def test_an_unknown_calculator_is_told(in_pyodide: Ask) -> None:
    assert in_pyodide("nothing", {}) == here("nothing", {})
    assert "errors" in json.loads(here("nothing", {}))
