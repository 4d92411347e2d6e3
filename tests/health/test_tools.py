"""The tools look at what is there: a moved module or test cannot drop out of them unseen."""

import tomllib

import pytest
import yaml

from tests.support.pages import ROOT
from tools import pythons
from tools.core_tests import FILES
from tools.mutation import Mutant
from tools.quick import steps

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
MUTATED = PROJECT["tool"]["mutmut"]


@pytest.mark.parametrize("pattern", MUTATED["only_mutate"])
def test_each_pattern_of_what_is_mutated_names_code(pattern: str) -> None:
    assert [path for path in ROOT.glob(pattern) if path.suffix == ".py"]


def test_the_tests_of_the_core_are_there_and_are_those_that_try_the_mutants() -> None:
    assert [name for name in FILES if not (ROOT / name).exists()] == []
    assert tuple(MUTATED["pytest_add_cli_args_test_selection"]) == FILES


def test_what_the_mutants_are_spared_is_there_to_be_spared() -> None:
    spared = [
        a.partition("=")[2]
        for a in MUTATED["pytest_add_cli_args"]
        if a.startswith(("--ignore=", "--deselect="))
    ]
    assert spared
    for file, _, test in (name.partition("::") for name in spared):
        assert f"def {test}" in (ROOT / file).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("was", "now", "unjudged"),
    [
        ('must = "must be a date"', 'must = "XXmust be a dateXX"', True),
        ('f"the first {SHOWN} years"', 'f"THE FIRST {SHOWN} YEARS"', True),
        ('f"the first {n + 1} years"', 'f"the first {n - 1} years"', False),
        ('must = "must be a date"', "must = None", False),
        ('kind == "money"', 'kind == "MONEY"', False),
        ("a > b", "a >= b", False),
        ("zip(a, b, strict=True)", "zip(a, b, strict=None)", True),
        ("zip(a, b, strict=True)", "zip(a, b, )", True),
        ("zip(a, b, strict=True)", "zip(a, None, strict=True)", False),
        ("cast(Decimal, x)", "cast(None, x)", True),
        ("cast(Decimal, x)", "cast(Decimal, None)", False),
    ],
)
def test_a_mutant_of_words_or_guards_is_told_from_one_of_a_calculation(
    was: str, now: str, unjudged: bool
) -> None:
    assert Mutant("a.py", was, now, "survived").unjudged is unjudged


def test_each_supported_python_is_looked_for() -> None:
    lowest = PROJECT["project"]["requires-python"].removeprefix(">=")
    assert pythons.VERSIONS[0] == lowest
    assert pythons.find("3.0") is None


def test_the_hooks_before_a_commit_need_no_download_and_name_steps_that_are_there() -> None:
    held = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert [repo["repo"] for repo in held["repos"]] == ["local"]
    hooks = held["repos"][0]["hooks"]
    assert {hook["language"] for hook in hooks} == {"system"}
    assert {hook["entry"].split()[-1] for hook in hooks if "tools.quick" in hook["entry"]} <= steps().keys()
