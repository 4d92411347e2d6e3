"""Find the calculators: every package of `calculators` that declares one."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

import calculators
from calculators.engine.calculator import Calculator
from calculators.engine.errors import UnknownCalculator

NOT_CALCULATORS = {"engine", "papers", "templates"}


@cache
def ids() -> tuple[str, ...]:
    """The ids of all calculators, in alphabetical order."""
    names = (m.name for m in pkgutil.iter_modules(calculators.__path__) if m.ispkg)
    return tuple(sorted(name.replace("_", "-") for name in names if name not in NOT_CALCULATORS))


@cache
def get(id: str) -> Calculator:
    """The calculator with this id, loaded on first use; `UnknownCalculator` where there is none."""
    if id not in ids():
        raise UnknownCalculator(f"There is no calculator called '{id}'. There are {', '.join(ids())}")
    found: Calculator = importlib.import_module(f"calculators.{id.replace('-', '_')}").CALCULATOR
    return found
