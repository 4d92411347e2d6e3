"""A plugin for the mutation run: nothing is remembered from before.

A mutant is tried in a fork of a process in which the tests have passed. What the code remembers from then on would be
given in place of what the mutant works out, and no test would see the difference.
"""

import functools
import gc

from calculators.engine.registry import get, ids

KEPT = "calculators.records"
"""What is read of the papers is no mutant's work, and takes long to read again."""


def pytest_sessionstart() -> None:
    """Forget what was worked out before."""
    for found in gc.get_objects():
        if isinstance(found, functools._lru_cache_wrapper) and _is_ours(str(found.__module__)):
            found.cache_clear()
    for calculator in map(get, ids()):
        for answers in calculator.remembered.values():
            answers.clear()
        for parts in calculator.counted.values():
            parts.clear()


def _is_ours(module: str) -> bool:
    return module.startswith("calculators.") and not module.startswith(KEPT)
