"""No test passes because there was nothing to look at: a loop that holds all its assertions goes over something."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.every import every
from tests.support.sources import files, name_of

TESTS = [path for path in files("tests", ".py") if path.name.startswith("test_")]
# What fails by itself where it would go over nothing.
NEVER_EMPTY = {"every", "sources_of", "built_pages"}
# Records of one paper, of which another may have none: content/test_records_kinds.py finds some of each in the papers.
RECORDS = {"ambiguities", "bodies", "checklists", "paragraphs", "processes", "rules"}


def bare_loops(code: str) -> list[str]:
    """The tests in this code that assert nothing outside loops over what may be empty, each with the loop's line."""
    functions = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.FunctionDef)]
    return [
        f"line {loop.lineno}: {function.name} loops over {ast.unparse(loop.iter)}"
        for function in functions
        if function.name.startswith("test_") and not any(map(_asserts, _outside(function.body)))
        for loop in _loops(function.body)
        if not _is_something(loop.iter)
    ]


def _outside(body: list[ast.stmt]) -> Iterator[ast.AST]:
    """Every node of a function that is in no loop."""
    for statement in body:
        if isinstance(statement, ast.For):
            continue
        if isinstance(statement, ast.With | ast.If | ast.Try):
            yield from (part for item in getattr(statement, "items", []) for part in ast.walk(item))
            yield from _outside(statement.body)
        else:
            yield from ast.walk(statement)


def _loops(body: list[ast.stmt]) -> Iterator[ast.For]:
    for statement in body:
        if isinstance(statement, ast.For):
            yield statement
        elif isinstance(statement, ast.With | ast.If | ast.Try):
            yield from _loops(statement.body)


def _asserts(node: ast.AST) -> bool:
    """Whether the node can fail a test: an assertion, or a call of what asserts."""
    if isinstance(node, ast.Assert):
        return True
    if not isinstance(node, ast.Call):
        return False
    called = ast.unparse(node.func).rpartition(".")[2]
    return called in {"raises", "expect", "every", "assume"} or called.startswith("assert_")


def _is_something(node: ast.expr) -> bool:
    """Whether a loop over this goes round at least once, or fails."""
    match node:
        case ast.Tuple(elts=elements) | ast.List(elts=elements) | ast.Set(elts=elements):
            return bool(elements)
        case ast.Dict(keys=keys):
            return bool(keys)
        case ast.Constant(value=str() as text):
            return bool(text)
        case ast.Name(id=name) if name.isupper():
            return True
        case ast.Call(func=ast.Name(id="enumerate" | "sorted"), args=[first, *_]):
            return _is_something(first)
        case ast.Call(func=ast.Name(id=name)):
            return name in NEVER_EMPTY
        case ast.Call(func=ast.Attribute(value=ast.Attribute(attr=kind), attr="items" | "values")):
            return kind in RECORDS
        case ast.Call(func=ast.Attribute(value=value, attr="items" | "values" | "keys")):
            return _is_something(value)
    return False


@pytest.mark.parametrize("path", TESTS, ids=name_of)
def test_no_test_asserts_only_in_a_loop_that_may_be_empty(path: Path) -> None:
    assert bare_loops(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("def test_a():\n    for x in things(): assert x", 1),
        ("def test_a():\n    for x in things.values(): assert x", 1),
        ("def test_a():\n    with b():\n        for x in things(): assert x", 1),
        ("def test_a():\n    for x in every(things()): assert x", 0),
        ("def test_a():\n    for x in (1, 2): assert x", 0),
        ("def test_a():\n    for x in things(): assert x\n    assert y", 0),
        ("def test_a():\n    with raises(E):\n        for x in things(): f(x)", 0),
    ],
)
def test_a_bare_loop_is_found(code: str, found: int) -> None:
    assert len(bare_loops(code)) == found


def test_nothing_is_refused() -> None:
    with pytest.raises(AssertionError, match="there are no beans"):
        every(iter(()), "beans")
