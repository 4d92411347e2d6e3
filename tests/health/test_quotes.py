"""Words for readers have curly quotation marks and apostrophes wherever they are written: code, records, templates."""

import ast
import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.every import every
from tests.support.pages import ROOT

# As words have them: an apostrophe between letters, or marks around a word or a placeholder.
STRAIGHT = re.compile(r"\w'[a-z]|(?<![\w\\\"=\[(])'[\w…][^'\"]*'(?!\w)")
# Told to whoever writes records, code or a shell's line, and shown in a terminal as it stands.
OF_WRITERS = {"RecordError", "Undeclared", "ValueError", "LookupError", "AssertionError", "compile"}
OTHER_ROOMS = ("calculators/records/",)

PYTHON = [
    path
    for room in ("calculators", "browser/python")
    for path in sorted((ROOT / room).rglob("*.py"))
    if not path.relative_to(ROOT).as_posix().startswith(OTHER_ROOMS)
]
SCRIPTS = sorted((ROOT / "browser").rglob("*.js"))
TEMPLATES = sorted((ROOT / "calculators" / "templates").glob("*.jinja"))
RECORDS = sorted(path for path in (ROOT / "calculators").rglob("*.toml"))
COMMENT = re.compile(r"/\*.*?\*/|(?<![:\w\"'`])//[^\n]*", re.DOTALL)
LITERAL = re.compile(r'"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`')
NOT_WORDS = re.compile(r"\{[{%#].*?[}%#]\}|<[^>]*>|\$\{[^}]*\}|\[[^\]]*\]", re.DOTALL)


def of_python(path: Path) -> Iterator[str]:
    """The texts of a module but for docstrings, each f-string as one with `…` for what is put in."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    passed = {id(part) for node in ast.walk(tree) for part in _not_for_readers(node)}
    for node in ast.walk(tree):
        if id(node) in passed:
            continue
        if isinstance(node, ast.JoinedStr):
            yield "".join(str(p.value) if isinstance(p, ast.Constant) else "…" for p in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def _not_for_readers(node: ast.AST) -> Iterator[ast.AST]:
    """Docstrings, what is raised for writers, and the parts of an f-string, which is looked at whole."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        yield node.value
    elif isinstance(node, ast.Call):
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if called in OF_WRITERS:
            yield from ast.walk(node)
    elif isinstance(node, ast.JoinedStr):
        yield from (part for one in node.values for part in ast.walk(one))


def of_script(path: Path) -> Iterator[str]:
    """The literals of a script that stand in double quotation marks or backquotes, without selectors."""
    code = COMMENT.sub("", path.read_text(encoding="utf-8"))
    yield from (NOT_WORDS.sub("…", literal) for literal in LITERAL.findall(code))


def of_template(path: Path) -> Iterator[str]:
    """The words of a template between its tags."""
    yield from NOT_WORDS.sub("…", path.read_text(encoding="utf-8")).splitlines()


def of_records(path: Path) -> Iterator[str]:
    """Every text in a file of records."""
    held: list[object] = [tomllib.loads(path.read_text(encoding="utf-8"))]
    while held:
        match held.pop():
            case str(text):
                yield text
            case dict() as table:
                held += table.values()
            case list() as items:
                held += items


@pytest.mark.parametrize(
    ("files", "texts"),
    [(PYTHON, of_python), (SCRIPTS, of_script), (TEMPLATES, of_template), (RECORDS, of_records)],
    ids=["python", "scripts", "templates", "records"],
)
def test_words_for_readers_have_curly_marks(
    files: list[Path], texts: Callable[[Path], Iterator[str]]
) -> None:
    found = [
        f"{path.relative_to(ROOT)}: {text.strip()[:90]}"
        for path in every(files, "files")
        for text in texts(path)
        if STRAIGHT.search(text)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("""say("the reader's own")""", True),
        ("""say(f"must have '{name}'")""", True),
        ("""say("as 'budget' has")""", True),
        ("""raise RecordError(f"names '{name}'")""", False),
        ('''def f():\n    """The reader's."""''', False),
        ("""say("the reader’s ‘own’")""", False),
        ("""cell.startswith("'")""", False),
    ],
)
def test_the_check_tells_words_for_readers_from_others(tmp_path: Path, code: str, told: bool) -> None:
    file = tmp_path / "words.py"
    file.write_text(code, encoding="utf-8")
    assert any(STRAIGHT.search(text) for text in of_python(file)) is told
