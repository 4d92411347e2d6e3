"""Find the calculators: every folder of `calculators/kinds` is one."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from pathlib import Path

from calculators.engine.calculator import Calculator
from calculators.engine.errors import UnknownCalculator

# By name and not by import: the engine knows of no calculator.
KINDS = "calculators.kinds"
FOLDER = Path(__file__).resolve().parents[1] / "kinds"


@cache
def ids() -> tuple[str, ...]:
    """The ids of all calculators, in alphabetical order."""
    return tuple(sorted(m.name.replace("_", "-") for m in pkgutil.iter_modules([str(FOLDER)]) if m.ispkg))


@cache
def get(id: str) -> Calculator:
    """The calculator with this id, loaded on first use; `UnknownCalculator` where there is none."""
    if id not in ids():
        raise UnknownCalculator(f"There is no calculator called '{id}'. There are {', '.join(ids())}")
    found: Calculator = importlib.import_module(f"{KINDS}.{folder(id).name}").CALCULATOR
    return found


def folder(id: str) -> Path:
    """Where the calculator with this id is kept."""
    return FOLDER / id.replace("-", "_")
