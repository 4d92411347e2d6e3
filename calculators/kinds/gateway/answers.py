"""What the group told us: counts from the table or typed, their totals, and what cannot be right."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from calculators.engine.answers import Answers
from calculators.engine.errors import CaseError
from calculators.engine.fields import Value
from calculators.kinds.gateway.counts import COUNTS, SCORED, Count, of
from calculators.kinds.gateway.practice_table import FIELD, Tally, faults, tallies
from calculators.values.faults import TableError

NAMES, MEMBERS = tuple(COUNTS), frozenset({"membership"})


@dataclass(frozen=True, slots=True)
class Given:
    """Counts and totals by name (None: not given), and the typed counts that the table took the place of."""

    counts: dict[str, Tally | None]
    totals: dict[str, int | None]
    replaced: tuple[tuple[Count, int, int], ...]
    stand_ins: frozenset[str]
    """The members, where nobody has said how many they are: then each practice counts as one."""

    def total(self, count: Count) -> int | None:
        """What the count is a share of."""
        return self.totals[count.total]


def read(answers: Answers) -> Given:
    """The counts and totals; `CaseError` where a count is above its total or the table contradicts itself."""
    rows = answers.rows(FIELD)
    practices = int(answers.amount("practices"))
    if rows and (wrong := list(faults(rows, practices))):
        refused = TableError("The table", wrong)
        raise CaseError({FIELD: str(refused)}, {FIELD: refused.sentences})
    tabled = tallies(rows)
    typed = dict(zip(NAMES, map(_told, answers.each(NAMES)), strict=True))
    counts = {name: _chosen(tabled.get(name), told) for name, told in typed.items()} if tabled else typed
    given = Given(
        counts=counts,
        totals={
            "practices": practices,
            "area_practices": _whole(answers["area_practices"]),
            "membership": _whole(answers["membership"]),
        },
        stand_ins=MEMBERS.difference(answers.given),
        replaced=tuple(
            (COUNTS[name], was.yes, tally.yes)
            for name in tabled
            if (was := typed[name]) and (tally := counts[name]) and tally.yes != was.yes
        ),
    )
    if errors := _too_high(given):
        raise CaseError(errors)
    return given


def _chosen(tabled: Tally | None, typed: Tally | None) -> Tally | None:
    """What the table says, unless its column is empty throughout and a number was typed."""
    return tabled if typed is None or (tabled and (tabled.yes or tabled.no)) else typed


# A table of cases tells the same numbers again and again.
@lru_cache(maxsize=1024)
def _told(amount: Value | None) -> Tally | None:
    number = _whole(amount)
    return None if number is None else Tally(number)


def _whole(amount: Value | None) -> int | None:
    return int(amount) if isinstance(amount, Decimal) else None


def _too_high(given: Given) -> dict[str, str]:
    errors: dict[str, str] = {}
    for count in COUNTS.values():
        tally, total = given.counts[count.name], given.total(count)
        if tally is not None and total is not None and tally.yes > total:
            number = tally.yes
            there = f"there {'is' if total == 1 else 'are'} {of(count.total, total)}"
            told = f"The table has yes for {number:,} in ‘{count.name}’, but {there}"
            errors[count.total] = f"{told}. Enter {number:,} or more, or change the table"
    for lower, higher in itertools.pairwise(SCORED):
        below, above = given.counts[lower.name], given.counts[higher.name]
        if below and above and above.yes > below.most:
            few, many = below.most, above.yes
            if above.from_table:
                told = f"{lower.told} must be {many:,} or more: the table has {many:,} at {higher.score}"
                errors.setdefault(lower.name, told)
            else:
                only = f"only {few:,} {'reaches' if few == 1 else 'reach'} {lower.score}"
                told = f"{higher.told} must be {few:,} or fewer: {only}"
                errors.setdefault(higher.name, told)
    return errors
