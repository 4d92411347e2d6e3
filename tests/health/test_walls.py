"""The core is a leaf: standard library and Jinja only, no clock, no network, no floats."""

import ast
import re
import sys
from pathlib import Path

import pytest

from tests.support.sources import files, name_of

CORE = files("calculators", ".py")
BROWSER = files("browser", ".js")
ALLOWED = set(sys.stdlib_module_names) | {"calculators", "jinja2", "markupsafe"}
OUTSIDE_WORLD = {
    "time",
    "random",
    "secrets",
    "socket",
    "urllib.request",
    "http",
    "subprocess",
    "threading",
    "asyncio",
}
CLOCKS = {"now", "utcnow", "today", "time", "monotonic", "perf_counter"}


def imports(tree: ast.AST) -> set[str]:
    """The full names of all modules imported."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found.add(node.module or "")
    return found


@pytest.mark.parametrize("path", CORE, ids=name_of)
def test_the_core_imports_only_what_both_runtimes_have(path: Path) -> None:
    names = imports(ast.parse(path.read_text(encoding="utf-8")))
    assert {name for name in names if name.split(".")[0] not in ALLOWED} == set()
    assert {name for name in names if name in OUTSIDE_WORLD or name.split(".")[0] in OUTSIDE_WORLD} == set()


@pytest.mark.parametrize("path", CORE, ids=name_of)
def test_the_core_reads_no_clock_and_holds_no_inexact_number(path: Path) -> None:
    wrong = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CLOCKS:
            wrong.append(f"line {node.lineno}: {node.func.attr}()")
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in {"float", "open"}
        ):
            wrong.append(f"line {node.lineno}: {node.func.id}()")
        if isinstance(node, ast.Constant) and isinstance(node.value, float):
            wrong.append(f"line {node.lineno}: {node.value}")
    assert wrong == []


def test_there_are_modules_to_look_at() -> None:
    assert CORE
    assert BROWSER


@pytest.mark.parametrize("path", BROWSER, ids=name_of)
def test_the_browser_parses_no_number_and_evaluates_nothing(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    banned = r"\b(parseFloat|parseInt|eval|document\.write|document\.cookie|new Function)\b|\bNumber\("
    assert re.findall(banned, text) == []


def test_one_place_puts_rendered_html_into_the_page() -> None:
    """What it inserts comes from the core's escaping renderer; everything else goes in as text."""
    inserts = r"\.(innerHTML|outerHTML)\s*\+?=(?!=)|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment"
    places = [
        name_of(path) for path in BROWSER for _ in re.findall(inserts, path.read_text(encoding="utf-8"))
    ]
    assert len(places) <= 1, places
