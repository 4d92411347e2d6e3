"""What the group told us: counts from the table or typed, their totals, and what cannot be right."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from calculators.engine.answers import Answers
from calculators.engine.errors import CaseError
from calculators.kinds.gateway.counts import COUNTS, SCORED, Count, of
from calculators.kinds.gateway.practice_table import FIELD, faults, tally


@dataclass(frozen=True, slots=True)
class Given:
    """Counts and totals by name (None: not given), and what the table did to the counts."""

    counts: dict[str, int | None]
    totals: dict[str, int | None]
    from_table: frozenset[str]
    replaced: tuple[tuple[Count, int, int], ...]
    empty: dict[str, int]

    def total(self, count: Count) -> int | None:
        """What the count is a share of."""
        return self.totals[count.total]


def read(answers: Answers) -> Given:
    """The counts and totals; `CaseError` where a count is above its total or the table contradicts itself."""
    rows = answers.rows(FIELD)
    practices = int(answers.amount("practices"))
    if rows and (wrong := list(faults(rows, practices))):
        raise CaseError({FIELD: _first(wrong)})
    tallied = tally(rows)
    typed = {c.name: _whole(answers, c.name) for c in COUNTS.values()}
    given = Given(
        counts={c.name: tallied.counts.get(c.name, typed[c.name]) for c in COUNTS.values()},
        totals={
            "practices": practices,
            "area_practices": _whole(answers, "area_practices"),
            "membership": _whole(answers, "membership"),
        },
        from_table=frozenset(tallied.counts),
        replaced=tuple(
            (c, was, tallied.counts[c.name])
            for c in COUNTS.values()
            if (was := typed[c.name]) is not None and tallied.counts.get(c.name, was) != was
        ),
        empty=tallied.empty,
    )
    if errors := _too_high(given):
        raise CaseError(errors)
    return given


def _whole(answers: Answers, name: str) -> int | None:
    amount = answers.amount_or_none(name)
    return None if amount is None else int(amount)


def _too_high(given: Given) -> dict[str, str]:
    errors: dict[str, str] = {}
    for count in COUNTS.values():
        number, total = given.counts[count.name], given.total(count)
        if number is not None and total is not None and number > total:
            told = f"The table has yes for {number:,} in {count.name}, but there are {of(count.total, total)}"
            errors[count.total] = f"{told}. Enter {number:,} or more, or change the table"
    for lower, higher in itertools.pairwise(SCORED):
        few, many = given.counts[lower.name], given.counts[higher.name]
        if few is not None and many is not None and many > few:
            if higher.name in given.from_table:
                told = f"{lower.told} must be {many:,} or more: the table has {many:,} at {higher.score}"
                errors.setdefault(lower.name, told)
            else:
                told = f"{higher.told} must be {few:,} or fewer: only {few:,} reach {lower.score}"
                errors.setdefault(higher.name, told)
    return errors


def _first(wrong: list[str]) -> str:
    more = len(wrong) - 1
    return wrong[0] + (f". There {'is' if more == 1 else 'are'} {more:,} more to put right" if more else "")
