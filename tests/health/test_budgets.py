"""What a reader's first visit to a page costs, in compressed bytes."""

import gzip
from pathlib import Path
from urllib.parse import unquote

import pytest

from benchmarks.server import brotli
from tests.conftest import OpenPage
from tests.support.pages import calculator_paths, page_paths
from tests.support.traffic import Traffic

PAGE = 150_000
OWN_SCRIPTS = 15_000
PACKED_ALREADY = {".woff2", ".png", ".whl", ".zip"}


def weight(file: Path) -> int:
    """A file's bytes on the wire, gzipped where its kind is not packed already."""
    content = file.read_bytes()
    return len(content) if file.suffix in PACKED_ALREADY else len(gzip.compress(content, 9))


def weights(site: Path, traffic: Traffic) -> dict[str, int]:
    """The weight of every file that was asked for."""
    files = {unquote(path).lstrip("/") for path in traffic.paths()}
    files = {name + "index.html" if name == "" or name.endswith("/") else name for name in files}
    return {name: weight(site / name) for name in sorted(files)}


@pytest.mark.parametrize("path", page_paths())
def test_a_page_is_light(open_page: OpenPage, site: Path, traffic: Traffic, path: str) -> None:
    page = open_page(path)
    page.wait_for_load_state("networkidle")
    loaded = weights(site, traffic)
    assert sum(loaded.values()) <= PAGE, loaded


@pytest.mark.parametrize("path", calculator_paths())
def test_our_own_scripts_are_light(open_page: OpenPage, site: Path, traffic: Traffic, path: str) -> None:
    """All modules of ours count, those too that are loaded on first use, as a static host sends them."""
    assert open_page(path).locator("calculator-form").count() == 1
    modules = {file.name: len(brotli(file)) for file in (site / "assets" / "browser").glob("*.js")}
    assert modules
    assert sum(modules.values()) <= OWN_SCRIPTS, modules
