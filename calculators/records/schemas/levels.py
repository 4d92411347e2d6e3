"""The levels of practice based commissioning: what each asks of a group, and what it brings."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Literal

from calculators.records.schemas.base import Cited, Stated
from calculators.records.schemas.marks import ObjectiveId, RuleId, Words
from calculators.records.schemas.rules import Comparison, Unit, check_value
from calculators.values import formats

# fmt: off
CriterionKind = Literal[
    "practice_percentage", "member_percentage", "count",
    "agreement", "evidence", "meeting", "report", "role", "seat",
]
# fmt: on
Denominator = Literal["", "practices", "area_practices", "membership"]


@dataclass(frozen=True, kw_only=True)
class Objective(Cited):
    """One of the objectives that every level is measured against."""

    id: str
    number: str
    title: Words
    note: Words = ""

    @property
    def called(self) -> str:
        """`Objective 3`."""
        return f"Objective {self.number}"

    @property
    def name(self) -> str:
        """`Objective 3: good prescribing`."""
        return f"{self.called}: {formats.lower_first(self.title)}"


# Told apart by being one and the same: a table of cases looks criteria up by the thousand.
@dataclass(frozen=True, kw_only=True, eq=False)
class Criterion(Stated):
    """One criterion of one level. `threshold` is a percentage where `count` names the field that counts.

    `help` is for whoever answers; `note` is about how the paper is printed and read.
    """

    id: str
    objective: ObjectiveId
    level: str
    kind: CriterionKind
    text: Words
    threshold: str = ""
    score: str = ""
    op: Comparison = ""
    unit: Literal[Unit, ""] = ""
    count: str = ""
    denominator: Denominator = ""
    evidence: Words = ""
    help: Words = ""
    note: Words = ""

    def __post_init__(self) -> None:
        if self.count and not (self.threshold and self.denominator):
            raise ValueError("counts something, so it needs a threshold and denominator")
        if bool(self.threshold) != bool(self.unit):
            raise ValueError("needs both a threshold and its unit, or neither")
        if self.unit:
            check_value(self.threshold, self.unit)
        if self.score:
            check_value(self.score, "count")

    @cached_property
    def field(self) -> str:
        """The field that answers it: its own name, or that of the count it shares with other levels."""
        return self.count or self.id.replace("-", "_")

    @cached_property
    def plan(self) -> str:
        """The field that says whether there is a plan to reach it."""
        return f"plan_{self.id.replace('-', '_')}"

    @property
    def whole(self) -> bool:
        """Whether every one of those counted is needed."""
        return bool(self.count) and self.percent / 100 == 1

    @cached_property
    def percent(self) -> Decimal:
        """The share that is needed, in percent; only for criteria that count."""
        return Decimal(self.threshold)


@dataclass(frozen=True, kw_only=True)
class Commitment(Stated):
    """What is committed at one level: rules for the amounts where the paper gives them, the rest in words."""

    level: str
    items: tuple[Words, ...]
    gp_sessions_rule: RuleId = ""
    staff_hours_rule: RuleId = ""
    hourly_rate_rule: RuleId = ""
    population_rule: RuleId = ""
    note: Words = ""
