"""Columns that look as if they told who somebody is, so that a reader can leave them out before anything is kept."""

from __future__ import annotations

import re
from collections.abc import Sequence

_HEADINGS = {
    "NHS numbers": re.compile(r"nhs ?(?:no|num|number)?|nhs id"),
    "dates of birth": re.compile(r"dob|d\.o\.b|(?:date of )?birth ?(?:date|day)?|date of birth"),
    "patients’ names": re.compile(
        r"(?:patients? ?)?(?:full ?name|fore ?names?|sur ?names?|(?:first|last|family|given|middle) ?names?)"
        r"|patients?(?:'s?)? (?:names?|initials)|patient"
    ),
    "patients’ numbers": re.compile(
        r"(?:patient|hospital|unit|local patient) ?(?:id|no|num|number|identifier)|mrn|(?:ni|nino)(?: no| number)?"
        r"|national insurance(?: no| number)?"
    ),
    "addresses": re.compile(r"(?:home |patient )?(?:address(?: line)?(?: \d)?|post ?code)"),
    "ways to reach people": re.compile(r"(?:e ?mail|tele?phone|mobile|phone)(?: no| number| address)?"),
}
_TEN_DIGITS = re.compile(r"(\d{3})[ -]?(\d{3})[ -]?(\d{4})", re.ASCII)
MODULUS = 11
MOST = 2
"""Where one cell in so many, or more, is an NHS number, the column holds them."""


def told_of_column(heading: str, cells: Sequence[str]) -> str:
    """What a column with this heading, in its plainest form, and these cells holds about people; empty: nothing."""
    return told_by_heading(heading) or told_by_cells(cells)


def told_by_heading(heading: str) -> str:
    """What a column with this heading, in its plainest form, holds about people; empty where it tells of none."""
    return next((what for what, words in _HEADINGS.items() if words.fullmatch(heading)), "")


def told_by_cells(cells: Sequence[str]) -> str:
    """What cells hold about people: NHS numbers, which carry a check digit."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    numbers = sum(map(is_nhs_number, filled))
    return "NHS numbers" if numbers and MOST * numbers >= len(filled) else ""


def is_nhs_number(text: str) -> bool:
    """Whether a text is ten digits of which the last is right for the others."""
    match = _TEN_DIGITS.fullmatch(text)
    if not match:
        return False
    *digits, check = map(int, "".join(match.groups()))
    weighed = sum(weight * digit for weight, digit in zip(range(10, 1, -1), digits, strict=True))
    return (MODULUS - weighed % MODULUS) % MODULUS == check
