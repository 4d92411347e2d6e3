"""All that the site ships and others made, from the build's own lists of what it publishes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from site_build.bundle.parts import DEPENDENCIES, LATER
from site_build.finish.fonts import FONTS
from site_build.publish.libraries import LIBRARIES, OF_EVERY_PAGE, package_of
from site_build.publish.packages import MODULES, Package, node_package, python_package, read_json

PARTS = {"docx.js": "Word documents", "d3.js": "Charts", "stemmer.js": "Search"}
MIT_TERMS = "Permission is hereby granted"


@dataclass(frozen=True, slots=True)
class Shipped:
    """A package and the part of the site that holds it."""

    package: Package
    part: str


@cache
def shipped() -> tuple[Shipped, ...]:
    """Every package that the site ships, each once, in the order in which a reader meets them."""
    found = {each.package.name: each for each in (*_pages(), *_runtime(), *_libraries())}
    return tuple(found.values())


def _pages() -> Iterator[Shipped]:
    theme = python_package("mkdocs-material")
    yield Shipped(theme, "Page layout and styles")
    forms = python_package("nhsuk-frontend-jinja")
    # The package states the MIT licence and carries no text of it: the terms are the same in every copy.
    terms = theme.text[theme.text.index(MIT_TERMS) :]
    yield Shipped(forms if forms.text else replace(forms, text=terms), "Forms and results")
    for file in FONTS.values():
        yield Shipped(node_package("/".join(file.split("/")[:2])), "Fonts")


def _runtime() -> Iterator[Shipped]:
    pyodide = node_package("pyodide")
    # The npm packages of Pyodide and of its Python carry no text of their licences; these, of the same makers, do.
    yield Shipped(replace(pyodide, text=python_package("pyodide-build").text), "Python in the browser")
    version = read_json(MODULES / "pyodide" / "pyodide-lock.json")["info"]["python"]
    python = Package(
        name="cpython",
        version=version,
        purl=f"pkg:github/python/cpython@v{version}",
        licence="PSF-2.0",
        source="https://github.com/python/cpython",
        text=python_package("typing_extensions").text,
    )
    yield Shipped(python, "Python in the browser")
    yield from (Shipped(python_package(name), "Python in the browser") for name in DEPENDENCIES)
    yield from (Shipped(python_package(name), "QR codes and workbooks") for name in LATER)


def _libraries() -> Iterator[Shipped]:
    for library, files in (LIBRARIES | OF_EVERY_PAGE).items():
        for name in _with_needs([package_of(file) for file in files]):
            yield Shipped(node_package(name), PARTS[library])


def _with_needs(names: list[str]) -> list[str]:
    """The packages and what is built into their files; packages of types alone are in no file."""
    found: list[str] = []
    while names:
        name = names.pop(0)
        if name not in found and not name.startswith("@types/"):
            found.append(name)
            names += read_json(MODULES / name / "package.json").get("dependencies", {})
    return found
