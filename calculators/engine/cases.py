"""Worked cases as data: tests, worked examples in the page and presets in the form are the same cases."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from calculators.engine.registry import folder
from calculators.records.errors import RecordError
from calculators.records.reading import check_unique, read_records


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A case named by a sentence, with the part of the result it expects and the arithmetic in words.

    In the file `input` may hold only what differs from the case named in `like`; once loaded it is whole. `edge`
    names the rules whose number the case stands at, or one grain to either side; it does not pass on with `like`.
    """

    name: str
    input: dict[str, Any]
    expect: dict[str, Any] = field(default_factory=dict)
    why: str = ""
    like: str = ""
    edge: tuple[str, ...] = ()
    preset: bool = False
    story: str = ""


@cache
def load_cases(calculator: str) -> tuple[Case, ...]:
    """The cases beside a calculator, of `cases.toml` first; `RecordError` where a file is malformed."""
    home = folder(calculator)
    cases: dict[str, Case] = {}
    for file in (home / "cases.toml", *sorted(home.glob("cases-*.toml"))):
        for case in read_records(file, "case", Case):
            check_unique(file, (*cases, case.name))
            cases[case.name] = _whole(file, case, cases)
    return tuple(cases.values())


def _whole(file: Path, case: Case, earlier: dict[str, Case]) -> Case:
    """The case with the input of the earlier one it is like; an empty text takes an answer away."""
    if not case.like:
        return case
    if case.like not in earlier:
        raise RecordError(file, case.name, f"is like '{case.like}', and no earlier case has that name")
    merged = earlier[case.like].input | case.input
    return replace(case, input={name: text for name, text in merged.items() if text != ""})


def presets(calculator: str) -> tuple[Case, ...]:
    """The cases that the form offers as examples."""
    return tuple(case for case in load_cases(calculator) if case.preset)
