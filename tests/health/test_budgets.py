"""What our own scripts cost a reader, in compressed bytes; a page's weight is checked where pages are opened."""

from pathlib import Path

import pytest

from benchmarks.server import brotli
from tests.support.pages import calculator_paths, file_of

OWN_SCRIPTS = 15_000


def test_our_own_scripts_are_light(site: Path) -> None:
    """All modules of ours count, those too that are loaded on first use, as a static host sends them."""
    modules = {file.name: len(brotli(file)) for file in (site / "assets" / "browser").glob("*.js")}
    assert modules
    assert sum(modules.values()) <= OWN_SCRIPTS, modules


@pytest.mark.parametrize("path", calculator_paths())
def test_a_calculators_page_names_our_modules(site: Path, path: str) -> None:
    assert "assets/browser/calculator-form.js" in (site / file_of(path)).read_text(encoding="utf-8")
