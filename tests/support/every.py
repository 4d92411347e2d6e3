"""A loop over nothing proves nothing: what a test goes through must be there."""

from collections.abc import Iterable


def every[T](items: Iterable[T], what: str = "items") -> list[T]:
    """The items as a list; fails where there are none."""
    found = list(items)
    assert found, f"there are no {what} to look at"
    return found
