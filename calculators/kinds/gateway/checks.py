"""Hold each criterion against what the group told us: met, not met and by how many, or not answered."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from functools import cache, cached_property
from operator import getitem
from typing import Any, NamedTuple

from calculators.engine.answers import Answers
from calculators.engine.fields import Value
from calculators.engine.result import MET, NOT_ANSWERED, NOT_MET, Check, State
from calculators.kinds.gateway.answers import Given
from calculators.kinds.gateway.counts import AS_MEMBERS, COUNTS, TOTALS, Count, of
from calculators.kinds.gateway.criteria import in_scope, named
from calculators.kinds.gateway.practice_table import Tally
from calculators.records.schemas import Criterion

BLANK = "not answered"
MOST = 512
"""How many findings of a criterion are kept."""


@dataclass(frozen=True, eq=False)
class Finding(ABC):
    """A criterion held against the answers, and what was answered on a plan for it."""

    criterion: Criterion
    plan: Value | None

    @property
    @abstractmethod
    def state(self) -> State:
        """Whether what there is is enough, is not, or cannot be told."""

    @property
    @abstractmethod
    def have(self) -> str:
        """What was given, in words."""

    @property
    @abstractmethod
    def need(self) -> str:
        """What is needed, in words."""

    @cached_property
    def met(self) -> bool:
        """Whether what there is is enough."""
        return self.state == MET

    @cached_property
    def answered(self) -> bool:
        """Whether the answers settle it."""
        return self.state != NOT_ANSWERED

    @property
    def planned(self) -> bool:
        """Whether there is a plan."""
        return self.plan is True

    @property
    def refused(self) -> bool:
        """Whether it is not met for certain, and has no plan for certain."""
        return self.state == NOT_MET and self.plan is False

    @property
    def missing(self) -> str:
        """The one answer without which the others tell nothing, where there is such a one."""
        return ""

    @property
    def short(self) -> int | None:
        """How many are missing; None where nothing is counted, or where it cannot be known."""
        return None

    @property
    def tally(self) -> Tally | None:
        """What a table of practices says of it, where one does."""
        return None

    def check(self, level: str) -> Check:
        """The finding as an entry of the result of an application for this level.

        Below it, a criterion that is met is settled, and how its words are read no longer matters.
        """
        criterion, tally = self.criterion, self.tally
        plan = NOT_ANSWERED if self.plan is None else "yes" if self.plan else "no"
        return Check(
            id=criterion.id,
            label=named(criterion),
            state=self.state,
            have=self.have,
            need=self.need,
            source=criterion.source,
            objective=criterion.objective,
            level=criterion.level,
            plan="" if self.met else plan,
            short=self.short,
            who=tally.no if tally else None,
            who_unanswered=tally.blank if tally else None,
            tells=(criterion.count or criterion.field, criterion.plan),
            doubts=() if self.met and criterion.level != level else criterion.ambiguity,
        )


@dataclass(frozen=True, eq=False)
class YesNo(Finding):
    """A criterion that asks for a yes."""

    answer: Value | None

    @cached_property
    def state(self) -> State:
        """As it was answered."""
        return NOT_ANSWERED if self.answer is None else MET if self.answer is True else NOT_MET

    @property
    def have(self) -> str:
        """The answer."""
        return BLANK if self.answer is None else "yes" if self.answer else "no"

    @property
    def need(self) -> str:
        """Always a yes."""
        return "yes"


@dataclass(frozen=True, eq=False)
class Counted(Finding):
    """A criterion that asks for a share of a total: how many there are, and of how many."""

    given: Tally | None
    total: int | None
    as_members: bool
    """Whether practices stand in for the members that the total is of."""

    @property
    def count(self) -> Count:
        """The figure that answers it."""
        return COUNTS[self.criterion.count]

    @cached_property
    def enough(self) -> int:
        """How many are needed; nothing where the total is not known."""
        return needed(self.criterion, self.total) if self.total is not None else 0

    @cached_property
    def state(self) -> State:
        """Met where those with a yes are enough, not met where they would not be with every blank a yes."""
        if self.given is None or self.total is None:
            return NOT_ANSWERED
        if self.given.yes >= self.enough:
            return MET
        return NOT_MET if self.given.most < self.enough else NOT_ANSWERED

    @property
    def tally(self) -> Tally | None:
        """What the table says."""
        return self.given if self.given and self.given.from_table else None

    @property
    def missing(self) -> str:
        """The total, where the number was given and nobody can tell of how many."""
        return f"the number of {self._many}" if self.given and self.total is None else ""

    @property
    def short(self) -> int | None:
        """How many more would have to say yes."""
        return self.enough - self.given.yes if self.given and self.state == NOT_MET else None

    @property
    def have(self) -> str:
        """The number and its total, as far as they are known, and how many cells of the table are empty."""
        if self.given is None or (self.given.blank and not self.given.yes and not self.given.no):
            return BLANK
        of_all = f" of {self.total:,}" if self.total is not None else ""
        number = f"{self.given.yes:,}{of_all}"
        blank = len(self.given.blank)
        open_cells = f", and {blank:,} not answered" if blank and not self.met else ""
        return f"{number}; {self.missing} is missing" if self.missing else f"{number}{open_cells}"

    @property
    def need(self) -> str:
        """The share in whole numbers, where the total is known."""
        share = f"{self.criterion.threshold}%"
        if self.total is None:
            return f"{share} of the {self._many}"
        more = " or more" if self.enough < self.total else ""
        each = f", {AS_MEMBERS}" if self.as_members else ""
        whole = "practices" if self.as_members else self.count.total
        return f"{self.enough:,} of {of(whole, self.total)}{more} ({share}){each}"

    @property
    def _many(self) -> str:
        return TOTALS[self.count.total][1]


def find(level: str, answers: Answers, given: Given) -> tuple[Finding, ...]:
    """Every criterion of this level and of those below it, objective by objective."""
    asked = _asked(level)
    counts, totals, stand_ins = given.counts, given.totals, given.stand_ins
    counted = {
        name: (counts[name], totals[whole], whole in stand_ins) for name, whole in asked.counts.items()
    }
    said = [
        counted.get(name) or (answer,)
        for name, answer in zip(asked.names, answers.each(asked.names), strict=True)
    ]
    return (*map(getitem, asked.held, zip(answers.each(asked.plans), said, strict=True)),)


class _Held(dict[tuple[Value | None, tuple[Any, ...]], Finding]):
    """One criterion held against a plan and an answer. In a table of cases most come again: those are kept."""

    def __init__(self, criterion: Criterion) -> None:
        super().__init__()
        self._criterion, self._kind = criterion, Counted if criterion.count else YesNo

    def __missing__(self, given: tuple[Value | None, tuple[Any, ...]]) -> Finding:
        plan, said = given
        finding = self._kind(self._criterion, plan, *said)
        if len(self) < MOST:
            self[given] = finding
        return finding


class _Asked(NamedTuple):
    """What is asked at a level: in the order of its criteria, their fields; and what each count is a share of."""

    held: list[_Held]
    plans: list[str]
    names: list[str]
    counts: dict[str, str]


@cache
def _asked(level: str) -> _Asked:
    criteria = in_scope(level)
    return _Asked(
        held=[*map(_Held, criteria)],
        plans=[c.plan for c in criteria],
        names=[c.field for c in criteria],
        counts={count.name: count.total for count in COUNTS.values()},
    )


def needed(criterion: Criterion, total: int) -> int:
    """The smallest whole number that is the criterion's share of `total`, or more."""
    numerator, denominator = (criterion.percent / 100).as_integer_ratio()
    return -(-numerator * total // denominator)
