"""What the build refuses, each once, on a copy of the second site that is spoilt in one place."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.second_site import build, copied

MONEY = "docs/frameworks/westmere/money.md"
LINES = "calculators/papers/westmere/accountability.toml"


def added(text: str) -> Callable[[str], str]:
    """A file with something at its end."""
    return lambda whole: f"{whole}\n{text}\n"


def changed(old: str, new: str) -> Callable[[str], str]:
    """A file with one thing in place of another."""

    def change(whole: str) -> str:
        assert old in whole
        return whole.replace(old, new)

    return change


@pytest.mark.parametrize(
    ("file", "spoil", "told"),
    [
        pytest.param(MONEY, added('{{ no_such_macro("x") }}'), "no_such_macro", id="an undefined macro"),
        pytest.param(
            MONEY,
            added('{{ cite("9.9") }}'),
            "9.9: is neither a paragraph nor a rule",
            id="an unknown paragraph",
        ),
        pytest.param(MONEY, added("[gone](gone.md)"), "gone.md", id="a link to no page"),
        pytest.param(
            MONEY, added("[gone](index.md#p-9)"), "names the missing place #p-9", id="a link to no place"
        ),
        pytest.param(
            MONEY, added('<p style="color: red">x</p>'), "which the policy forbids", id="a style on a tag"
        ),
        pytest.param(
            LINES,
            changed('to = "board"', 'to = "nobody"'),
            "names the unknown body 'nobody'",
            id="a line to no body",
        ),
        pytest.param(
            "docs/compare/money.toml",
            changed('"reserve-rate"', '"no-such-rule"'),
            "no-such-rule",
            id="an answer that is no record",
        ),
    ],
)
def test_the_build_stops_and_says_where(
    tmp_path: Path, file: str, spoil: Callable[[str], str], told: str
) -> None:
    folder = copied(tmp_path)
    spoilt = folder / file
    spoilt.write_text(spoil(spoilt.read_text(encoding="utf-8")), encoding="utf-8")
    done = build(folder, tmp_path / "out")
    assert done.returncode
    assert told in done.stdout


def test_all_that_is_wrong_with_records_is_told_first_alone_and_plainly(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    papers, compared = "calculators/papers/westmere", "docs/compare"
    spoilt = {
        f"{papers}/rules.toml": ('unit = "percent"', 'unit = "per hundred"'),
        f"{papers}/bodies.toml": ("paragraph", "paragrpah"),
        LINES: ('to = "board"', 'to = "bord"'),
        "calculators/kinds/reserve/cases.toml": ("story", "stroy"),
        f"{compared}/money.toml": ('"reserve-rate"', '"reserve-rat"'),
        f"{compared}/timeline.toml": ("left_out", "leftout"),
    }
    for file, (old, new) in spoilt.items():
        text = (folder / file).read_text(encoding="utf-8")
        assert old in text, file
        (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    done = build(folder, tmp_path / "out")
    first, *told = done.stdout.strip().splitlines()
    assert done.returncode
    assert first == "The build stopped at its records. Put these right:"
    assert not (tmp_path / "out").exists()
    for words in (
        "westmere/rules.toml: reserve-rate: has the unit 'per hundred', which is none of percent",
        "has an unknown key 'paragrpah': use 'paragraph'",
        "reserve/cases.toml: [[case]] number 1: has an unknown key 'stroy': use 'story'",
        "compare/timeline.toml: leftout: is not known here: use left_out",
    ):
        assert sum(words in line for line in told) == 1, words
    assert all(".toml: " in line for line in told)
