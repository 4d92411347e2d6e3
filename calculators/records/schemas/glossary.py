"""The words of the field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from calculators.records.schemas.base import Cited
from calculators.records.schemas.marks import TOLD, Words


@dataclass(frozen=True, kw_only=True)
class Term(Cited):
    """A word of the field, as a paper uses it; `external` where the paper uses it and does not say what it means."""

    id: str
    term: Words
    meaning: Words
    basis: Annotated[Literal["stated", "external"], TOLD] = "stated"
    expansion: Words = ""
