"""Published browser modules are small, and keep the names by which they use each other."""

import re
from pathlib import Path

import pytest

from site_build.forms.modules import WHOLE, gathered
from site_build.publish.browser import write_modules
from tests.support.every import every
from tests.support.pages import ROOT

HOME = ROOT / "browser"
EXPORT = re.compile(r"export (?:class|function\*?|async function|const) (\w+)")
EXPORTS = re.compile(r"export\s*{([^}]*)}")
IMPORTS = re.compile(r'import\s*{([^}]*)}\s*from\s*"(\.[^"]+)"')


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Our modules as they are published."""
    target = tmp_path_factory.mktemp("published")
    write_modules(HOME, target)
    return target


def exported(text: str) -> set[str]:
    """The names that a module gives."""
    listed = ",".join(EXPORTS.findall(text))
    return {name.split(" as ")[-1].strip() for name in listed.split(",")} | set(EXPORT.findall(text))


def names(folder: Path) -> set[str]:
    """The modules below a folder."""
    return {path.relative_to(folder).as_posix() for path in every(folder.rglob("*.js"))}


def test_every_module_is_published_by_itself_or_inside_another(published: Path) -> None:
    inside = gathered(HOME)
    assert set(inside.values()) == set(WHOLE)
    assert names(published) == {inside.get(name, name) for name in names(HOME)}


def test_a_module_that_two_need_is_published_by_itself(published: Path) -> None:
    assert "runtime/words.js" in names(published)


def test_every_module_is_published_smaller_with_the_same_exports(published: Path) -> None:
    for name in every(names(published) - set(WHOLE)):
        written, text = (HOME / name).read_text("utf-8"), (published / name).read_text("utf-8")
        assert len(text) < len(written)
        assert set(EXPORT.findall(written)) <= exported(text), name
    for whole in every(WHOLE):
        held = [HOME / name for name, other in gathered(HOME).items() if other == whole]
        assert len((published / whole).read_text("utf-8")) < sum(path.stat().st_size for path in held)


def test_what_a_module_imports_is_there(published: Path) -> None:
    imports = [
        (published / name, listed, (published / name).parent / address)
        for name in every(names(published))
        for listed, address in IMPORTS.findall((published / name).read_text("utf-8"))
    ]
    # The build writes the release when it knows the bundle.
    for module, listed, other in every(each for each in imports if each[2].name != "release.js"):
        wanted = {each.split(" as ")[0].strip() for each in listed.split(",")}
        assert wanted <= exported(other.read_text("utf-8")), module


def test_a_module_that_cannot_be_read_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "broken.js").write_text("const = 1;", encoding="utf-8")
    with pytest.raises(SystemExit, match="could not be minified"):
        write_modules(tmp_path, tmp_path / "out")
