"""Read a count that is part of a whole: `12`, `12 of 14`, `12/14`, `all` or `50%`."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from calculators.values import formats
from calculators.values.amounts import read_count, read_percent, tidy
from calculators.values.errors import AmountError

_OF = re.compile(r"(.+?)(?: out of | of |/)(.+)")


class WholeUnknown(AmountError):
    """The text says which share of the whole, and how many the whole is was not given."""


class Whole(NamedTuple):
    """What a count is part of: how many there are (None: not given), and what a message calls that number."""

    number: Decimal | None
    called: str


class Part(NamedTuple):
    """How many there are, and of how many that was said to be (None: not said)."""

    number: Decimal
    stated: Decimal | None = None


# A table of cases asks the same again and again.
@lru_cache(maxsize=4096)
def read_part(text: str, whole: Whole) -> Part:
    """The count in `text`; `AmountError` where it does not go with the whole, or cannot be read."""
    plain = tidy(text).lower()
    part = _read(plain, whole)
    if whole.number is not None and part.stated not in {None, whole.number}:
        raise AmountError(f"must be out of {formats.number(whole.number)}, {whole.called}")
    total = part.stated if whole.number is None else whole.number
    if total is not None and part.number > total:
        raise AmountError(f"must be {formats.number(total)} or fewer, {whole.called}")
    return part


def _read(plain: str, whole: Whole) -> Part:
    if plain == "all":
        return Part(_known(whole))
    if plain.endswith(("%", "per cent", "percent")):
        share = _known(whole) * read_percent(plain) / 100
        if share != share.to_integral_value() or share < 0:
            raise AmountError(
                f"must be a percentage that makes a whole number of {formats.number(_known(whole))}, "
                f"{whole.called}. Enter the number instead"
            )
        return Part(share.to_integral_value())
    if match := _OF.fullmatch(plain):
        stated = read_count(match[2])
        return Part(stated if match[1] == "all" else read_count(match[1]), stated)
    return Part(read_count(plain))


def _known(whole: Whole) -> Decimal:
    if whole.number is None:
        raise WholeUnknown(f"must be a whole number, unless you also enter {whole.called}")
    return whole.number
