"""Columns about people: by their headings, and by the numbers in their cells."""

import pytest

from calculators.values.people import is_nhs_number, told_by_cells, told_by_heading

# Ten digits kept for tests, whose last one is right for the others.
NUMBER = "999 000 0018"


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        ("nhs no", "NHS numbers"),
        ("dob", "dates of birth"),
        ("surname", "patients’ names"),
        ("mrn", "patients’ numbers"),
        ("post code", "addresses"),
        ("email", "ways to reach people"),
        ("practice name", ""),
        ("list size", ""),
    ],
)
def test_a_heading_tells_what_its_column_holds_about_people(heading: str, told: str) -> None:
    assert told_by_heading(heading) == told


def test_a_number_is_known_by_its_last_digit() -> None:
    assert is_nhs_number(NUMBER)
    assert is_nhs_number(NUMBER.replace(" ", ""))
    assert not is_nhs_number("999 000 0019")
    assert not is_nhs_number("999 000 001")


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ([NUMBER, "none"], "NHS numbers"),
        ([NUMBER, "none", "none", ""], ""),
        ([NUMBER, "", " "], "NHS numbers"),
        (["none"], ""),
        ([], ""),
    ],
)
def test_cells_hold_numbers_where_every_second_one_is_one(cells: list[str], told: str) -> None:
    assert told_by_cells(cells) == told
