"""Bounds are told in the same words wherever an amount is read."""

from decimal import Decimal

import pytest

from calculators.values.amounts import read_count, read_money
from calculators.values.bounds import Bounds
from calculators.values.errors import AmountError


@pytest.mark.parametrize(
    ("value", "kind", "bounds", "words"),
    [
        ("-1", "money", {"minimum": "0"}, "must be £0 or more"),
        ("101", "percent", {"maximum": "100"}, "must be 100% or less"),
        ("0", "money", {"above": "0"}, "must be more than £0"),
        ("1051", "number", {"minimum": "0", "maximum": "1050"}, "must be between 0 and 1,050"),
        ("7", "percent", {"minimum": "70", "maximum": "100"}, "must be between 70% and 100%"),
        (
            "0.7",
            "percent",
            {"minimum": "70", "maximum": "100"},
            "must be between 70% and 100%. For 70%, enter 70",
        ),
        (
            "0.855",
            "percent",
            {"minimum": "70", "maximum": "100"},
            "must be between 70% and 100%. For 85.5%, enter 85.5",
        ),
        (
            "1",
            "percent",
            {"minimum": "70", "maximum": "100"},
            "must be between 70% and 100%. For 100%, enter 100",
        ),
        ("0.7", "number", {"minimum": "70", "maximum": "100"}, "must be between 70 and 100"),
        ("1", "money", {"minimum": "1.50"}, "must be £1.50 or more"),
    ],
)
def test_an_amount_out_of_bounds_is_told_how_to_put_it_right(
    value: str, kind: str, bounds: dict[str, str], words: str
) -> None:
    with pytest.raises(AmountError) as refused:
        Bounds(kind, **{name: Decimal(bound) for name, bound in bounds.items()}).check(Decimal(value))
    assert str(refused.value) == words


def test_the_bounds_themselves_are_in() -> None:
    for value in ("0", "1050"):
        Bounds("number", minimum=Decimal(0), maximum=Decimal(1050)).check(Decimal(value))
    Bounds("money", above=Decimal(0)).check(Decimal("0.01"))
    Bounds("money").check(Decimal(-5))


@pytest.mark.parametrize(("minimum", "words"), [("1", "must be 1 or more"), ("0", "must be 0 or more")])
def test_a_count_below_nought_is_told_its_own_bound(minimum: str, words: str) -> None:
    for typed in ("-3", "0" if minimum == "1" else "-1"):
        with pytest.raises(AmountError) as refused:
            Bounds("count", minimum=Decimal(minimum)).read(read_count, typed)
        assert str(refused.value) == words


@pytest.mark.parametrize(
    ("bounds", "words"),
    [
        ({"above": "0"}, "must be more than £0. Brackets around it would say that it is negative: take them off"),
        ({"minimum": "0"}, "must be £0 or more. Brackets around it would say that it is negative: take them off"),
        ({"minimum": "-9"}, "Put a minus in front instead, if it is negative"),
        ({}, "Put a minus in front instead, if it is negative"),
    ],
)  # fmt: skip
def test_a_minus_is_spoken_of_only_where_there_may_be_one(bounds: dict[str, str], words: str) -> None:
    within = Bounds("money", **{name: Decimal(bound) for name, bound in bounds.items()})
    with pytest.raises(AmountError) as refused:
        within.read(read_money, "(5,000)")
    assert str(refused.value).endswith(words)


@pytest.mark.parametrize(
    ("bounds", "words"),
    [
        ({"above": "0"}, "must be more than £0. A dash is no amount"),
        (
            {"minimum": "0"},
            "must be an amount, not a dash. Accounts write nothing so: enter 0 if it is meant",
        ),
    ],
)
def test_nought_is_offered_for_a_dash_only_where_it_may_be_entered(
    bounds: dict[str, str], words: str
) -> None:
    within = Bounds("money", **{name: Decimal(bound) for name, bound in bounds.items()})
    with pytest.raises(AmountError) as refused:
        within.read(read_money, "-")
    assert str(refused.value) == words
