"""The errors that the core raises, each with words for the person who can put it right."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


class AmountError(ValueError):
    """A text is not an amount of the kind asked for; the message ends a sentence that names the field."""


class CaseError(ValueError):
    """A case cannot be answered: one message for each field, saying how to put it right."""

    def __init__(self, errors: Mapping[str, str]) -> None:
        """Keep the messages by field name."""
        super().__init__("; ".join(f"{name}: {message}" for name, message in errors.items()))
        self.errors = dict(errors)


class UnknownCalculator(LookupError):
    """No calculator has this id."""


class RecordError(ValueError):
    """A data file is malformed: the message names the file, the record and the reason."""

    def __init__(self, file: Path, record: str, reason: str) -> None:
        """Name the file by its last folders, so that the message reads the same on every machine."""
        self.file, self.record, self.reason = file, record, reason
        super().__init__(f"{'/'.join(file.parts[-3:])}: {record}: {reason}")
