"""Exact quantities that remember how they were worked out, so that the step shown is the step taken."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from calculators.engine import formats

_SUM, _PRODUCT, _ATOM = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Quantity:
    """An exact value and the arithmetic that gave it, as a reader would write it."""

    value: Fraction
    text: str
    rank: int = _ATOM

    def __add__(self, other: Quantity) -> Quantity:
        """The sum of two quantities."""
        return Quantity(self.value + other.value, f"{self._in(_SUM)} + {other._in(_SUM)}", _SUM)

    def __sub__(self, other: Quantity) -> Quantity:
        """The difference of two quantities."""
        return Quantity(self.value - other.value, f"{self._in(_SUM)} − {other._in(_PRODUCT)}", _SUM)

    def __mul__(self, other: Quantity) -> Quantity:
        """The product of two quantities."""
        return Quantity(self.value * other.value, f"{self._in(_PRODUCT)} × {other._in(_PRODUCT)}", _PRODUCT)

    def __truediv__(self, other: Quantity) -> Quantity:
        """The quotient of two quantities; the caller makes sure that the divisor is not zero."""
        return Quantity(self.value / other.value, f"{self._in(_PRODUCT)} ÷ {other._in(_ATOM)}", _PRODUCT)

    def _in(self, rank: int) -> str:
        return self.text if self.rank >= rank else f"({self.text})"


def smaller(a: Quantity, b: Quantity) -> Quantity:
    """The smaller of two quantities."""
    return Quantity(min(a.value, b.value), f"the smaller of {a.text} and {b.text}")


def pounds(value: Decimal | Fraction | int) -> Quantity:
    """An amount of money; the text is exact only for whole pennies, so give no other."""
    return Quantity(Fraction(value), formats.money(value))


def percentage(value: Decimal) -> Quantity:
    """A percentage, as the fraction it stands for."""
    return Quantity(Fraction(value) / 100, f"{value.normalize():f}%")


def plain(value: Decimal | Fraction | int) -> Quantity:
    """A number without a unit."""
    return Quantity(Fraction(value), formats.number(value))
