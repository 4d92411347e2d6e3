"""The edges of what each reader of amounts accepts: the last that is taken, the first that is not, and why."""

from decimal import Decimal

import pytest

from calculators.values import amounts
from calculators.values.errors import AmountError

THREES = "Write decimals with a full stop and thousands in threes"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("１２３", "123"),
        ("1\u2010\u2011\u2012\u2013\u2014\u2015\u22122", "1-------2"),
        ("  a \t\n b  ", "a b"),
        ("12 .", "12"),
        ("12..", "12."),
        (".", ""),
    ],
)
def test_tidy(text: str, plain: str) -> None:
    assert amounts.tidy(text) == plain


@pytest.mark.parametrize(
    ("text", "pounds"),
    [
        ("1k", "1000"),
        ("1 thousand", "1000"),
        ("1m", "1000000"),
        ("1mn", "1000000"),
        ("1 million", "1000000"),
        ("1bn", "1000000000"),
        ("1 billion", "1000000000"),
        ("GBP 1,000", "1000"),
        ("gbp1000", "1000"),
        ("+12", "12"),
        ("£+12", "12"),
        ("£ 1", "1"),
        ("12.345k", "12345"),
        ("0.01", "0.01"),
        ("999 999 999 999", "999999999999"),
        ("000000999999999999", "999999999999"),
    ],
)
def test_money_at_its_edges(text: str, pounds: str) -> None:
    assert amounts.read_money(text) == Decimal(pounds)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ten", "must be an amount of money, like 1,250,000 or 1.25m"),
        ("-£-1", "must be an amount of money, like 1,250,000 or 1.25m"),
        ("", "must be an amount of money, like 1,250,000 or 1.25m"),
        ("1,5", f"must be an amount of money, like 1,250,000 or 1.25m. {THREES}"),
        ("1,25,000", f"must be an amount of money, like 1,250,000 or 1.25m. {THREES}"),
        (",5", f"must be an amount of money, like 1,250,000 or 1.25m. {THREES}"),
        ("0.001", "must have no more than 2 decimal places, for the pence"),
        ("1000000000000", "must have 12 digits or fewer"),
    ],
)
def test_money_refused_says_why(text: str, words: str) -> None:
    with pytest.raises(AmountError) as refused:
        amounts.read_money(text)
    assert str(refused.value) == words


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("925", "925"),
        ("-3.5", "-3.5"),
        ("1 000", "1000"),
        (".5", "0.5"),
        ("0.000000000001", "0.000000000001"),
        ("-.25", "-0.25"),
    ],
)
def test_number(text: str, value: str) -> None:
    assert amounts.read_number(text) == Decimal(value)


@pytest.mark.parametrize("text", ["0.0000000000001", "1234567890123"])
def test_a_number_of_more_than_twelve_digits_is_refused(text: str) -> None:
    with pytest.raises(AmountError, match="^must have 12 digits or fewer$"):
        amounts.read_number(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        *((text, "must be a number, like 925") for text in ("-", "+", ",", ".", "1.2.3", "nine")),
        ("1,70", f"must be a number, like 925. {amounts.MARKS}"),
        ("98%", "must be a number, like 925, and not a percentage"),
    ],
)
def test_what_is_no_number_is_refused(text: str, words: str) -> None:
    with pytest.raises(AmountError) as refused:
        amounts.read_number(text)
    assert str(refused.value) == words


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12.3456", "12.3456"),
        ("12 percent", "12"),
        ("12 %", "12"),
        ("12percent", "12"),
        ("12 PER CENT", "12"),
    ],
)
def test_percent_at_its_edges(text: str, value: str) -> None:
    assert amounts.read_percent(text) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("12.34567", "must have no more than 4 decimal places"),
        ("half", "must be a percentage, like 12.5"),
        ("12 % %", "must be a percentage, like 12.5"),
    ],
)
def test_percent_refused_says_why(text: str, words: str) -> None:
    with pytest.raises(AmountError) as refused:
        amounts.read_percent(text)
    assert str(refused.value) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("17.5", "must be a whole number, like 17"),
        ("many", "must be a whole number, like 17"),
        ("-1", "must be 0 or more"),
        ("(17)", "must be a whole number, like 17, without brackets around it"),
        ("1,70", "must be a whole number, like 17. Write thousands in threes, like 1,700"),
    ],
)
def test_count_refused_says_why(text: str, words: str) -> None:
    with pytest.raises(AmountError) as refused:
        amounts.read_count(text)
    assert str(refused.value) == words


def test_a_count_has_no_decimals_left() -> None:
    assert str(amounts.read_count("17.0")) == "17"


@pytest.mark.parametrize("text", ["maybe", "", "yess"])
def test_yes_or_no_refused_says_why(text: str) -> None:
    with pytest.raises(AmountError, match="^must be yes or no$"):
        amounts.read_yes_no(text)
