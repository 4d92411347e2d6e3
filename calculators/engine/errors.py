"""What goes wrong when a calculator is asked, with words for the person who can put it right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


class Refused(Exception):
    """There is no answer: one message for each field, saying how to put it right.

    Where a message tells several faults, as those of a table, `faults` has each as a sentence by itself.
    """

    def __init__(self, errors: Mapping[str, str], faults: Mapping[str, Sequence[str]] | None = None) -> None:
        """Keep the messages and the faults by field name."""
        super().__init__("; ".join(f"{name}: {message}" for name, message in errors.items()))
        self.errors = dict(errors)
        self.faults = {name: list(told) for name, told in (faults or {}).items()}

    def to_json(self) -> dict[str, object]:
        """The contract's `{"errors"}`."""
        return {"errors": self.errors}

    def to_page(self) -> dict[str, object]:
        """The errors for a page, which shows each fault of a table on a line of its own."""
        return self.to_json() | ({"faults": self.faults} if self.faults else {})


class CaseError(Refused, ValueError):
    """A case, table or file cannot be answered as it stands."""


class Undeclared(LookupError):
    """A calculator gives what it does not declare, or names a record that its papers do not have."""


class UnknownCalculator(Refused, LookupError):
    """No calculator has this id."""

    def __init__(self, words: str) -> None:
        """Say so, and which there are."""
        super().__init__({"calculator": words})
