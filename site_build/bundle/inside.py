"""Runs inside the runtime, under Node: write the library that the core needs, and the wheels, as bytecode.

The library is trimmed to the modules loaded once every module of the core, and every module that the core names
anywhere, has been imported. What the tools need beyond that goes with them. So what comes out depends on Python
and templates alone: no worked case and no record changes it. That the cases find all they need is a test's matter,
which sends each of them through the finished bundle.

`/target` is a folder of the build machine, and `/bytecode` what it has kept of `/target/bytecode` of earlier times.
"""

import ast
import hashlib
import importlib
import io
import json
import marshal
import pkgutil
import sys
import types
import zipfile
from importlib.util import MAGIC_NUMBER, source_hash
from pathlib import Path

CORE = globals()["CORE"]
TOOLS = globals()["TOOLS"]
STOCK = Path("/lib/python314.zip")
SITE = Path("/lib/python3.14/site-packages")
TARGET = Path("/target")
BYTECODE = Path("/bytecode")
FRESH = TARGET / "bytecode"

OPTIONAL = {"_ssl", "bz2", "compression", "lzma", "ssl"}
"""What the library imports where it is there and does without where it is not: a page opens no socket of its
own and no archive of these kinds."""

NO_LINE = 0b1_1111_000
"""An entry of a code object's table of lines for instructions that no line of source stands behind."""

FOR_TOOLS = {"compression"}
"""What the tools import of these without asking."""

UNCHECKED = (1).to_bytes(4, "little")
"""The mark of bytecode that goes by its source's hash and never looks at the source (PEP 552)."""

LATE = ("jinja2.debug", "traceback")
"""What a package or the interpreter imports only when something goes wrong."""

CODECS = ("ascii", "latin_1", "raw_unicode_escape", "unicode_escape")
CODECS_OF_FILES = ("cp1252", "cp850", "utf_16", "utf_16_le", "utf_16_be", "utf_32", "utf_8_sig")
"""What a reader's file may be written in; the core itself is given text."""


def bytecode(source: bytes, name: str) -> bytes:
    """A .pyc that is used without looking for its source: magic number, flags, hash, code.

    It has no assertions, docstrings or tables of lines: the tables alone would be an eighth more for a first
    visit to fetch, and only a traceback would show them. It is kept under a hash of what it was made from.
    """
    id = hashlib.sha256(name.encode() + b"\n" + source).hexdigest()
    kept = BYTECODE / id
    if kept.exists():
        return kept.read_bytes()
    code = without_lines(compile(source, name, "exec", dont_inherit=True, optimize=2))
    content = MAGIC_NUMBER + UNCHECKED + source_hash(source) + marshal.dumps(code)
    FRESH.mkdir(exist_ok=True)
    (FRESH / id).write_bytes(content)
    return content


def without_lines(code: types.CodeType) -> types.CodeType:
    """The code, and every function and class in it, with a table of lines that says "no line" throughout.

    An entry stands for up to eight instructions; an empty table would stop Python from showing an exception.
    """
    whole, rest = divmod(len(code.co_code) // 2, 8)
    lines = bytes([NO_LINE | 7] * whole + ([NO_LINE | (rest - 1)] if rest else []))
    inner = (without_lines(c) if isinstance(c, types.CodeType) else c for c in code.co_consts)
    return code.replace(co_linetable=lines, co_consts=tuple(inner))


def named_imports(source: str) -> set[str]:
    """Every module that a source names in an import, wherever it stands."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module)
    return found


def load_all() -> None:
    """Import every module of the core, then what may be needed some other time: all that they name anywhere."""
    core = importlib.import_module(CORE)
    names = set(LATE) | {f"encodings.{codec}" for codec in CODECS}
    for module in pkgutil.walk_packages(core.__path__, f"{CORE}."):
        if not module.name.endswith("__main__"):
            loaded = importlib.import_module(module.name)
            names |= named_imports(Path(str(loaded.__file__)).read_text(encoding="utf-8"))
    for name in sorted(names):
        importlib.import_module(name)


def use_tools() -> None:
    """Draw a code and read a workbook, so that all that takes is loaded."""
    qr, sheet = (importlib.import_module(f"{TOOLS}.{name}") for name in ("qr", "sheet"))
    assert "image" in json.loads(qr.reply("a link"))
    for codec in (*CODECS_OF_FILES, "utf-8"):
        assert "£" in json.loads(sheet.reply("name,£ 1".encode(codec)))["sheets"][0]["table"]
    book, file = importlib.import_module("openpyxl").Workbook(), io.BytesIO()
    for row in (["name", "amount"], ["£", 0.5]):
        book.active.append(row)
    book.save(file)
    assert "£,0.5" in json.loads(sheet.reply(file.getvalue()))["sheets"][0]["table"]


def needed(without: set[str] = OPTIONAL) -> set[str]:
    """The paths, without suffix, of the modules now loaded, less those that the interpreter holds frozen."""
    specs = ((name, getattr(module, "__spec__", None)) for name, module in sys.modules.items())
    kept = (name for name, spec in specs if spec and spec.origin != "frozen")
    return {name.replace(".", "/") for name in kept if name.partition(".")[0] not in without}


def stem(path: str) -> str:
    """A module's path as `needed` gives it."""
    return path.removesuffix(".py").removesuffix("/__init__")


def write_library(paths: set[str]) -> None:
    """The archive of the library's modules that are needed, in the stock archive's order."""
    with zipfile.ZipFile(STOCK) as stock, zipfile.ZipFile(TARGET / "python_stdlib.zip", "w") as archive:
        for name in stock.namelist():
            if name.endswith(".py") and stem(name) in paths:
                archive.writestr(zipfile.ZipInfo(f"{name}c"), bytecode(stock.read(name), f"{STOCK}/{name}"))


def write_rest(paths: set[str]) -> None:
    """The modules of the library that only the tools need, laid out as they were."""
    with zipfile.ZipFile(STOCK) as stock:
        for name in stock.namelist():
            if name.endswith(".py") and stem(name) in paths:
                place = (TARGET / "rest" / name).with_suffix(".pyc")
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(bytecode(stock.read(name), f"{STOCK}/{name}"))


def write_site() -> None:
    """The modules of site-packages that are needed, laid out as they were."""
    paths = needed()
    for path in sorted(SITE.rglob("*.py")):
        inside = path.relative_to(SITE)
        if stem(str(inside)) in paths:
            place = TARGET / "site" / inside.with_suffix(".pyc")
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(bytecode(path.read_bytes(), str(path)))


def write_templates() -> None:
    """Every template as the module that Jinja makes of it, among the modules of the core."""
    environment = importlib.import_module(f"{CORE}.uses.rendering").environment()
    folder = TARGET / "site" / CORE / "templates" / "compiled"
    environment.compile_templates(str(folder), zip=None, ignore_errors=False)
    for module in sorted(folder.glob("*.py")):
        module.with_suffix(".pyc").write_bytes(bytecode(module.read_bytes(), module.name))
        module.unlink()


load_all()
for_core = needed()
use_tools()
write_library(for_core)
write_rest(needed(OPTIONAL - FOR_TOOLS) - for_core)
write_site()
write_templates()
