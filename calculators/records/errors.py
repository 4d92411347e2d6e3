"""What goes wrong when a paper's records are read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from calculators.values.spelling import Spellings


class RecordError(ValueError):
    """A data file is malformed: the message names the file, the record and the reason.

    Where several things are wrong, `each` holds them all, and the message has a line for each.
    """

    each: tuple[RecordError, ...]

    def __init__(self, file: Path, record: str, reason: str) -> None:
        """Name the file by its last folders, so that the message reads the same on every machine."""
        self.file, self.record, self.reason = file, record, reason
        self.each = (self,)
        super().__init__(f"{'/'.join(file.parts[-3:])}: {record}: {reason}")


class RecordErrors(RecordError):
    """Several things are wrong. What is met more than once, as a file that others rest on, is told once."""

    def __init__(self, errors: Iterable[RecordError]) -> None:
        """Keep them in order; `file`, `record` and `reason` are those of the first."""
        told = {str(one): one for error in errors for one in error.each}
        self.each = tuple(told.values())
        first = self.each[0]
        self.file, self.record, self.reason = first.file, first.record, first.reason
        ValueError.__init__(self, "\n".join(told))


def together[T](attempts: Iterable[Callable[[], T]]) -> list[T]:
    """What each attempt gives; where any raises `RecordError`, the others are made all the same, and all is told."""
    found: list[T] = []
    wrong: list[RecordError] = []
    for attempt in attempts:
        try:
            found.append(attempt())
        except RecordError as error:
            wrong.append(error)
    raise_all(wrong)
    return found


def meant(name: str, known: Iterable[str]) -> str:
    """What to put in place of a name that is not known, where one is like it: `: use 'board'`."""
    near = Spellings((one, one) for one in known).near(name)
    return f": use '{near}'" if near else ""


def raise_all(wrong: Sequence[RecordError]) -> None:
    """Tell what is wrong, if anything is."""
    if wrong:
        raise wrong[0] if len(wrong) == 1 else RecordErrors(wrong)
