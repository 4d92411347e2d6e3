"""What can be read in more than one way."""

from __future__ import annotations

from dataclasses import dataclass

from calculators.records.schemas.base import Cited
from calculators.records.schemas.marks import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One way to read an ambiguous passage."""

    id: str
    text: Words


@dataclass(frozen=True, kw_only=True)
class Ambiguity(Cited):
    """A passage that can be read more than one way, with the readings and the one used by default.

    `spares` are the records on its paragraph that the doubt does not touch, as `rule:x`, `line:x`, `step:process/3` or
    `item:checklist/3`.
    """

    id: str
    title: Words
    issue: Words
    reading: tuple[Reading, ...]
    evidence: Words = ""
    default: str = ""
    default_basis: Words = ""
    affects: tuple[Words, ...] = ()
    spares: tuple[Words, ...] = ()

    def __post_init__(self) -> None:
        if self.default and self.default not in (reading.id for reading in self.reading):
            raise ValueError(f"has the default '{self.default}', which is none of its readings")

    @property
    def followed(self) -> str:
        """The words of the reading that the site follows; nothing where it follows none."""
        return self.text_of(self.default)

    def text_of(self, reading: str) -> str:
        """The words of one of its readings; nothing where it has no such reading."""
        return next((one.text for one in self.reading if one.id == reading), "")
