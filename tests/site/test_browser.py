"""Published browser modules are small, and keep the names by which they use each other."""

import re
from pathlib import Path

import pytest

from site_build.publish.browser import write_modules
from tests.support.pages import ROOT

EXPORT = re.compile(r"export (?:class|function|const) (\w+)")


def test_every_module_is_published_smaller_with_the_same_exports(tmp_path: Path) -> None:
    write_modules(ROOT / "browser", tmp_path)
    home = ROOT / "browser"
    names = sorted(path.relative_to(home) for path in home.rglob("*.js"))
    assert sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*.js")) == names
    for name in names:
        source = home / name
        written, published = source.read_text(encoding="utf-8"), (tmp_path / name).read_text("utf-8")
        assert len(published) < len(written)
        given = re.sub(r"\s+as\s+", " as ", " ".join(re.findall(r"export\s*{([^}]*)}", published)))
        exported = {name.split(" as ")[-1].strip() for name in given.split(",")} | set(
            EXPORT.findall(published)
        )
        assert set(EXPORT.findall(written)) <= exported, source.name


def test_a_module_that_cannot_be_read_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "broken.js").write_text("const = 1;", encoding="utf-8")
    with pytest.raises(SystemExit, match="could not be minified"):
        write_modules(tmp_path, tmp_path / "out")
