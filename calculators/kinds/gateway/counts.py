"""The counts of practices that the percentage criteria ask for, and the totals they are measured against."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from calculators.kinds.gateway.criteria import CRITERIA
from calculators.records.schemas import Criterion
from calculators.values.formats import lower_first, upper_first

ABBREVIATIONS = {"des": "DES", "les": "LES", "qof": "QOF", "eoe": "EoE", "pct": "PCT"}


@dataclass(frozen=True, eq=False)
class Count:
    """A figure that a reader can type, and the criteria it answers, the lowest level first."""

    name: str
    served: tuple[Criterion, ...]

    @cached_property
    def label(self) -> str:
        """What is counted, in the words of the criterion."""
        return self.served[0].text

    @cached_property
    def noun(self) -> str:
        """What a message calls it."""
        return f"the number of {lower_first(self.label)}"

    @cached_property
    def told(self) -> str:
        """What it is called at the start of a message."""
        return f"The{self.noun.removeprefix('the')}"

    @cached_property
    def column(self) -> str:
        """The heading of its column in a pasted table, as a person would type it."""
        words = [ABBREVIATIONS.get(word, word) for word in self.name.split("_")]
        return upper_first(" ".join(words))

    @cached_property
    def total(self) -> str:
        """The field that holds what it is a share of."""
        return self.served[0].denominator

    @cached_property
    def score(self) -> str:
        """The score that counts a practice in, where one does."""
        return self.served[0].score


def _counts() -> dict[str, Count]:
    names = dict.fromkeys(c.count for c in CRITERIA if c.count)
    by_level = sorted(CRITERIA, key=lambda c: int(c.level))
    return {name: Count(name, tuple(c for c in by_level if c.count == name)) for name in names}


COUNTS = _counts()
SCORED = tuple(sorted((c for c in COUNTS.values() if c.score), key=lambda c: int(c.score)))
"""The counts that a QOF score decides, the lowest score first."""

TOTALS = {
    "practices": ("practice", "practices"),
    "area_practices": ("practice in the area", "practices in the area"),
    "membership": ("member", "members"),
}
"""How the totals are spoken of: one and many."""


AS_MEMBERS = "each counted as one member"
"""What is said of practices that stand in for members."""


def of(total: str, number: int) -> str:
    """`15 practices`, `1 practice in the area`."""
    one, many = TOTALS[total]
    return f"{number:,} {one if number == 1 else many}"
