"""The parts of a paper that everything else cites."""

from __future__ import annotations

from dataclasses import dataclass

from calculators.records.schemas.base import Standing, slug


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph, list item, table row or step of a paper, and the page that restates it."""

    label: str
    page: str
    title: str = ""
    unused: str = ""

    @property
    def anchor(self) -> str:
        """The paragraph's place on its page."""
        return f"p-{slug(self.label)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The paragraphs from `first` to `last`, where they stand otherwise than in force by the paper itself.

    A later part overrules an earlier one.
    """

    first: str
    last: str
    standing: Standing
