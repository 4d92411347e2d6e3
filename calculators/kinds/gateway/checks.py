"""Hold each criterion against what the group told us: met, short by so many, or not answered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from calculators.engine.answers import Answers
from calculators.engine.fields import Value
from calculators.engine.result import Check
from calculators.kinds.gateway.answers import Given
from calculators.kinds.gateway.counts import COUNTS, TOTALS, Count, of
from calculators.kinds.gateway.criteria import Criterion, in_scope

NOT_ANSWERED = "not answered"


@dataclass(frozen=True, slots=True)
class Finding:
    """A criterion, whether it is met, and whether there is a plan where it is not.

    `words` tells what was given and what is needed. In a long table most findings come again and again, and
    are kept.
    """

    criterion: Criterion
    met: bool
    answered: bool
    words: Callable[[], tuple[str, str]]
    planned: bool
    short_by: int | None = None

    def check(self, level: str) -> Check:
        """The finding as an entry of the result of an application for this level.

        Below it, a criterion that is met is settled, and how its words are read no longer matters.
        """
        have, need = self.words()
        return Check(
            id=self.criterion.id,
            label=self.criterion.text,
            met=self.met,
            have=have,
            need=need,
            source=self.criterion.source,
            group=self.criterion.objective,
            part=f"Level {self.criterion.level}",
            answered=self.answered,
            short_by=self.short_by,
            plan="" if self.met else "yes" if self.planned else "missing",
            doubts=() if self.met and self.criterion.level != level else self.criterion.ambiguity,
            tells=(self.criterion.count or self.criterion.field, self.criterion.plan),
            extra={"objective": self.criterion.objective, "level": self.criterion.level},
        )


def find(level: str, answers: Answers, given: Given) -> tuple[Finding, ...]:
    """Every criterion of this level and of those below it, objective by objective."""
    return tuple(
        _counted(c, given.counts[c.count], given.totals[c.denominator], answers.yes(c.plan))
        if c.count
        else _answered(c, answers[c.field], answers.yes(c.plan))
        for c in in_scope(level)
    )


def needed(criterion: Criterion, total: int) -> int:
    """The smallest whole number that is the criterion's share of `total`, or more."""
    numerator, denominator = (criterion.percent / 100).as_integer_ratio()
    return -(-numerator * total // denominator)


@lru_cache(maxsize=4096)
def _answered(criterion: Criterion, answer: Value | None, planned: bool) -> Finding:
    def words() -> tuple[str, str]:
        return NOT_ANSWERED if answer is None else "yes" if answer else "no", "yes"

    return Finding(criterion, answer is True, answer is not None, words, planned)


@lru_cache(maxsize=4096)
def _counted(criterion: Criterion, number: int | None, total: int | None, planned: bool) -> Finding:
    count = COUNTS[criterion.count]
    if total is None:
        return Finding(criterion, False, False, lambda: _no_total(criterion, count, number), planned)
    enough = needed(criterion, total)

    def words() -> tuple[str, str]:
        have = NOT_ANSWERED if number is None else f"{number:,} of {total:,}"
        more = " or more" * (enough < total)
        return have, f"{enough:,} of {of(count.total, total)}{more} ({criterion.threshold}%)"

    if number is None:
        return Finding(criterion, False, False, words, planned)
    short = max(0, enough - number)
    return Finding(criterion, not short, True, words, planned, short)


def _no_total(criterion: Criterion, count: Count, number: int | None) -> tuple[str, str]:
    _, many = TOTALS[count.total]
    have = NOT_ANSWERED if number is None else f"{number:,}, but not the number of {many}"
    return have, f"{criterion.threshold}% of the {many}"
