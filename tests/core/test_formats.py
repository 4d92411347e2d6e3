"""Figures are written as the contract says, and read as a reader expects."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.values import formats


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("-12000", "-12000.00"),
        ("0.005", "0.01"),
        ("-0.005", "-0.01"),
        ("0.0049", "0.00"),
        ("-0.001", "0.00"),
        ("2.675", "2.68"),
    ],
)
def test_money_rounds_half_up_only_when_written(value: str, text: str) -> None:
    assert formats.figure(Decimal(value), "money") == text


@given(st.fractions(max_denominator=10**6))
def test_hundredths_is_the_nearest(value: Fraction) -> None:
    assert abs(Fraction(formats.hundredths(value)) - value) <= Fraction(1, 200)


@pytest.mark.parametrize(
    ("text", "kind", "shown"),
    [
        ("1250000.00", "money", "£1,250,000"),
        ("1250000.50", "money", "£1,250,000.50"),
        ("-12000.00", "money", "−£12,000"),
        ("20.00", "percent", "20%"),
        ("12.50", "percent", "12.5%"),
        ("-10.00", "percent", "−10%"),
        ("1700", "count", "1,700"),
        ("never", "count", "never"),
        ("2009-08-06", "date", "6 August 2009"),
        ("yes", "yes/no", "Yes"),
        ("ogim", "text", "ogim"),
    ],
)
def test_readable(text: str, kind: str, shown: str) -> None:
    assert formats.readable(text, kind) == shown


def test_whole_numbers_in_words() -> None:
    assert [formats.in_words(n) for n in (1, 6, 20, 21, 1000)] == ["one", "six", "twenty", "21", "1,000"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("10", "10%"),
        ("10.004", "just over 10%"),
        ("9.996", "just under 10%"),
        ("10.005", "10.01%"),
        ("9.99", "9.99%"),
        ("0", "0%"),
        ("0.001", "just over 0%"),
        ("99.999", "just under 100%"),
    ],
)
def test_a_percentage_is_never_rounded_onto_a_threshold(value: str, text: str) -> None:
    assert formats.percent_beside(Decimal(value), 0, 10, 100) == text
