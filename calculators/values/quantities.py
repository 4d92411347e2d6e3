"""Exact quantities that remember how they were worked out, so that the step shown is the step taken."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil

from calculators.values import formats

_PHRASE, _SUM, _PRODUCT, _ATOM = 0, 1, 2, 3


@dataclass(slots=True)
class Quantity:
    """An exact value and the arithmetic that gave it, as a reader would write it.

    The arithmetic is written out only when it is asked for: a long table of cases never asks.
    """

    value: Fraction
    write: Callable[[], str]
    rank: int = _ATOM

    @property
    def text(self) -> str:
        """The arithmetic in words and signs."""
        return self.write()

    def __add__(self, other: Quantity) -> Quantity:
        """The sum of two quantities."""
        return Quantity(self.value + other.value, lambda: f"{self._in(_SUM)} + {other._in(_SUM)}", _SUM)

    def __sub__(self, other: Quantity) -> Quantity:
        """The difference of two quantities."""
        return Quantity(self.value - other.value, lambda: f"{self._in(_SUM)} − {other._in(_PRODUCT)}", _SUM)

    def __mul__(self, other: Quantity) -> Quantity:
        """The product of two quantities."""
        value = self.value * other.value
        return Quantity(value, lambda: f"{self._in(_PRODUCT)} × {other._in(_PRODUCT)}", _PRODUCT)

    def __truediv__(self, other: Quantity) -> Quantity:
        """The quotient of two quantities; the caller makes sure that the divisor is not zero."""
        value = self.value / other.value
        return Quantity(value, lambda: f"{self._in(_PRODUCT)} ÷ {other._in(_ATOM)}", _PRODUCT)

    @property
    def as_factor(self) -> str:
        """The arithmetic, in brackets where a sign that follows would part it."""
        return self._in(_PRODUCT)

    def _in(self, rank: int) -> str:
        return self.text if self.rank >= rank else f"({self.text})"


def size(a: Quantity) -> Quantity:
    """How large a quantity is, whatever its sign."""
    return Quantity(abs(a.value), a.write, a.rank)


def total(parts: Sequence[Quantity]) -> Quantity:
    """The sum of any number of quantities: a thousand rows make one sum, and not a thousand nested ones."""
    if len(parts) == 1:
        return parts[0]
    value = sum((part.value for part in parts), Fraction(0))
    return Quantity(value, lambda: " + ".join(part._in(_SUM) for part in parts), _SUM)


def smaller(a: Quantity, b: Quantity) -> Quantity:
    """The smaller of two quantities."""
    return Quantity(min(a.value, b.value), lambda: f"the smaller of {a.text} and {b.text}", _PHRASE)


def rounded_up(a: Quantity) -> Quantity:
    """The smallest whole number that is no less than the quantity."""
    return Quantity(Fraction(ceil(a.value)), lambda: f"{a.text}, rounded up", _PHRASE)


def pounds(value: Decimal | Fraction | int) -> Quantity:
    """An amount of money; the text is exact only for whole pennies, so give no other."""
    return Quantity(Fraction(value), lambda: formats.money(value))


def percentage(value: Decimal) -> Quantity:
    """A percentage, as the fraction it stands for."""
    return Quantity(Fraction(value) / 100, lambda: f"{value.normalize():f}%")


def plain(value: Decimal | Fraction | int) -> Quantity:
    """A number without a unit."""
    return Quantity(Fraction(value), lambda: formats.number(value))
