"""The reader's own runtime gives every reply to the letter as CPython does."""

import json

import pytest

from calculators.engine.cases import load_cases
from calculators.engine.registry import get, ids
from tests.cases.conftest import Ask
from tests.cases.expectations import here
from tests.cases.generated import cases as generated
from tests.support.every import every

GENERATED = 300


@pytest.mark.parametrize("calculator", ids())
def test_worked_and_generated_cases_are_the_same_in_the_browsers_python(
    calculator: str, in_pyodide: Ask
) -> None:
    worked = [case.input for case in load_cases(calculator)]
    made = list(generated(get(calculator), GENERATED))
    replies = {json.dumps(case): here(calculator, case) for case in every([*worked, *made])}
    there = {json.dumps(case): in_pyodide(calculator, case) for case in [*worked, *made]}
    assert {case: reply for case, reply in there.items() if reply != replies[case]} == {}
    kinds = {key for case in made for key in json.loads(replies[json.dumps(case)])}
    assert {"result", "errors"} <= kinds


def test_an_unknown_calculator_is_told(in_pyodide: Ask) -> None:
    assert in_pyodide("nothing", {}) == here("nothing", {})
    assert "errors" in json.loads(here("nothing", {}))
