"""What goes wrong when a calculator is asked, with words for the person who can put it right."""

from __future__ import annotations

from collections.abc import Mapping


class Refused(Exception):
    """There is no answer: one message for each field, saying how to put it right."""

    def __init__(self, errors: Mapping[str, str]) -> None:
        """Keep the messages by field name."""
        super().__init__("; ".join(f"{name}: {message}" for name, message in errors.items()))
        self.errors = dict(errors)

    def to_json(self) -> dict[str, object]:
        """The contract's `{"errors"}`."""
        return {"errors": self.errors}


class CaseError(Refused, ValueError):
    """A case, table or file cannot be answered as it stands."""


class Undeclared(LookupError):
    """A calculator gives what it does not declare, or names a record that its papers do not have."""


class UnknownCalculator(Refused, LookupError):
    """No calculator has this id."""

    def __init__(self, words: str) -> None:
        """Say so, and which there are."""
        super().__init__({"calculator": words})
