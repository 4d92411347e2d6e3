"""Write values out: plain text for figures (the contract's form), and a reader's form for sentences."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

Exact = Decimal | Fraction | int
PENNY = 100
WORDS = (
    *("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    *("nineteen", "twenty"),
)


def hundredths(value: Exact) -> Decimal:
    """`value` to two decimals, halves away from zero; exact up to the moment it is written out."""
    return Decimal(f"{_pence(value)}e-2")


def _pence(value: Exact) -> int:
    numerator, denominator = value.as_integer_ratio()
    whole, rest = divmod(abs(numerator) * PENNY, denominator)
    whole += 2 * rest >= denominator
    return whole if numerator >= 0 else -whole


def figure(value: Exact | bool | date | str, kind: str) -> str:
    """`value` as the contract writes a figure of this kind; `ValueError` for a count that is no whole number."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return value
    if kind in {"money", "percent", "decimal"}:
        pence = _pence(value)
        whole, part = divmod(abs(pence), PENNY)
        return f"{'-' if pence < 0 else ''}{whole}.{part:02}"
    if kind != "count" and isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if value != int(value):
        raise ValueError(f"{value} is no whole number, so it cannot be written as a {kind}: round it first")
    return str(int(value))


def readable(text: str, kind: str) -> str:
    """A figure's text as a reader meets it: `£1,250,000`, `12.5%`, `6 August 2009`."""
    if kind in {"money", "percent", "decimal", "count", "number"} and _is_number(text):
        sign, number = ("−", text[1:]) if text.startswith("-") else ("", text)
        grouped = f"{Decimal(number):,}"
        if "." in grouped:
            whole, pence = grouped.split(".")
            trimmed = pence.rstrip("0")
            keep = pence if kind == "money" and trimmed else trimmed
            grouped = f"{whole}.{keep}" if keep else whole
        return (
            f"{sign}£{grouped}" if kind == "money" else f"{sign}{grouped}{'%' if kind == 'percent' else ''}"
        )
    if kind == "date" and len(text) == 10:
        return day(date.fromisoformat(text))
    if kind == "yes/no":
        return text.capitalize()
    return text


def money(value: Exact) -> str:
    """Pounds for a sentence, pence only where there are some."""
    return readable(figure(value, "money"), "money")


def percent(value: Exact) -> str:
    """A percentage for a sentence, at most two decimals."""
    return readable(figure(value, "percent"), "percent")


def percent_beside(value: Exact, *thresholds: Exact) -> str:
    """A percentage for a sentence, never rounded onto a threshold that it is not at: `just over 10%` for 10.004."""
    shown = percent(value)
    for threshold in thresholds:
        if value != threshold and shown == percent(threshold):
            return f"just {'over' if value > threshold else 'under'} {shown}"
    return shown


def number(value: Exact) -> str:
    """A number for a sentence, thousands in threes."""
    return readable(figure(value, "decimal"), "decimal")


def day(value: date) -> str:
    """A date for a sentence: 6 August 2009."""
    return f"{value.day} {value:%B %Y}"


def in_words(value: Exact) -> str:
    """A whole number up to twenty in words, others in digits."""
    exact = Fraction(value)
    if exact.denominator == 1 and 0 < exact.numerator < len(WORDS):
        return WORDS[exact.numerator]
    return number(exact)


def counted(number: int, what: str) -> str:
    """`1 row`, `1,200 rows`."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def quoted(text: str) -> str:
    """A name, or what a reader typed, inside a sentence."""
    return f"‘{text}’"


def lower_first(text: str) -> str:
    """A sentence as it stands inside another: its first letter small, unless it begins with an abbreviation."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def upper_first(text: str) -> str:
    """A text as it begins a sentence."""
    return text[:1].upper() + text[1:]


def listed(items: list[str]) -> str:
    """`a, b and c`."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"


def first_of(items: list[str], most: int) -> str:
    """The first of the items, and how many more there are: `a, b and 3 more`."""
    more = len(items) - most
    return listed([*items[:most], *([f"{more:,} more"] if more > 0 else [])])


def _is_number(text: str) -> bool:
    return text.removeprefix("-").replace(".", "", 1).isdigit()
