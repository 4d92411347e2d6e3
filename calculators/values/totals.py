"""Rows of a table that are sums of others: by their name, or because every amount in them is such a sum."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from decimal import Decimal

from calculators.values import formats

ADD_UP = frozenset({"money", "count"})
"""The kinds of amount that make a total."""

SUMS = frozenset({"total", "totals", "subtotal", "subtotals", "sum", "sums", "overall"})
WHOLES = frozenset({"all", "all practices"})
WITH_SUMS = SUMS | {"grand", "sub", "all", "practices", "of", "the", "for"}

Amounts = tuple[Decimal | None, ...]
"""A row's amounts, column by column; None where there is none that can be read."""


def is_named_total(name: str) -> bool:
    """Whether a name says that its row is a total and nothing else: `Grand total`, `TOTAL (all practices)`."""
    words = _words(name)
    return " ".join(words) in WHOLES or (
        bool(SUMS & {*words, "".join(words)}) and WITH_SUMS.issuperset(words)
    )


def may_be_total(name: str) -> bool:
    """Whether a name speaks of a total among other things: `Locality total`, but also `Total Health Surgery`."""
    return not SUMS.isdisjoint(_words(name))


def is_sum(amounts: Amounts, above: Sequence[Amounts], *, least: int = 2) -> bool:
    """Whether every amount is the sum of the same rows right above, `least` of them or more: all, or the last few.

    `above` holds the rows so far, totals left out. A row with an amount that cannot be read is no sum, and
    neither is a row of noughts; nor do rows of noughts make a sum of the row above them.
    """
    if None in amounts or not any(amounts):
        return False
    # Nearly no row is a sum, and one column shows that.
    lead = next(place for place, amount in enumerate(amounts) if amount)
    return _reaches(amounts[lead], (row[lead] for row in reversed(above))) and _is_sum(amounts, above, least)


def _reaches(amount: Decimal | None, others: Iterable[Decimal | None]) -> bool:
    """Whether the first of the others, one, two or more, come to the amount."""
    assert amount is not None
    so_far = Decimal(0)
    for other in others:
        so_far += other or 0
        if so_far >= amount:
            return so_far == amount
    return False


def _is_sum(amounts: Amounts, above: Sequence[Amounts], least: int) -> bool:
    sums, count = [Decimal(0)] * len(amounts), 0
    for row in reversed(above):
        count += any(row)
        sums = [so_far + (amount or 0) for so_far, amount in zip(sums, row, strict=True)]
        if count >= least and tuple(sums) == amounts:
            return True
        if any(so_far > amount for so_far, amount in zip(sums, amounts, strict=True) if amount is not None):
            return False
    return False


def is_sum_of_all(amounts: Amounts, others: Sequence[Amounts]) -> bool:
    """Whether every amount is the sum of all the other rows, two of them or more."""
    sums = tuple(
        sum((amount or Decimal(0) for amount in column), Decimal(0)) for column in zip(*others, strict=True)
    )
    return any(amounts) and sum(any(row) for row in others) > 1 and sums == amounts


def left_out(
    number: int,
    name: str,
    amounts: Amounts,
    parts: Sequence[Amounts],
    columns: Sequence[tuple[str, str]],
) -> str:
    """That a row was left out as a total, and where it is the sum neither of its parts nor of the last of them.

    `columns` gives each amount's label and kind.
    """
    note = f"row {number}{f' ({name})' if name else ''} was left out as a total."
    if is_sum(amounts, parts, least=1):
        return note
    for place, (label, kind) in enumerate(columns):
        amount = amounts[place]
        total = sum((row[place] or Decimal(0) for row in parts), Decimal(0))
        if amount is not None and amount != total:
            shown = [formats.readable(formats.figure(value, kind), kind) for value in (amount, total)]
            note += (
                f" It does not add up: its {label.lower()} is {shown[0]}, and the rows come to {shown[1]}."
            )
    return note


def _words(name: str) -> list[str]:
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", name).casefold())
