"""A quantity keeps its exact value and writes the arithmetic that gave it, with parentheses just where they matter."""

from decimal import Decimal
from fractions import Fraction

import pytest

from calculators.values.quantities import Quantity, percentage, plain, pounds, rounded_up, size, smaller

A, B, C, D = plain(8), plain(4), plain(2), plain(5)


@pytest.mark.parametrize(
    ("made", "text", "value"),
    [
        (A + B + C, "8 + 4 + 2", 14),
        (A + (B + C), "8 + 4 + 2", 14),
        (A - B - C, "8 − 4 − 2", 2),
        (A - (B - C), "8 − (4 − 2)", 6),
        (A - (B + C), "8 − (4 + 2)", 2),
        (A + (B - C), "8 + 4 − 2", 10),
        (A - B * C, "8 − 4 × 2", 0),
        (A * B + C, "8 × 4 + 2", 34),
        ((A + B) * C, "(8 + 4) × 2", 24),
        (A * (B + C), "8 × (4 + 2)", 48),
        (A * B * C, "8 × 4 × 2", 64),
        (A * (B * C), "8 × 4 × 2", 64),
        (A / B * C, "8 ÷ 4 × 2", 4),
        (A * B / C, "8 × 4 ÷ 2", 16),
        (A / (B / C), "8 ÷ (4 ÷ 2)", 4),
        (A / (B * C), "8 ÷ (4 × 2)", 1),
        ((A + B) / C, "(8 + 4) ÷ 2", 6),
        (A / (B + C), "8 ÷ (4 + 2)", Fraction(4, 3)),
        (A + B / D, "8 + 4 ÷ 5", Fraction(44, 5)),
    ],
)
def test_arithmetic(made: Quantity, text: str, value: Fraction) -> None:
    assert made.text == text
    assert made.value == value


def test_the_smaller_of_two_is_named_as_such() -> None:
    assert smaller(A, B).value == smaller(B, A).value == 4
    assert smaller(A, B).text == "the smaller of 8 and 4"
    assert rounded_up(A / plain(3)).value == 3
    assert rounded_up(A / plain(3)).text == "8 ÷ 3, rounded up"
    assert rounded_up(A).value == 8
    assert (smaller(A, B) * A).text == "(the smaller of 8 and 4) × 8"
    assert (rounded_up(A / plain(3)) * B).text == "(8 ÷ 3, rounded up) × 4"


def test_a_size_has_no_sign_and_says_how_it_came_about() -> None:
    assert size(B - A).value == size(A - B).value == 4
    assert (size(B - A).text, (size(B - A) * C).text) == ("4 − 8", "(4 − 8) × 2")


@pytest.mark.parametrize(
    ("made", "text", "value"),
    [
        (pounds(Decimal("1250000.50")), "£1,250,000.50", Fraction("1250000.5")),
        (percentage(Decimal("12.50")), "12.5%", Fraction(1, 8)),
        (percentage(Decimal("10")), "10%", Fraction(1, 10)),
        (percentage(Decimal("100")), "100%", 1),
        (plain(Fraction(5, 2)), "2.5", Fraction(5, 2)),
    ],
)
def test_what_arithmetic_is_made_of(made: Quantity, text: str, value: Fraction) -> None:
    assert made.text == text
    assert made.value == value
