"""Checks of built pages that passed are not run again while nothing they depend on has changed.

A pass is a fact about a page's HTML, the style sheets, scripts, fonts and pictures that it loads, the code of the
check, axe-core and the browser. It is kept under `.cache/checks/`, one small file a check; a failure is never kept.
`FULL=1` in the environment runs every check.
"""

import ast
import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from tests import chromium
from tests.support.built import built, own_pages
from tests.support.pages import ROOT, file_of

KEPT = ROOT / ".cache" / "checks"
UNCHANGED = "the page is unchanged since the test last passed; FULL=1 runs it again"
# What loads on need alone: no check of a page as it stands gets that far. The release names the bundle of Python.
NOT_LOADED = re.compile(r"assets/python/|assets/browser/[^/]+/runtime/release\.js$")
# Where a page names the version of another file, which is no part of how it looks: that file's bytes count instead.
OF_VERSIONS = re.compile(r"<(?:meta|link|script)\b[^>]*>|\bdata-[\w-]+=\"[^\"]*\"")
VERSION = re.compile(r"[0-9a-f]{8,64}|'sha(?:256|384)-[A-Za-z0-9+/=]+'")
NAMED_IN_STYLES = re.compile(r"url\(\s*[\"']?([^\"')]+)")
NAMED_IN_SCRIPTS = re.compile(r"(?:\bfrom|\bimport)\s*\(?\s*[\"'](\.[^\"']+)")
# What every check of a page runs on, whether or not it imports it.
FIXTURES = (ROOT / "tests" / "conftest.py", ROOT / "tests" / "chromium.py")


def passed(name: str, key: str) -> bool:
    """Whether the check of this name has passed on just this key, and need not run."""
    file = _file(name)
    return not os.environ.get("FULL") and file.is_file() and file.read_text(encoding="utf-8") == key


def keep(name: str, key: str) -> None:
    """Note that the check has passed on this key; an earlier pass of the same name is forgotten."""
    KEPT.mkdir(parents=True, exist_ok=True)
    # Written aside first: another process may read it at this moment.
    aside = _file(name).with_suffix(f".{os.getpid()}")
    aside.write_text(key, encoding="utf-8")
    aside.replace(_file(name))


def key_of(site: Path, path: str, check: Path) -> str:
    """A hash of all that the checks in the file `check` see in a browser of a page and those its sections became."""
    return hashed(*(_page(site, one) for one in (path, *own_pages(site, path))), tools(check))


def hashed(*parts: str | bytes) -> str:
    """One hash of all the parts, each apart from the next."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(hashlib.sha256(part.encode() if isinstance(part, str) else part).digest())
    return whole.hexdigest()


@cache
def tools(check: Path) -> str:
    """The check's own code with all that it may use, and the programs that it drives, as they were when first asked.

    Ask as the tests are collected: code that is changed during the run is not the code that runs.
    """
    axe = ROOT / "node_modules" / "axe-core" / "axe.min.js"
    programs = (chromium.version(), version("playwright"))
    return hashed(*(file.read_bytes() for file in [*_code(check), axe]), *programs)


def _code(check: Path) -> list[Path]:
    """The check's file and every module of the tests that it imports; of the fixtures their own files alone."""
    found: set[Path] = set()
    waiting = [check, *FIXTURES]
    while waiting:
        file = waiting.pop()
        if file not in found:
            found.add(file)
            waiting += () if file in FIXTURES else _imported(file)
    return sorted(found)


def _imported(file: Path) -> Iterator[Path]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "tests":
            place = ROOT.joinpath(*str(node.module).split("."))
            names = [place.with_suffix(".py"), *(place / f"{alias.name}.py" for alias in node.names)]
            yield from (name for name in names if name.is_file())


def _file(name: str) -> Path:
    return KEPT / hashed(name)[:32]


@cache
def _page(site: Path, path: str) -> str:
    """The page's HTML without the versions it names, and every file that it loads, by name and content."""
    text = (site / file_of(path)).read_text(encoding="utf-8")
    seen = OF_VERSIONS.sub(lambda tag: VERSION.sub("", tag[0]), text)
    return hashed(seen, *_loaded(site, path))


def _loaded(site: Path, path: str) -> list[str]:
    """Each file that the page loads, those too that are loaded by its style sheets and modules: a line each."""
    tree = built(site, path).tree
    found: dict[str, str] = {}
    waiting = [(path, str(link)) for link in tree.xpath("//script/@src | //img/@src | //link/@href")]
    while waiting:
        base, link = waiting.pop()
        name = unquote(urlsplit(urljoin(f"/{base}", link)).path).lstrip("/")
        file = site / name
        if name in found or NOT_LOADED.match(name) or not file.is_file():
            continue
        found[name] = f"{VERSION.sub('', name)} {_content(file)}"
        waiting += [(name, further) for further in _names(file)]
    return sorted(found.values())


@cache
def _content(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


@cache
def _names(file: Path) -> tuple[str, ...]:
    patterns: dict[str, Iterable[re.Pattern[str]]] = {
        ".css": (NAMED_IN_STYLES,),
        ".js": (NAMED_IN_SCRIPTS,),
        ".mjs": (NAMED_IN_SCRIPTS,),
    }
    return tuple(_found(file, patterns.get(file.suffix, ())))


def _found(file: Path, patterns: Iterable[re.Pattern[str]]) -> Iterator[str]:
    for pattern in patterns:
        yield from (link for link in pattern.findall(file.read_text(encoding="utf-8")) if "data:" not in link)
