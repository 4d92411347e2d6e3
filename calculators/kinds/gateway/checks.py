"""Hold each criterion against what the group told us: met, short by so many, or not answered."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from functools import cached_property, lru_cache

from calculators.engine.answers import Answers
from calculators.engine.fields import Value
from calculators.engine.result import Check
from calculators.kinds.gateway.answers import Given
from calculators.kinds.gateway.counts import COUNTS, TOTALS, Count, of
from calculators.kinds.gateway.criteria import in_scope
from calculators.records.schemas import Criterion

NOT_ANSWERED = "not answered"


@dataclass(frozen=True, eq=False)
class Finding(ABC):
    """A criterion held against the answers, and whether there is a plan where it is not met."""

    criterion: Criterion
    planned: bool

    @property
    @abstractmethod
    def answered(self) -> bool:
        """Whether there is anything to hold against the criterion."""

    @property
    @abstractmethod
    def met(self) -> bool:
        """Whether what there is is enough."""

    @property
    @abstractmethod
    def have(self) -> str:
        """What was given, in words."""

    @property
    @abstractmethod
    def need(self) -> str:
        """What is needed, in words."""

    @property
    def short_by(self) -> int | None:
        """How many are missing; None where nothing is counted, or where it cannot be known."""
        return None

    def check(self, level: str) -> Check:
        """The finding as an entry of the result of an application for this level.

        Below it, a criterion that is met is settled, and how its words are read no longer matters.
        """
        criterion = self.criterion
        return Check(
            id=criterion.id,
            label=criterion.text,
            met=self.met,
            have=self.have,
            need=self.need,
            source=criterion.source,
            group=criterion.objective,
            part=f"Level {criterion.level}",
            answered=self.answered,
            short_by=self.short_by,
            plan="" if self.met else "yes" if self.planned else "missing",
            doubts=() if self.met and criterion.level != level else criterion.ambiguity,
            tells=(criterion.count or criterion.field, criterion.plan),
            extra={"objective": criterion.objective, "level": criterion.level},
        )


@dataclass(frozen=True, eq=False)
class YesNo(Finding):
    """A criterion that asks for a yes."""

    answer: Value | None

    @cached_property
    def answered(self) -> bool:
        """Whether it was answered either way."""
        return self.answer is not None

    @cached_property
    def met(self) -> bool:
        """Whether the answer is yes."""
        return self.answer is True

    @property
    def have(self) -> str:
        """The answer."""
        return NOT_ANSWERED if self.answer is None else "yes" if self.answer else "no"

    @property
    def need(self) -> str:
        """Always a yes."""
        return "yes"


@dataclass(frozen=True, eq=False)
class Counted(Finding):
    """A criterion that asks for a share of a total: how many there are, and of how many."""

    number: int | None
    total: int | None

    @property
    def count(self) -> Count:
        """The figure that answers it."""
        return COUNTS[self.criterion.count]

    @cached_property
    def enough(self) -> int:
        """How many are needed; nothing where the total is not known."""
        return needed(self.criterion, self.total) if self.total is not None else 0

    @cached_property
    def answered(self) -> bool:
        """Whether both the number and its total are there."""
        return self.number is not None and self.total is not None

    @cached_property
    def met(self) -> bool:
        """Whether the number reaches the share."""
        return self.number is not None and self.total is not None and self.number >= self.enough

    @property
    def short_by(self) -> int | None:
        """How many are missing."""
        if self.number is None or self.total is None:
            return None
        return max(0, self.enough - self.number)

    @property
    def have(self) -> str:
        """The number and its total, as far as they are known."""
        if self.number is None:
            return NOT_ANSWERED
        if self.total is None:
            return f"{self.number:,}, but not the number of {self._many}"
        return f"{self.number:,} of {self.total:,}"

    @property
    def need(self) -> str:
        """The share in whole numbers, where the total is known."""
        share = f"{self.criterion.threshold}%"
        if self.total is None:
            return f"{share} of the {self._many}"
        more = " or more" if self.enough < self.total else ""
        return f"{self.enough:,} of {of(self.count.total, self.total)}{more} ({share})"

    @property
    def _many(self) -> str:
        return TOTALS[self.count.total][1]


def find(level: str, answers: Answers, given: Given) -> tuple[Finding, ...]:
    """Every criterion of this level and of those below it, objective by objective."""
    return tuple(
        _counted(c, answers.yes(c.plan), given.counts[c.count], given.totals[c.denominator])
        if c.count
        else _answered(c, answers.yes(c.plan), answers[c.field])
        for c in in_scope(level)
    )


def needed(criterion: Criterion, total: int) -> int:
    """The smallest whole number that is the criterion's share of `total`, or more."""
    numerator, denominator = (criterion.percent / 100).as_integer_ratio()
    return -(-numerator * total // denominator)


# In a table of cases most findings come again and again: those are kept with what was worked out of them.
_answered = lru_cache(maxsize=4096)(YesNo)
_counted = lru_cache(maxsize=4096)(Counted)
