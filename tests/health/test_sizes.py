"""Files stay small enough to take in at once."""

from statistics import median

from tests.support.pages import ROOT
from tests.support.sources import name_of, own_files

LONGEST = 200
TYPICAL = 100
CODE = {".py", ".js", ".mjs", ".css", ".jinja", ".j2", ".html", ".sh", ".yml", ".yaml"}
# Prose (.md), records (.toml) and locks are not listed: they are as long as what they restate or lock.
# A longer file of code stands here with its reason.
LONGER: dict[str, str] = {}


def lengths() -> dict[str, int]:
    """The lines of every file of code."""
    code = (path for path in own_files() if path.suffix in CODE)
    return {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in code}


def test_no_file_of_code_is_longer_than_one_can_take_in() -> None:
    assert {name: n for name, n in lengths().items() if n > LONGEST and name not in LONGER} == {}


def test_a_typical_file_is_much_shorter() -> None:
    assert median(lengths().values()) <= TYPICAL


def test_no_exception_outlives_its_reason() -> None:
    assert [name for name in LONGER if lengths().get(name, 0) <= LONGEST] == []


def test_the_macros_module_only_registers() -> None:
    assert len((ROOT / "macros.py").read_text(encoding="utf-8").splitlines()) <= 40
