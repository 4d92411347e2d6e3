"""No test waits by a bare expression: Playwright evaluates it again as a string, which the pages' policy forbids."""

import ast
from pathlib import Path

import pytest

from tests.support.sources import files, name_of


def bare_waits(code: str) -> list[str]:
    """The waits in this code that name no function of the page's, each with its line."""
    return [
        f"line {call.lineno}: {script.value!r}"
        for call in ast.walk(ast.parse(code))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr == "wait_for_function"
        for script in call.args[:1]
        if isinstance(script, ast.Constant) and "=>" not in str(script.value)
    ]


@pytest.mark.parametrize("path", files("tests/browser", ".py"), ids=name_of)
def test_every_wait_names_a_function(path: Path) -> None:
    assert bare_waits(path.read_text(encoding="utf-8")) == []


def test_a_bare_wait_is_found() -> None:
    assert bare_waits(
        'page.wait_for_function("said.length")\npage.wait_for_function("() => said.length")'
    ) == ["line 1: 'said.length'"]
