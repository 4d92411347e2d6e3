"""Each number of a paper that a calculator compares with has worked cases just below, at and just above it.

A case that stands at a rule’s number says so, and one that says so stands there.
"""

import shutil
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from calculators.engine import cases as engine_cases
from calculators.engine.cases import Case, load_cases
from calculators.engine.registry import get, ids
from calculators.records.papers import load_paper
from tests.cases.boundaries import misplaced, missing, rule_bounds, sides
from tests.support.edges import FAR_ABOVE, TOP
from tests.support.pages import ROOT

# Numbers that a calculator compares with, and a bound of a field, each with what is said when its rule has changed.
CHANGED = {
    ("hertfordshire", "fair-share-tolerance"): "fair-share has no case at the number of fair-share-tolerance",
    (
        "county-durham-darlington",
        "fur-ogim-ceiling",
    ): "freed-up-resources has no case just above the number of fur-",
    (
        "hertfordshire",
        "fair-share-shift-cap",
    ): "has no case with agreed_shift_percent at fair-share-shift-cap",
}
WORKED = [case for id in ids() for case in load_cases(id)]
SAY = """
from calculators.engine.cases import load_cases
from calculators.engine.registry import get, ids
from tests.cases.boundaries import misplaced, missing
for id in ids():
    print(*missing(get(id), load_cases(id)), *misplaced(get(id), load_cases(id)), sep="\\n")
"""


@pytest.mark.parametrize("calculator", ids())
def test_each_number_has_cases_just_below_at_and_just_above(calculator: str) -> None:
    found = missing(get(calculator), load_cases(calculator))
    assert not found, "\n".join(found)


@pytest.mark.parametrize("calculator", ids())
def test_a_case_says_which_rules_it_stands_at(calculator: str) -> None:
    found = misplaced(get(calculator), load_cases(calculator))
    assert not found, "\n".join(found)


def test_a_case_that_does_not_say_where_it_stands_is_named_and_one_that_says_it_falsely_too() -> None:
    tolerance = "fair-share-tolerance"
    top = Case(name="At the top", input=FAR_ABOVE | {"indicative_budget": str(TOP)})
    far = Case(name="Far above", input=FAR_ABOVE, edge=(tolerance,))
    calculator = get("fair-share")
    assert misplaced(calculator, [top, far]) == [
        f"stands at {tolerance} and has no edge saying so: «At the top»",
        f"no longer stands at {tolerance}: «Far above»",
    ]
    assert misplaced(calculator, [replace(top, edge=(tolerance,)), replace(far, edge=())]) == []


def test_a_case_like_another_does_not_take_over_its_edge(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cases.toml").write_text(
        """
        [[case]]
        name = "At the number"
        edge = ["fair-share-tolerance"]
        input = { indicative_budget = "1" }
        [[case]]
        name = "Far from it"
        like = "At the number"
        input = { fair_share_budget = "9" }
        """,
        encoding="utf-8",
    )
    monkeypatch.setattr(engine_cases, "folder", lambda _: tmp_path)
    first, second = load_cases.__wrapped__("fair-share")
    assert (first.edge, second.edge) == (("fair-share-tolerance",), ())
    assert second.input == {"indicative_budget": "1", "fair_share_budget": "9"}


def test_there_are_numbers_and_bounds_to_look_at() -> None:
    assert any(sides(get(id), load_cases(id)[:3]) for id in ids())
    assert any(rule for id in ids() for rule in rule_bounds(get(id)))


def test_a_changed_rule_leaves_its_cases_behind(tmp_path: Path) -> None:
    """In a copy of the core, with each rule moved to where no case stands, the check names it and what is missing.

    Each case that stood at one of them is named too, though most of them still come out as they say.
    """
    shutil.copytree(ROOT / "calculators", tmp_path / "calculators")
    shutil.copytree(ROOT / "tests" / "cases", tmp_path / "tests" / "cases")
    for paper, rule in CHANGED:
        value = load_paper(paper).rule(rule).value
        records = tmp_path / "calculators" / "papers" / paper / "rules.toml"
        before, found, after = records.read_text(encoding="utf-8").partition(
            f'id = "{rule}"\nvalue = "{value}"'
        )
        assert found
        moved = found.replace(f'"{value}"', f'"{Decimal(str(value)) * Decimal("1.37")}"')
        records.write_text(before + moved + after, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", SAY], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert [told for told in CHANGED.values() if told not in done.stdout] == []
    left = {
        rule: {f"no longer stands at {rule}: «{case.name}»" for case in WORKED if rule in case.edge}
        for _, rule in CHANGED
    }
    assert all(left.values())
    assert set().union(*left.values()) - set(done.stdout.splitlines()) == set()
