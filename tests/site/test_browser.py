"""Published browser modules hold the same code as their sources."""

import subprocess
from pathlib import Path

import pytest

from site_build.browser import lean
from tests.support.sources import files, name_of

MODULES = files("browser", ".js")


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_published_module_still_parses(path: Path, tmp_path: Path) -> None:
    published = tmp_path / "module.mjs"
    published.write_text(lean(path.read_text(encoding="utf-8")), encoding="utf-8")
    subprocess.run(["node", "--check", str(published)], check=True)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_text_of_ours_spans_lines(path: Path) -> None:
    """Or taking comments and indents away could change it."""
    assert [n for n, line in enumerate(path.read_text().splitlines(), 1) if line.count("`") % 2] == [], path


def test_comments_and_indents_go() -> None:
    assert lean("// why\nif (a) {\n  /** what */\n  b(); // c\n}\n") == "if (a) {\nb(); // c\n}\n"
