"""A list too long for a page is cut into runs about as long as one another, in order, with nothing left out."""

import pytest

from site_build.writing.lengths import CHARACTERS, lines, runs


def test_each_text_begins_a_line_and_an_empty_one_takes_none() -> None:
    assert lines("x", "", "y" * CHARACTERS, "z" * (CHARACTERS + 1)) == 4


@pytest.mark.parametrize("given", [[], [1], [3] * 10, [9, 1, 1, 1, 9], [20, 1, 20]])
def test_runs_keep_the_order_and_no_run_is_too_long_but_a_long_entry_alone(given: list[int]) -> None:
    found = runs(given, lambda entry: entry, most=10)
    assert [entry for run in found for entry in run] == given
    assert all(sum(run) <= 10 or len(run) == 1 for run in found)


def test_runs_are_about_as_long_as_one_another() -> None:
    assert [len(run) for run in runs([1] * 12, lambda entry: entry, most=10)] == [6, 6]
