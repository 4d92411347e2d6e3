"""The least and the most that an amount may be: the same words in a form, on the command line and in a table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from calculators.values import formats
from calculators.values.errors import AmountError, Bracketed, Dashed, Negative


@dataclass(frozen=True, slots=True)
class Bounds:
    """Where an amount of a kind has to lie: from `minimum` to `maximum`, and beyond `above`; None is no bound."""

    kind: str
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    above: Decimal | None = None

    def check(self, value: Decimal) -> None:
        """`AmountError` for a value that does not lie there."""
        if self._refuses(value):
            raise AmountError(self._words(value))

    def read[T](self, reader: Callable[[str], T], text: str) -> T:
        """What the reader makes of the text; `AmountError` where it cannot be read or does not lie there."""
        try:
            value = reader(text)
        except Negative as error:
            if not self._refuses(Decimal(-1)):
                raise
            bracketed = isinstance(error, Bracketed)
            brackets = (
                ". Brackets around it would say that it is negative: take them off" if bracketed else ""
            )
            raise AmountError(self._words(Decimal(-1)) + brackets) from None
        except Dashed:
            if not self._refuses(Decimal(0)):
                raise
            raise AmountError(f"{self._words(Decimal(0))}. A dash is no amount") from None
        if isinstance(value, Decimal):
            self.check(value)
        return value

    def _refuses(self, value: Decimal) -> bool:
        return (self.above is not None and value <= self.above) or not self._fits(value)

    def _fits(self, amount: Decimal) -> bool:
        return (self.minimum is None or amount >= self.minimum) and (
            self.maximum is None or amount <= self.maximum
        )

    def _words(self, value: Decimal) -> str:
        """What has to be said of a value that does not lie there."""
        minimum, maximum = self.minimum, self.maximum
        if self.above is not None and value <= self.above:
            return f"must be more than {self._show(self.above)}"
        if minimum is None or maximum is None:
            least = f"{self._show(minimum)} or more" if minimum is not None else ""
            return f"must be {least or f'{self._show(maximum or Decimal())} or less'}"
        words = f"must be between {self._show(minimum)} and {self._show(maximum)}"
        if self.kind == "percent" and self._fits(100 * value):
            # A spreadsheet holds 70% as 0.7, and gives it so to whoever copies the value.
            words += f". For {self._show(100 * value)}, enter {(100 * value).normalize():f}"
        return words

    def _show(self, bound: Decimal) -> str:
        return formats.readable(formats.figure(bound, self.kind), self.kind)
