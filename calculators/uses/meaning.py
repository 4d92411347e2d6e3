"""What a module does, apart from how it is written: the same for every Python, whatever the comments and sentences."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass

SILENT = {"annotation", "returns", "type_params", "type_comment", "kind", "ctx"}
"""Fields of a syntax tree that change nothing of what is worked out."""

WORDS = re.compile(r"(?=.*\s)(?=.*[^\W\d_])", re.DOTALL)
"""A text with a space and a letter in it is a sentence for a reader. Codes, ids and formats have no space."""


@dataclass(frozen=True, slots=True)
class Source:
    """A module's meaning as nested lists, the texts in it, and the names of the attributes that it reads."""

    meaning: object
    texts: frozenset[str]
    attributes: frozenset[str]


def read_source(text: str) -> Source:
    """The module; `SyntaxError` where it is none."""
    tree = ast.parse(text)
    nodes = list(ast.walk(tree))
    return Source(
        _meaning(tree),
        frozenset(n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)),
        frozenset(n.attr for n in nodes if isinstance(n, ast.Attribute)),
    )


def _meaning(node: object) -> object:
    if isinstance(node, list):
        return [_meaning(part) for part in node if not _is_docstring(part)]
    if isinstance(node, ast.Constant):
        return "words" if isinstance(node.value, str) and WORDS.match(node.value) else repr(node.value)
    if isinstance(node, ast.AST):
        # What is empty goes unsaid: a later Python may know further fields.
        parts = ((name, part) for name, part in ast.iter_fields(node) if name not in SILENT)
        return [
            type(node).__name__,
            *([name, _meaning(part)] for name, part in parts if part not in (None, [])),
        ]
    return str(node)


def _is_docstring(node: object) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
