"""What is taken along of a case: its tables without the columns that look as if they told who somebody is."""

from __future__ import annotations

import re
from collections.abc import Mapping

from calculators.engine.fields import Field
from calculators.engine.registry import get
from calculators.values.errors import AmountError
from calculators.values.formats import listed
from calculators.values.grids import GridError, Line, Sheet, cut, in_their_rows, separated, written
from calculators.values.headings import Found, cell_at, key, letter, plain, short
from calculators.values.people import is_nhs_number, told_of_column
from calculators.values.tables import find_table, headings_of

_MAY_BE_NUMBER = re.compile(r"(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)", re.ASCII)


def without_people(calculator: str, case: Mapping[str, str]) -> tuple[dict[str, str], str]:
    """The case as it may be taken along, and in words what was left out of it; nothing where all of it may.

    A column that is read stays: it answers a question. A table that cannot be cut into cells is left out whole where
    an NHS number stands in it.
    """
    kept, told = dict(case), []
    for field in get(calculator).fields:
        if field.kind == "table" and isinstance(text := case.get(field.name), str) and text.strip():
            kept[field.name], words = _without(field, text)
            told += words
    return kept, " ".join(told)


def _without(field: Field, text: str) -> tuple[str, list[str]]:
    try:
        lines = [*cut(*separated(text, headings_of(field.columns).count))]
    except GridError:
        if any(is_nhs_number(found[0]) for found in _MAY_BE_NUMBER.finditer(text)):
            return "", [f"{field.told} is left out: it looks as if it held NHS numbers."]
        return text, []
    found = _found(field, text)
    row = found.row if found else min((number for number, _ in lines), default=0)
    taken = {heading.place for heading in found.by_name.values()} if found else set()
    head = next((cells for number, cells in lines if number == row), [])
    below = [cells for number, cells in lines if number > row]
    about = {
        place: what
        for place in range(max((len(cells) for _, cells in lines), default=0))
        if place not in taken
        and (what := told_of_column(key(cell_at(head, place)), [cell_at(cells, place) for cells in below]))
    }
    if not about:
        return text, []
    left = listed([f"“{_shown(head, place)}” ({what})" for place, what in about.items()])
    rest: list[Line] = [(n, [c for place, c in enumerate(cells) if place not in about]) for n, cells in lines]
    return written(in_their_rows(rest)), [
        f"Left out of {field.called}, as it may tell who people are: {left}."
    ]


def _shown(head: list[str], place: int) -> str:
    return short(plain(cell_at(head, place))) or f"column {letter(place)}"


def _found(field: Field, text: str) -> Found | None:
    try:
        return find_table([Sheet("", text)], headings_of(field.columns), field.columns, field.told)
    except AmountError:
        return None
