"""Every worked case comes out as it says. One calculator's alone: `pytest tests/cases/test_cases.py -k fair-share`."""

import json

import pytest

from calculators.engine.cases import Case, load_cases
from calculators.engine.registry import ids
from tests.cases.expectations import differences, here, told

WORKED = [pytest.param(id_, case, id=f"{id_}: {case.name}") for id_ in ids() for case in load_cases(id_)]


@pytest.mark.parametrize(("calculator", "case"), WORKED)
def test_a_case_comes_out_as_it_says(calculator: str, case: Case) -> None:
    found = differences(case, json.loads(here(calculator, case.input)))
    assert not found, told(calculator, case, found)


def test_a_case_that_fails_is_told_with_its_arithmetic() -> None:
    case = Case(
        name="A sum", input={"a": "1"}, expect={"outcome": "two", "figures": {"n": "2"}}, why="1 + 1 is 2."
    )
    reply = {"result": {"outcome": "three", "figures": {}, "checks": [], "readings": []}}
    assert told("sums", case, differences(case, reply)) == (
        "sums: A sum\n"
        "  given: a = '1'\n"
        "  outcome: expected 'two', got 'three'\n"
        "  figures n: expected '2', got None\n"
        "  why: 1 + 1 is 2."
    )
