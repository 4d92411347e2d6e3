"""The path of a budget to the range, year by year to the penny, and the table that shows it."""

from decimal import Decimal
from fractions import Fraction

import pytest

from calculators.engine.run import run
from calculators.kinds.fair_share.path import NEVER, Path, path_table
from tests.support.edges import FAR_ABOVE, TOP


@pytest.mark.parametrize(
    ("budget", "end", "agreed", "years", "steps"),
    [
        ("100", None, "1", "0", ()),
        ("100", Fraction(99), "1", "1", ((1, -100, 9900),)),
        ("100", Fraction(101), "1", "1", ((1, 100, 10100),)),
        ("100", Fraction(102), "1", "2", ((1, 100, 10100), (2, 100, 10200))),
        ("100", Fraction(98), "1", "3", ((1, -100, 9900), (2, -99, 9801), (3, -1, 9800))),
        ("100", Fraction(98), "0", NEVER, ()),
        ("0.50", Fraction(1), "1", "50", None),
        ("0.49", Fraction(1), "1", NEVER, ()),
        # The end lies between two pennies: the last shift ends on the nearer one.
        ("33.50", Fraction(100, 3), "1", "1", ((1, -17, 3333),)),
        ("33.16", Fraction(100, 3), "1", "1", ((1, 17, 3333),)),
        # One percent of 50p is half a penny, which goes up; of 49p it is less, and nothing moves any more.
        ("1.00", Fraction(1, 3), "1", NEVER, None),
    ],
)
def test_the_path_year_by_year(
    budget: str, end: Fraction | None, agreed: str, years: str, steps: tuple[tuple[int, int, int], ...] | None
) -> None:
    path = Path.follow(Decimal(budget), end, Decimal(agreed))
    assert path.years == years
    if steps is not None:
        assert path.steps == steps


@pytest.mark.parametrize(("length", "numbers"), [(8, 8), (9, 9), (10, 9), (40, 9)])
def test_the_table_shows_eight_years_and_the_last(length: int, numbers: int) -> None:
    """A budget of £1 that gains a penny a year."""
    path = Path.follow(Decimal(1), Fraction(100 + length, 100), Decimal("0.5"))
    assert path.years == str(length)
    (table,) = path_table(path)
    assert table.title
    assert table.columns == ("Year", "Shift", "Budget after it")
    assert table.kinds == ("count", "money", "money")
    assert len(table.rows) == numbers
    assert table.rows[0] == ("1", "0.01", "1.01")
    assert table.rows[-1] == (str(length), "0.01", f"1.{length:02}")
    assert table.note.startswith(f"The first 8 of {length} years, and the last. ") == (length > 9)
    assert "The paper sets a shift for one year only" in table.note
    assert table.note.startswith("The ")


def test_a_budget_that_never_moves_or_need_not_has_no_table() -> None:
    assert path_table(Path.follow(Decimal(1), None, Decimal(1))) == ()
    assert path_table(Path.follow(Decimal(100), Fraction(98), Decimal(0))) == ()


def test_a_result_holds_the_path_and_the_rules_that_were_read() -> None:
    above = run("fair-share", FAR_ABOVE)
    within = run("fair-share", FAR_ABOVE | {"indicative_budget": str(TOP)})
    assert [table.rows[-1][-1] for table in above.tables] == [str(TOP)]
    assert within.tables == ()
    read = {"fair-share-tolerance", "fair-share-shift-cap"}
    asked = {"fair-share-review-trigger", "fair-share-policy-approval"}
    assert {cited.rule.id for cited in within.rules} == read | {"redesign-support-continues"}
    assert {cited.rule.id for cited in above.rules} == read | asked


def test_each_year_is_told_in_pounds_and_pence() -> None:
    path = Path.follow(Decimal("100"), Fraction(98), Decimal(1))
    (told,) = path_table(path)
    assert told.rows == (("1", "-1.00", "99.00"), ("2", "-0.99", "98.01"), ("3", "-0.01", "98.00"))
    assert told.kinds == ("count", "money", "money")
