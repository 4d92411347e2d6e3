"""What our own scripts cost a reader, in compressed bytes; a page's weight is checked where pages are opened."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from benchmarks.server import brotli
from tests.support.pages import KINDS, calculator_paths, file_of
from tests.support.released import modules, scripts

READING = 6_000
READING_ON_NEED = 15_000
CALCULATOR = 20_000
CALCULATOR_ON_NEED = 15_000
WORKER = "runtime/worker.js"
OFFLINE = "service-worker.js"
LIBRARIES = "libraries"
NAMED = re.compile(r'<(?:script|link)\b[^>]*?\b(?:src|href)="?([^">\s]+\.js)\b')
IMPORTED = re.compile(r'(?:\bimport|\bfrom)\s*"(\.[^"]+\.js)"')


def named(site: Path, path: str) -> set[Path]:
    """The scripts that a page names, whether to run them or to have them at hand."""
    page = site / file_of(path)
    return {(page.parent / address).resolve() for address in NAMED.findall(page.read_text(encoding="utf-8"))}


def imported(modules: Iterable[Path]) -> set[Path]:
    """What these modules import as they start, and what that imports."""
    found = list(modules)
    for module in found:
        for address in IMPORTED.findall(module.read_text(encoding="utf-8")):
            if (other := (module.parent / address).resolve()) not in found:
                found.append(other)
    return set(found)


def all_of(folder: Path) -> set[Path]:
    """Every module of ours below a folder: what stands in the libraries is not."""
    found = {path.resolve() for path in folder.rglob("*.js")}
    return {path for path in found if LIBRARIES not in path.relative_to(folder.resolve()).parts}


def worker(site: Path) -> Path:
    """The module that runs in the worker."""
    return (modules(site) / WORKER).resolve()


def weights(site: Path, modules: Iterable[Path]) -> dict[str, int]:
    """Each module's bytes as a static host sends it, the heaviest first."""
    sizes = {str(path.relative_to(site.resolve())): len(brotli(path)) for path in modules}
    return dict(sorted(sizes.items(), key=lambda item: -item[1]))


@pytest.mark.parametrize("path", [path for path in KINDS if path not in calculator_paths()])
def test_a_page_to_read_has_light_scripts(site: Path, path: str) -> None:
    loaded = weights(site, imported(named(site, path)))
    assert loaded
    assert sum(loaded.values()) <= READING, loaded


def test_what_reading_may_come_to_need_is_light(site: Path) -> None:
    """Others' libraries count here: they are small, and there is no runtime beside which they would not weigh."""
    loaded = weights(site, {path.resolve() for path in (*scripts(site).rglob("*.js"), site / OFFLINE)})
    assert any(LIBRARIES in name for name in loaded)
    assert sum(loaded.values()) <= READING + READING_ON_NEED, loaded


@pytest.mark.parametrize("path", calculator_paths())
def test_a_calculators_scripts_are_light(site: Path, path: str) -> None:
    """What every reader of it gets, with what every page has and with what runs in its worker."""
    loaded = weights(site, imported({*named(site, path), worker(site)}))
    assert sum(loaded.values()) <= CALCULATOR, (sum(loaded.values()), loaded)


def test_what_a_calculator_may_come_to_need_is_light(site: Path) -> None:
    """What only some of its readers get: around a result, to take away, and what is opened."""
    at_once = {module for path in calculator_paths() for module in named(site, path)}
    later = all_of(modules(site)) - imported({*at_once, worker(site)})
    loaded = weights(site, later)
    assert loaded
    assert sum(loaded.values()) <= CALCULATOR_ON_NEED, (sum(loaded.values()), loaded)


@pytest.mark.parametrize("path", calculator_paths())
def test_a_calculators_page_names_all_that_it_starts_with(site: Path, path: str) -> None:
    """Else a browser would find the modules one round after another, each in the one before."""
    at_once = named(site, path)
    assert (modules(site) / "form/calculator-form.js").resolve() in at_once
    assert imported(at_once) & all_of(modules(site)) - at_once == set()


def test_no_module_is_left_that_nothing_uses(site: Path) -> None:
    """Each is named by a page, imported, or named as text where it is loaded later."""
    ours = all_of(modules(site))
    texts = [path.read_text(encoding="utf-8") for path in ours]
    at_once = {module for path in calculator_paths() for module in named(site, path)}
    assert [
        m.name for m in ours - at_once if not any(f'/{m.name}"' in t or f'"{m.name}"' in t for t in texts)
    ] == []
