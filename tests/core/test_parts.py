"""Counts of a whole: how many, and of how many, in the ways that people write it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.values.errors import AmountError
from calculators.values.parts import Part, Whole, WholeUnknown, read_part

CALLED = "the number of practices in the group"
FOURTEEN, UNKNOWN = Whole(Decimal(14), CALLED), Whole(None, CALLED)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *(("12", 12), ("12 of 14", 12), ("12/14", 12), ("12 / 14", 12), ("12 out of 14", 12), ("0/14", 0)),
        *(("12 OF 14", 12), ("\u200b12\u00a0of 14.", 12), ("all", 14), ("All", 14), ("all of 14", 14)),
        *(("50%", 7), ("50 %", 7), ("50 per cent", 7), ("50 percent", 7), ("100%", 14), ("0%", 0)),
    ],
)
def test_a_count_of_a_whole(text: str, number: int) -> None:
    assert read_part(text, FOURTEEN).number == number


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("12 of 15", f"must be out of 14, {CALLED}"),
        ("12/13", f"must be out of 14, {CALLED}"),
        ("15", f"must be 14 or fewer, {CALLED}"),
        ("15 of 14", f"must be 14 or fewer, {CALLED}"),
        ("150%", f"must be 14 or fewer, {CALLED}"),
        ("75%", f"must be a percentage that makes a whole number of 14, {CALLED}. Enter the number instead"),
        ("-50%", f"must be a percentage that makes a whole number of 14, {CALLED}. Enter the number instead"),
        ("twelve", "must be a whole number, like 17"),
        ("12 of", "must be a whole number, like 17"),
        ("of 14", "must be a whole number, like 17"),
        ("12/14/16", "must be a whole number, like 17"),
        ("half%", "must be a percentage, like 12.5"),
    ],
)
def test_what_does_not_go_with_the_whole_is_refused(text: str, words: str) -> None:
    with pytest.raises(AmountError) as refused:
        read_part(text, FOURTEEN)
    assert str(refused.value) == words


def test_without_the_whole_a_count_stands_and_a_share_does_not() -> None:
    assert read_part("7", UNKNOWN) == Part(Decimal(7))
    assert read_part("7 of 10", UNKNOWN) == Part(Decimal(7), Decimal(10))
    for text in ("all", "50%"):
        with pytest.raises(WholeUnknown, match=f"^must be a whole number, unless you also enter {CALLED}$"):
            read_part(text, UNKNOWN)
    with pytest.raises(AmountError, match="^must be 10 or fewer"):
        read_part("11 of 10", UNKNOWN)


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_every_way_to_write_a_count_says_the_same(one: int, other: int) -> None:
    number, total = sorted((one, other))
    whole = Whole(Decimal(total), CALLED)
    for text in (f"{number}", f"{number:,} of {total:,}", f"{number}/{total}", f"{number} out of {total}"):
        assert read_part(text, whole).number == number
    assert read_part("all", whole).number == total


@given(st.text(max_size=30), st.one_of(st.none(), st.integers(1, 99)))
def test_any_text_is_a_count_of_the_whole_or_a_message(text: str, total: int | None) -> None:
    whole = Whole(None if total is None else Decimal(total), CALLED)
    try:
        part = read_part(text, whole)
    except AmountError as error:
        assert str(error).startswith("must ")
        assert len(str(error)) < 200
    else:
        assert part.number == int(part.number)
        assert part.number >= 0
        assert total is None or part.number <= total
