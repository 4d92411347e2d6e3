"""Find the calculators: every folder of `calculators/kinds` is one."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from pathlib import Path

from calculators.engine.calculator import Calculator
from calculators.engine.errors import UnknownCalculator
from calculators.records.folders import KINDS
from calculators.values.formats import quoted
from calculators.values.headings import short

# By name and not by import: the engine knows of no calculator.
PACKAGE = "calculators.kinds"


@cache
def ids() -> tuple[str, ...]:
    """The ids of all calculators, in alphabetical order."""
    return tuple(sorted(m.name.replace("_", "-") for m in pkgutil.iter_modules([str(KINDS)]) if m.ispkg))


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
