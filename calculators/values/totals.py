"""Rows of a table that are sums of others: by their name, or because every amount in them is such a sum."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

NAMES = frozenset(
    {"total", "totals", "sum", "all", "overall", "grand total", "subtotal", "sub total", "all practices"}
)

Amounts = tuple[Decimal | None, ...]
"""A row's amounts, column by column; None where there is none that can be read."""


def is_named_total(name: str) -> bool:
    """Whether a name says that its row is a total, case and punctuation apart."""
    return re.sub(r"[\W_]+", " ", name.casefold()).strip() in NAMES


def is_sum(amounts: Amounts, above: Sequence[Amounts]) -> bool:
    """Whether every amount is the sum of the same two or more rows right above: all of them, or the last few.

    `above` holds the rows so far, totals left out. A row with an amount that cannot be read is no sum, and
    neither is a row of noughts; nor do rows of noughts make a sum of the row above them.
    """
    if None in amounts or not any(amounts):
        return False
    sums, count = [Decimal(0)] * len(amounts), 0
    for row in reversed(above):
        count += any(row)
        sums = [so_far + (amount or 0) for so_far, amount in zip(sums, row, strict=True)]
        if count > 1 and tuple(sums) == amounts:
            return True
        if any(so_far > amount for so_far, amount in zip(sums, amounts, strict=True) if amount is not None):
            return False
    return False
