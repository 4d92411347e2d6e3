"""Which name was probably meant: near in its letters, and word by word."""

import pytest

from calculators.values.spelling import Spellings

NAMES = Spellings([(name, name) for name in ("number of patients", "practice name", "list size")])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("numbr of patients", "number of patients"),
        ("number to patients", "number of patients"),
        ("number for patients", ""),
        ("practise name", "practice name"),
        ("practice manager", ""),
        ("listsize", "list size"),
        ("lis", ""),
        ("x" * 37, ""),
    ],
)
def test_a_slip_is_seen_and_another_word_is_not(typed: str, meant: str) -> None:
    assert NAMES.near(typed) == meant


def test_of_several_the_likest_is_meant_and_of_two_alike_the_first() -> None:
    longer, nearer = "abcdefghijklm", "abcdefghi"
    assert Spellings([(name, name) for name in (longer, nearer)]).near("abcdefghij") == nearer
    assert Spellings([(name, name) for name in ("abcde", "abcdf")]).near("abcdx") == "abcde"
