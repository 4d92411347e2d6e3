"""Find the calculators: every folder of `calculators/kinds` is one."""

from __future__ import annotations

import importlib
import json
import pkgutil
from functools import cache
from pathlib import Path
from typing import TypedDict

from calculators.engine.calculator import Calculator
from calculators.engine.errors import UnknownCalculator
from calculators.records.folders import KINDS
from calculators.values.formats import quoted
from calculators.values.headings import short

# By name and not by import: the engine knows of no calculator.
PACKAGE = "calculators.kinds"
CARRIED = KINDS / "carried.json"
"""Where the build writes what a browser is to know of calculators whose own files it has not fetched."""


class Carried(TypedDict):
    """What is known of a calculator without its files."""

    title: str
    version: str
    documents: list[str]


@cache
def carried() -> dict[str, Carried]:
    """By id what the build has written of each calculator; nothing where all of them are at hand."""
    if not CARRIED.exists():
        return {}
    told: dict[str, Carried] = json.loads(CARRIED.read_bytes())
    return told


@cache
def ids() -> tuple[str, ...]:
    """The ids of all calculators, in alphabetical order, whether their files are at hand or not."""
    found = (m.name.replace("_", "-") for m in pkgutil.iter_modules([str(KINDS)]) if m.ispkg)
    return tuple(sorted({*found, *carried()}))


def title(id: str) -> str:
    """What the calculator with this id is called; `UnknownCalculator` where there is none."""
    told = carried().get(id)
    return told["title"] if told else get(id).title


@cache
def get(id: str) -> Calculator:
    """The calculator with this id, loaded on first use; `UnknownCalculator` where there is none."""
    if id not in ids():
        raise UnknownCalculator(
            f"There is no calculator called {quoted(short(id))}. There are {', '.join(ids())}"
        )
    found: Calculator = importlib.import_module(f"{PACKAGE}.{folder(id).name}").CALCULATOR
    return found


def folder(id: str) -> Path:
    """Where the calculator with this id is kept."""
    return KINDS / id.replace("-", "_")
