"""A plugin for the mutation run: nothing is remembered from before.

A mutant is tried in a fork of a process in which the tests have passed. What the code remembers from then on, and what
a test's module made when it was read, would stand in for what the mutant works out: no test would see the difference.
"""

from __future__ import annotations

import functools
import gc
import sys

from calculators.engine.registry import get, ids

MUTATED = ("calculators.values.", "calculators.kinds.")
"""What is read of papers and cases is no mutant's work, and takes long to read again."""

TESTS = ("tests.core.", "tests.cases.")

_caches: list[functools._lru_cache_wrapper[object]] = []


def pytest_sessionstart() -> None:
    """Read the tests anew."""
    for module in [name for name in sys.modules if name.startswith(TESTS)]:
        del sys.modules[module]


def pytest_collection_finish() -> None:
    """Find what remembers, once everything is read; the forks of this process need not look again."""
    _caches[:] = _caches or [
        found
        for found in gc.get_objects()
        if isinstance(found, functools._lru_cache_wrapper) and str(found.__module__).startswith(MUTATED)
    ]


def pytest_runtest_setup() -> None:
    """Forget what the test before has worked out: else it is not seen which code this one runs through."""
    for cache in _caches:
        cache.cache_clear()
    for calculator in map(get, ids()):
        for answers in calculator.remembered.values():
            answers.clear()
        for parts in calculator.counted.values():
            parts.clear()
