"""The path of a budget over the years, one agreed shift a year, until it reaches the range."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from calculators.engine.result import Series
from calculators.values import formats

NEVER = "never"
SHOWN = 8
PENCE = 100


@dataclass(frozen=True, slots=True)
class Path:
    """Years to the range, or `never`; year, shift and budget in pence of the first years and of the last."""

    years: str
    steps: tuple[tuple[int, int, int], ...]

    @classmethod
    def follow(cls, budget: Decimal, end: Fraction | None, agreed: Decimal) -> Path:
        """Shift `agreed` percent of each year's budget, to the penny, to `end` (None: already in range)."""
        if end is None:
            return cls("0", ())
        pence, rate, target = int(budget * PENCE), Fraction(agreed) / 100, end * PENCE
        sign = -1 if pence > target else 1
        years, steps = 0, list[tuple[int, int, int]]()
        # Halves go up, as everywhere; whole numbers keep a long path quick.
        left = _to_the_penny(abs(pence - target))
        while shift := min(left, (2 * pence * rate.numerator + rate.denominator) // (2 * rate.denominator)):
            pence += sign * shift
            left -= shift
            years += 1
            if years <= SHOWN or not left:
                steps.append((years, sign * shift, pence))
            if not left:
                return cls(str(years), tuple(steps))
        return cls(NEVER, tuple(steps))


def _to_the_penny(pence: Fraction) -> int:
    return (2 * pence.numerator + pence.denominator) // (2 * pence.denominator)


def path_table(path: Path) -> tuple[Series, ...]:
    """The path as a table, its first years at least; nothing where the budget is in range or never moves."""
    if not path.steps:
        return ()
    rows = tuple(
        (
            str(year),
            formats.figure(Decimal(shift) / PENCE, "money"),
            formats.figure(Decimal(pence) / PENCE, "money"),
        )
        for year, shift, pence in path.steps
    )
    more = path.years != NEVER and int(path.years) > SHOWN + 1
    note = f"The first {SHOWN} of {int(path.years):,} years, and the last. " if more else ""
    return (
        Series(
            title="If the same shift were made every year",
            columns=("Year", "Shift", "Budget after it"),
            kinds=("count", "money", "money"),
            rows=rows,
            note=note + "The paper sets a shift for one year only: the later years are our illustration, "
            "with the fair share unchanged.",
        ),
    )
