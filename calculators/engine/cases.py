"""Worked cases as data: tests, worked examples in the page and presets in the form are the same cases."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from calculators.engine.records import read_records
from calculators.engine.registry import get

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A case named by a sentence, with the part of the result it expects and the arithmetic in words."""

    name: str
    input: dict[str, Any]
    expect: dict[str, Any]
    why: str = ""
    preset: bool = False
    story: str = ""


@cache
def load_cases(calculator: str) -> tuple[Case, ...]:
    """The cases beside a calculator; `RecordError` where the file is malformed."""
    return read_records(ROOT / get(calculator).folder / "cases.toml", "case", Case)


def presets(calculator: str) -> tuple[Case, ...]:
    """The cases that the form offers as examples."""
    return tuple(case for case in load_cases(calculator) if case.preset)
