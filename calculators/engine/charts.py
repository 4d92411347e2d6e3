"""Simple pictures of a result's figures: a range with amounts around it, a sum in parts, and days in order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from calculators.values import formats
from calculators.values.data import Json


@dataclass(frozen=True, slots=True)
class Mark:
    """A value on a chart."""

    label: str
    value: Decimal
    text: str

    def to_json(self) -> Json:
        """The mark as data."""
        return {"label": self.label, "value": f"{self.value:f}", "text": self.text}


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A picture. `kind` names its template, and `description` tells in words what it shows."""

    kind: str
    title: str
    description: str
    marks: tuple[Mark, ...]
    band: tuple[Mark, ...] = ()

    def to_json(self) -> Json:
        """The chart as data."""
        data: Json = {"kind": self.kind, "title": self.title, "description": self.description}
        data["marks"] = [mark.to_json() for mark in self.marks]
        return data | ({"band": [mark.to_json() for mark in self.band]} if self.band else {})


def range_chart(
    title: str, description: str, band: Mapping[str, Decimal], marks: Mapping[str, Decimal]
) -> Chart:
    """Amounts in pounds beside a range, whose two ends are the `band`, the lower first."""
    return Chart(kind="range", title=title, description=description, marks=_pounds(marks), band=_pounds(band))


def split_chart(title: str, description: str, parts: Mapping[str, Decimal]) -> Chart:
    """A sum in pounds, in its parts."""
    return Chart(kind="split", title=title, description=description, marks=_pounds(parts))


def timeline_chart(title: str, days: Mapping[str, date]) -> Chart:
    """Days in their order, each with what it is the day of."""
    line = sorted(days.items(), key=lambda item: item[1])
    marks = tuple(Mark(name, Decimal(day.toordinal()), formats.day(day)) for name, day in line)
    told = ". ".join(f"{mark.label}: {mark.text}" for mark in marks)
    return Chart(kind="timeline", title=title, description=f"{told}.", marks=marks)


def _pounds(amounts: Mapping[str, Decimal]) -> tuple[Mark, ...]:
    return tuple(Mark(label, amount, formats.money(amount)) for label, amount in amounts.items())
