"""Days and financial years as people and spreadsheets write them; what could be another day is refused with words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.values import dates
from calculators.values.errors import AmountError

DAYS = st.dates(min_value=dates.FIRST_DAY, max_value=dates.LAST_DAY)
MUST = "must be a real date, like 1 October 2009"
FOUR = "must have its year in four figures, like 1 October 2009"
YEAR = "must be two years in a row, like 2009-10"


@pytest.mark.parametrize(
    "text",
    [
        *("2009-10-01", "1 October 2009", "1 Oct 2009", "01/10/2009", "1/10/2009", "1st October 2009"),
        *("1 OCT 2009", "1-Oct-2009", "01-Oct-2009", "01OCT2009", "1Oct2009", "1-October-2009", "2009/10/01"),
        *("2009-10-01 00:00:00", "2009-10-01T00:00:00", "01/10/2009 00:00", "1-Oct-2009 00:00:00"),
        *("01OCT2009 00:00:00", "2009-10-01 00:00:00.000", "\ufeff1\u00a0October\u202f2009"),
    ],
)
def test_date_is_read_day_first(text: str) -> None:
    assert dates.read_date(text) == date(2009, 10, 1)


@pytest.mark.parametrize(
    "text", ["3 Sept 2009", "3rd sept, 2009", "3.9.2009", "3-9-2009", "03/09/2009", "2009-9-3", "03SEP2009"]
)
def test_dates_in_other_hands(text: str) -> None:
    assert dates.read_date(text) == date(2009, 9, 3)


@pytest.mark.parametrize(
    "text",
    [
        *("31/02/2009", "10/2009", "2009", "1 Octember 2009", "0/10/2009", "1 ma 2009", "13-13-2009", "soon"),
        *(
            "3 septem 209",
            "3 mayor 2009",
            "30 February 2009",
            "2009-13-01",
            "2009-10-01 13:45:00",
            "40087",
            "",
        ),
        *("29 February 2010", "1 Octo 20091", "1/0/09", "1/13/09"),
    ],
)
def test_date_refused_says_why(text: str) -> None:
    with pytest.raises(AmountError) as refused:
        dates.read_date(text)
    assert str(refused.value) == MUST


@pytest.mark.parametrize(
    "text",
    [
        "01-Oct-09",
        "1/1/07",
        "1/12/07",
        "1/10/07",
        "1 October 09",
        "01OCT09",
        "1 Oct '09",
        "1.10.07",
        "01/10/07 00:00:00",
    ],
)
def test_a_year_of_two_figures_is_refused_with_words_about_the_year(text: str) -> None:
    with pytest.raises(AmountError) as refused:
        dates.read_date(text)
    assert str(refused.value) == FOUR


@given(DAYS, st.sampled_from(["", " 00:00:00"]))
def test_every_date_reads_back(day: date, midnight: str) -> None:
    name = dates.MONTHS[day.month - 1]
    for text in (
        day.isoformat(),
        f"{day:%d/%m/%Y}",
        f"{day.day} {name} {day.year}",
        f"{day.day:02}-{name[:3].title()}-{day.year}",
        f"{day.day:02}{name[:3].upper()}{day.year}",
    ):
        assert dates.read_date(text + midnight) == day


@pytest.mark.parametrize("text", ["1990-01-01", "31 December 2099"])
def test_the_first_day_and_the_last_are_read(text: str) -> None:
    assert dates.read_date(text) in {dates.FIRST_DAY, dates.LAST_DAY}


@pytest.mark.parametrize("text", ["1989-12-31", "1 January 2100", "31/12/9999", "0001-01-01", "31DEC1989"])
def test_a_date_far_away_is_refused(text: str) -> None:
    with pytest.raises(AmountError, match="must be between 1 January 1990 and 31 December 2099"):
        dates.read_date(text)


@pytest.mark.parametrize("number", range(1, 13))
def test_every_month_is_read_whole_and_from_three_letters(number: int) -> None:
    day = date(2009, number, 2)
    name = dates.MONTHS[number - 1]
    assert dates.read_date(f"2 {name} 2009") == dates.read_date(f"2nd {name[:3]}, 2009") == day
    with pytest.raises(AmountError):
        dates.read_date(f"2 {name[:2]} 2009")


@pytest.mark.parametrize(
    ("text", "year"),
    [
        *((text, "2009-10") for text in ("2009-10", "2009/10", "2009-2010", "09-10", "2009 - 10", "2009–10")),
        *(("2099-00", "2099-00"), ("2000/01", "2000-01"), ("08/09", "2008-09"), ("2010/11", "2010-11")),
        *(("Nov-10", "2010-11"), ("Oct-09", "2009-10"), ("Dec-11", "2011-12"), ("Jan-00", "2000-01")),
        *(("nov 10", "2010-11"), ("Nov-2010", "2010-11"), ("November 2010", "2010-11")),
        *(("2010-11-01", "2010-11"), ("2010-11-01 00:00:00", "2010-11"), ("01/11/2010", "2010-11")),
        *(("1-Nov-2010", "2010-11"), ("01NOV2010", "2010-11"), ("1 October 2009", "2009-10")),
    ],
)
def test_financial_year(text: str, year: str) -> None:
    assert dates.read_financial_year(text) == year


@pytest.mark.parametrize(
    "text",
    [
        *(
            "2009-11",
            "2009",
            "2009-09",
            "next",
            "2099-100",
            "1999-00",
            "",
            "Nov-11",
            "Oct-10",
            "Jan-10",
            "Dec-99",
        ),
        *("2010-11-02", "2009-04-01", "2009-11-01", "1 November 2009", "Foo-99", "No-10", "1999-12-01"),
    ],
)
def test_financial_year_refused_says_why(text: str) -> None:
    with pytest.raises(AmountError) as refused:
        dates.read_financial_year(text)
    assert str(refused.value) == YEAR


@given(st.integers(0, 99))
def test_every_financial_year_comes_back_as_it_is_written_and_as_a_spreadsheet_makes_it(first: int) -> None:
    last = (first + 1) % 100
    year = f"20{first:02}-{last:02}"
    assert dates.read_financial_year(year) == year
    if 1 <= last <= 12:
        month = dates.MONTHS[last - 1][:3].title()
        assert dates.read_financial_year(f"{month}-{first:02}") == year
        assert dates.read_financial_year(f"20{first:02}-{last:02}-01 00:00:00") == year
