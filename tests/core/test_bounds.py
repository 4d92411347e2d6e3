"""Bounds are told in the same words wherever an amount is read."""

from decimal import Decimal

import pytest

from calculators.values.bounds import check_bounds
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
        ("0.7", "number", {"minimum": "70", "maximum": "100"}, "must be between 70 and 100"),
    ],
)
def test_an_amount_out_of_bounds_is_told_how_to_put_it_right(
    value: str, kind: str, bounds: dict[str, str], words: str
) -> None:
    with pytest.raises(AmountError) as refused:
        check_bounds(Decimal(value), kind, **{name: Decimal(bound) for name, bound in bounds.items()})
    assert str(refused.value) == words


def test_the_bounds_themselves_are_in() -> None:
    for value in ("0", "1050"):
        check_bounds(Decimal(value), "number", minimum=Decimal(0), maximum=Decimal(1050))
    check_bounds(Decimal("0.01"), "money", above=Decimal(0))
    check_bounds(Decimal(-5), "money")
