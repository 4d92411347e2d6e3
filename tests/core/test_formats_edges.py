"""Values written out at the edges: halves, signs, the pence that are kept, and numbers that have a word."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from calculators.values import formats
from calculators.values.formats import Exact


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Fraction(1, 200), "0.01"),
        (Fraction(-1, 200), "-0.01"),
        (Fraction(1, 201), "0.00"),
        (Fraction(2, 3), "0.67"),
        (-3, "-3.00"),
        (0, "0.00"),
    ],
)
def test_hundredths(value: Exact, written: str) -> None:
    assert str(formats.hundredths(value)) == written


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [
        (True, "yes/no", "yes"),
        (False, "yes/no", "no"),
        (date(2009, 8, 6), "date", "2009-08-06"),
        ("never", "count", "never"),
        (7, "count", "7"),
        (Decimal("12.5"), "percent", "12.50"),
        (Decimal("12.5"), "decimal", "12.50"),
        (Decimal("-0.5"), "money", "-0.50"),
        (Decimal("1.05"), "money", "1.05"),
        (Decimal("-0.004"), "money", "0.00"),
    ],
)
def test_figure(value: Exact | bool | date | str, kind: str, text: str) -> None:
    assert formats.figure(value, kind) == text


@pytest.mark.parametrize(
    ("text", "kind", "shown"),
    [
        ("-0.50", "money", "−£0.50"),
        ("0.05", "money", "£0.05"),
        ("1000.10", "money", "£1,000.10"),
        ("12.05", "percent", "12.05%"),
        ("1234.50", "decimal", "1,234.5"),
        ("1234.00", "decimal", "1,234"),
        ("-1234", "number", "−1,234"),
        ("925", "number", "925"),
        ("-5", "count", "−5"),
        ("1.2.3", "count", "1.2.3"),
        ("", "money", ""),
        ("-", "percent", "-"),
        ("1000", "text", "1000"),
        ("no", "yes/no", "No"),
        ("none", "date", "none"),
        ("2009-08-06", "text", "2009-08-06"),
    ],
)
def test_readable_at_its_edges(text: str, kind: str, shown: str) -> None:
    assert formats.readable(text, kind) == shown


def test_values_in_a_sentence() -> None:
    assert formats.money(Fraction(-2001, 2)) == "−£1,000.50"
    assert formats.percent(Fraction(25, 2)) == "12.5%"
    assert formats.number(Fraction(2469, 2)) == "1,234.5"
    assert formats.day(date(2009, 8, 6)) == "6 August 2009"


def test_each_whole_number_to_twenty_has_its_word_and_no_other_has_one() -> None:
    words = (
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty"
    )
    assert [formats.in_words(number) for number in range(1, 21)] == words.split()
    assert [formats.in_words(n) for n in (0, -1, 21, Fraction(1, 2))] == ["0", "−1", "21", "0.5"]


@pytest.mark.parametrize(
    ("items", "text"), [(["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_listed(items: list[str], text: str) -> None:
    assert formats.listed(items) == text


@pytest.mark.parametrize("value", [Fraction(7, 2), Decimal("100.2"), Decimal("-0.5")])
def test_a_count_is_never_cut(value: Exact) -> None:
    with pytest.raises(ValueError, match="is no whole number"):
        formats.figure(value, "count")


def test_a_score_keeps_its_decimals() -> None:
    assert formats.figure(Decimal("899.50"), "number") == "899.5"
    assert formats.figure(Decimal(900), "number") == "900"


@pytest.mark.parametrize(
    ("items", "told"),
    [("a", "a"), ("ab", "a and b"), ("abc", "a, b and 1 more"), ("abcd", "a, b and 2 more")],
)
def test_of_many_items_the_first_are_named_and_the_rest_counted(items: str, told: str) -> None:
    assert formats.first_of([*items], 2) == told
