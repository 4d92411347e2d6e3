"""Amounts accept what people type, exactly, and refuse what could mean two things."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.values import amounts, dates
from calculators.values.errors import AmountError

POUNDS = st.decimals(min_value=0, max_value=10**11, places=2, allow_nan=False)


@pytest.mark.parametrize(
    ("text", "pounds"),
    [
        ("1250000", "1250000"),
        ("1,250,000", "1250000"),
        ("£1,250,000.50", "1250000.50"),
        ("1.25m", "1250000"),
        ("1.25 million", "1250000"),
        ("250k", "250000"),
        ("£ 250 K", "250000"),
        ("1 250 000", "1250000"),
        ("1\u00a0250\u00a0000", "1250000"),
        ("１２５０", "1250"),
        ("1,250,000.", "1250000"),
        (".50", "0.50"),
        ("0.00000125m", "1.25"),
        ("−12.34", "-12.34"),
        ("-£12.34", "-12.34"),
        ("£-12.34", "-12.34"),
        ("007", "7"),
    ],
)
def test_money_as_people_type_it(text: str, pounds: str) -> None:
    assert amounts.read_money(text) == Decimal(pounds)


@pytest.mark.parametrize(
    "text",
    ["1,5", "1,25,000", "12,50", "1.005", "0.0012345k", "one", "1.2.3", "£", "k", "--1", "-£-1", "1e6", "NaN",
     "Infinity", "1 2", "£1 million pounds", "9" * 16, "1" + "0" * 5000, "0x10", "½", "1/2"],
)  # fmt: skip
def test_money_that_is_refused(text: str) -> None:
    with pytest.raises(AmountError, match="must"):
        amounts.read_money(text)


@given(POUNDS)
def test_money_written_with_commas_reads_back(value: Decimal) -> None:
    assert amounts.read_money(f"£{value:,.2f}") == value
    assert amounts.read_money(f"{value:.2f}") == value


@pytest.mark.parametrize(
    ("text", "value"), [("12.5", "12.5"), ("12.5%", "12.5"), ("12.5 per cent", "12.5"), ("０.５％", "0.5")]
)
def test_percent(text: str, value: str) -> None:
    assert amounts.read_percent(text) == Decimal(value)


@pytest.mark.parametrize("text", ["%", "1,5%", "1.00001", "ten"])
def test_percent_refused(text: str) -> None:
    with pytest.raises(AmountError):
        amounts.read_percent(text)


@pytest.mark.parametrize(
    ("text", "value"), [("17", 17), ("1,700", 1700), ("0", 0), ("17.0", 17), (" 17 ", 17)]
)
def test_count(text: str, value: int) -> None:
    assert amounts.read_count(text) == value


@pytest.mark.parametrize("text", ["17.5", "-1", "1,7", "seventeen", ""])
def test_count_refused(text: str) -> None:
    with pytest.raises(AmountError):
        amounts.read_count(text)


@pytest.mark.parametrize("text", ["yes", "Y", "TRUE", " Yes. "])
def test_yes(text: str) -> None:
    assert amounts.read_yes_no(text) is True


@pytest.mark.parametrize("text", ["no", "N", "False"])
def test_no(text: str) -> None:
    assert amounts.read_yes_no(text) is False


@pytest.mark.parametrize(
    "text",
    [
        "2009-10-01",
        "1 October 2009",
        "1 Oct 2009",
        "01/10/2009",
        "1/10/2009",
        "1st October 2009",
        "1 OCT 2009",
    ],
)
def test_date_is_read_day_first(text: str) -> None:
    assert dates.read_date(text) == date(2009, 10, 1)


@pytest.mark.parametrize(
    "text", ["31/02/2009", "10/2009", "2009", "1 Octember 2009", "0/10/2009", "1 ma 2009", "13-13-2009"]
)
def test_date_refused(text: str) -> None:
    with pytest.raises(AmountError, match="real date"):
        dates.read_date(text)


@given(st.dates(min_value=dates.FIRST_DAY, max_value=dates.LAST_DAY))
def test_every_date_reads_back(day: date) -> None:
    assert dates.read_date(day.isoformat()) == day
    assert dates.read_date(f"{day:%d/%m/%Y}") == day


@pytest.mark.parametrize("text", ["1989-12-31", "1 January 2100", "31/12/9999", "0001-01-01"])
def test_a_date_far_away_is_refused(text: str) -> None:
    with pytest.raises(AmountError, match="must be between 1 January 1990 and 31 December 2099"):
        dates.read_date(text)


@pytest.mark.parametrize("text", ["2009-10", "2009/10", "2009-2010", "09-10", "2009 - 10"])
def test_financial_year(text: str) -> None:
    assert dates.read_financial_year(text) == "2009-10"


@pytest.mark.parametrize("text", ["2009-11", "2009", "2009-09", "next"])
def test_financial_year_refused(text: str) -> None:
    with pytest.raises(AmountError):
        dates.read_financial_year(text)


READERS = [amounts.read_money, amounts.read_percent, amounts.read_count, amounts.read_number,
           amounts.read_yes_no, dates.read_date, dates.read_financial_year]  # fmt: skip


@given(st.text(max_size=40), st.sampled_from(READERS))
def test_any_text_is_an_amount_or_a_message(text: str, read: object) -> None:
    try:
        read(text)  # type: ignore[operator]
    except AmountError as error:
        assert str(error).startswith("must ")
