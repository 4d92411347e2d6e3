"""What is wrong with a table, each fault by row, practice and column, and all of them told at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from calculators.values.errors import AmountError
from calculators.values.formats import quoted, upper_first

MOST_NAMED = 10
"""How many faults a message names before it counts the rest."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: its row as a spreadsheet counts, its column as the reader headed it, whose row it is, and words.

    Row 0 is the table as a whole, and an empty column the row as a whole.
    """

    row: int
    column: str
    words: str
    practice: str = ""

    def __str__(self) -> str:
        return f"{self.column}: {self.words}" if self.column else self.words

    @property
    def sentence(self) -> str:
        """The fault as a sentence about its place: `row 3 (Elm), column ‘budget’ must be …`."""
        whose = f" ({self.practice})" if self.practice else ""
        places = [f"row {self.row}{whose}"] if self.row else []
        places += [f"column {quoted(self.column)}"] if self.column else []
        return f"{', '.join(places)} {self.words}".lstrip()

    def to_json(self) -> dict[str, object]:
        """The fault as a page gets it."""
        return {"row": self.row, "practice": self.practice, "column": self.column, "words": self.words}


class TableError(AmountError):
    """A table cannot be read; its `faults` are all there are.

    `sentences` tell the first of them one by one and count the rest; the message is all of these.
    """

    def __init__(self, told: str, faults: Sequence[Fault]) -> None:
        """Tell the faults of the table that is called `told`."""
        self.faults = tuple(faults)
        named = [_whole(told, fault, first=n == 0) for n, fault in enumerate(faults[:MOST_NAMED])]
        self.sentences = (*named, *_counted(len(faults) - MOST_NAMED))
        super().__init__(". ".join(self.sentences))


def _whole(told: str, fault: Fault, *, first: bool) -> str:
    """The fault as a sentence by itself; the first says which table is told of."""
    sentence = fault.sentence
    if not fault.row:
        return f"{told} {sentence}"
    return f"{told}: {sentence}" if first else upper_first(sentence)


def _counted(more: int) -> Iterator[str]:
    if more > 0:
        yield f"There {'is' if more == 1 else 'are'} {more:,} more to put right"
