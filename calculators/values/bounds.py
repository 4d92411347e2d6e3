"""The least and the most that an amount may be: the same words in a form, on the command line and in a table."""

from __future__ import annotations

from decimal import Decimal

from calculators.values import formats
from calculators.values.errors import AmountError


def check_bounds(
    value: Decimal,
    kind: str,
    *,
    minimum: Decimal | None = None,
    maximum: Decimal | None = None,
    above: Decimal | None = None,
) -> None:
    """`AmountError` for a value below `minimum`, beyond `maximum`, or not more than `above`."""

    def show(bound: Decimal) -> str:
        return formats.readable(formats.figure(bound, kind), kind)

    def fits(amount: Decimal) -> bool:
        return (minimum is None or amount >= minimum) and (maximum is None or amount <= maximum)

    if above is not None and value <= above:
        raise AmountError(f"must be more than {show(above)}")
    if fits(value):
        return
    if minimum is None or maximum is None:
        bound = f"{show(minimum)} or more" if minimum is not None else f"{show(maximum or Decimal())} or less"
        raise AmountError(f"must be {bound}")
    words = f"must be between {show(minimum)} and {show(maximum)}"
    if kind == "percent" and fits(100 * value):
        # A spreadsheet holds 70% as 0.7, and gives it so to whoever copies the value.
        words += f". For {show(100 * value)}, enter {(100 * value).normalize():f}"
    raise AmountError(words)
