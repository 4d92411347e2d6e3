"""What the group told us: counts from the table or typed, their totals, and what cannot be right."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from calculators.engine.answers import Answers
from calculators.engine.errors import CaseError
from calculators.engine.fields import Value
from calculators.kinds.gateway.counts import COUNTS, SCORED, TOTALS, Count, of
from calculators.kinds.gateway.practice_table import FIELD, Tally, faults, tallies
from calculators.values.faults import TableError
from calculators.values.tables import Row

COUNTS_FROM, FROM_TABLE, TYPED = "counts_from", "table", "typed"
"""The field that says which count holds where the table and what was typed differ, and its answers."""

NAMES, MEMBERS = tuple(COUNTS), frozenset({"membership"})


@dataclass(frozen=True, slots=True)
class Differing:
    """A count that was typed and that the table tells otherwise."""

    count: Count
    typed: int
    tally: Tally


@dataclass(frozen=True, slots=True)
class Given:
    """Counts and totals by name (None: not given).

    `tabled` is what a table tells of counts, and `differing` where a typed one says otherwise; `typed_hold` says that
    the typed ones hold there, and not the table. `stand_ins` are the totals that nobody gave, for which the practices
    stand: each counts as one member.
    """

    counts: dict[str, Tally | None]
    totals: dict[str, int | None]
    tabled: dict[str, Tally]
    differing: tuple[Differing, ...]
    typed_hold: bool
    stand_ins: frozenset[str]

    def total(self, count: Count) -> int | None:
        """What the count is a share of."""
        return self.totals[count.total]


def read(answers: Answers) -> Given:
    """The counts and totals; `CaseError` where a count is above its total or the table contradicts itself."""
    rows = answers.rows(FIELD)
    if rows and (wrong := list(faults(rows, int(answers.amount("practices"))))):
        refused = TableError("The table", wrong)
        raise CaseError({FIELD: str(refused)}, {FIELD: refused.sentences})
    given = gathered(answers, rows)
    if errors := _too_high(given):
        raise CaseError(errors)
    return given


def gathered(answers: Answers, rows: tuple[Row, ...]) -> Given:
    """The counts and totals as they are, whether they can be right or not."""
    typed = dict(zip(NAMES, map(_told, answers.each(NAMES)), strict=True))
    tabled = tallies(rows)
    # A column that is empty throughout says nothing of a count that was typed.
    spoken = {name: tally for name, tally in tabled.items() if tally.yes or tally.no}
    differing = tuple(
        Differing(COUNTS[name], was.yes, tally)
        for name, tally in spoken.items()
        if (was := typed[name]) and (tally.yes != was.yes or tally.blank)
    )
    typed_hold = answers.choice(COUNTS_FROM) == TYPED
    counts = typed
    if tabled:
        counts = {name: spoken.get(name) or was or tabled.get(name) for name, was in typed.items()}
    if typed_hold:
        counts |= {each.count.name: typed[each.count.name] for each in differing}
    return Given(
        counts=counts,
        totals={name: _whole(answers[name]) for name in TOTALS},
        tabled=spoken,
        differing=differing,
        typed_hold=typed_hold,
        stand_ins=MEMBERS.difference(answers.given),
    )


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
