"""Amounts accept what people type, exactly, and refuse what could mean two things."""

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


@pytest.mark.parametrize("text", ["yes", "Y", "TRUE", " Yes. ", "1", "✓", "✔", "✔\ufe0f", "☑", "✅"])
def test_yes(text: str) -> None:
    assert amounts.read_yes_no(text) is True


@pytest.mark.parametrize("text", ["no", "N", "False", "0", "✗", "✘"])
def test_no(text: str) -> None:
    assert amounts.read_yes_no(text) is False


@pytest.mark.parametrize("text", ["x", "X", " x ", "×", "✕", "✖\ufe0f", "☒", "❌"])
def test_a_cross_could_be_either_and_is_told_so(text: str) -> None:
    with pytest.raises(AmountError) as refused:
        amounts.read_yes_no(text)
    assert str(refused.value) == "must be yes or no. A cross stands for either, so write the word"


HIDDEN = st.sampled_from(["\u202d", "\u202c", "\u200b", "\ufeff", "\u2060", "\u00ad", "\u200e", "\ufe0f"])


@given(POUNDS, st.lists(st.tuples(HIDDEN, st.integers(0, 30)), max_size=4))
def test_characters_that_do_not_show_change_no_amount(value: Decimal, hidden: list[tuple[str, int]]) -> None:
    text = f"£{value:,.2f}"
    for mark, place in hidden:
        text = text[:place] + mark + text[place:]
    assert amounts.read_money(text) == value
    assert amounts.read_money(text.replace(",", "\u00a0")) == value


def test_a_name_is_read_as_it_shows() -> None:
    assert amounts.read_text(" \ufeffMill\u00a0Lane\u200b \x0bSurgery\x07 ") == "Mill Lane Surgery"
    assert amounts.read_text("Ysgol D\u0175r 🏥") == "Ysgol D\u0175r 🏥"


@pytest.mark.parametrize("mark", ["", " ", "\u200b", "n/a", "N/A", "na", "NA.", "n.a.", "–", "—", " – "])
@pytest.mark.parametrize("kind", ["money", "percent", "count", "date", "yes/no", "text", "choice"])
def test_marks_for_no_answer(mark: str, kind: str) -> None:
    assert amounts.left_out(mark, kind)
    assert amounts.left_out(mark, kind, required=True) == (not mark.strip(" \u200b"))


def test_a_dash_is_no_answer_to_yes_or_no_alone() -> None:
    assert amounts.left_out("-", "yes/no")
    assert not any(amounts.left_out("-", kind) for kind in ("money", "percent", "count", "date", "text"))


@pytest.mark.parametrize("text", ["-", "£-", "£ -", " -   ", "–"])
def test_a_dash_for_money_is_told_what_it_may_be(text: str) -> None:
    with pytest.raises(AmountError) as refused:
        amounts.read_money(text)
    assert (
        str(refused.value)
        == "must be an amount, not a dash. Accounts write nothing so: enter 0 if it is meant"
    )


@pytest.mark.parametrize("text", ["(£1,150,000)", "£(1,150,000)", "(1150000.50)", "(1.15m)", "( 12 )"])
def test_an_amount_in_brackets_is_told_what_it_is(text: str) -> None:
    for read in (amounts.read_money, amounts.read_number, amounts.read_percent):
        if read is amounts.read_money or "£" not in text:
            with pytest.raises(AmountError, match="^must be written without brackets, which accounts use"):
                read(text)


READERS = [amounts.read_money, amounts.read_percent, amounts.read_count, amounts.read_number,
           amounts.read_yes_no, dates.read_date, dates.read_financial_year]  # fmt: skip


@given(st.text(max_size=40), st.sampled_from(READERS))
def test_any_text_is_an_amount_or_a_message(text: str, read: object) -> None:
    try:
        read(text)  # type: ignore[operator]
    except AmountError as error:
        assert str(error).startswith("must ")
        assert len(str(error)) < 200
