"""What is wrong with a table, each fault by row, practice and column, and all of them told at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from calculators.values.errors import AmountError

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
        """The fault as a sentence about its place: `row 3 (Elm), column 'budget' must be …`."""
        whose = f" ({self.practice})" if self.practice else ""
        places = [f"row {self.row}{whose}"] if self.row else []
        places += [f"column '{self.column}'"] if self.column else []
        return f"{', '.join(places)} {self.words}"

    def to_json(self) -> dict[str, object]:
        """The fault as a page gets it."""
        return {"row": self.row, "practice": self.practice, "column": self.column, "words": self.words}


class TableError(AmountError):
    """A table cannot be read; its `faults` are all there are."""

    def __init__(self, told: str, faults: Sequence[Fault]) -> None:
        """Tell the first faults and count the rest; `told` begins the message."""
        self.faults = tuple(faults)
        first, *others = [fault.sentence for fault in faults[:MOST_NAMED]]
        sentences = [f"{told}: {first}", *(other[:1].upper() + other[1:] for other in others)]
        if more := len(faults) - MOST_NAMED:
            if more == 1:
                sentences.append("There is 1 more to put right")
            elif more > 1:
                sentences.append(f"There are {more:,} more to put right")
        super().__init__(". ".join(sentences))
