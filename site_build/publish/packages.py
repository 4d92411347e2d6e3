"""One installed package as its own files describe it: version, licence and its text, and where its source is."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from importlib.metadata import PackageMetadata, distribution
from pathlib import Path
from typing import Any

MODULES = Path(__file__).resolve().parents[2] / "node_modules"
LICENCE_FILE = re.compile(r"(licen[cs]e|copying|notice)\b", re.IGNORECASE)
# Where a package names its licence by family alone: the SPDX name of the text that it carries.
FAMILIES = {"BSD License": "BSD-3-Clause"}


@dataclass(frozen=True, slots=True)
class Package:
    """A package by a name that is unique among all that is shipped; `text` is empty where it carries none."""

    name: str
    version: str
    purl: str
    licence: str
    source: str
    text: str


def python_package(name: str) -> Package:
    """An installed Python package; `PackageNotFoundError` where it is not there."""
    found = distribution(name)
    about = found.metadata
    texts = [
        Path(str(file.locate())).read_text(encoding="utf-8")
        for file in sorted(found.files or [], key=str)
        if ".dist-info" in str(file) and LICENCE_FILE.match(file.name)
    ]
    known = re.sub(r"[-_.]+", "-", name).lower()
    return Package(
        name=known,
        version=found.version,
        purl=f"pkg:pypi/{known}@{found.version}",
        licence=_spdx(about),
        source=_source(about),
        text="\n".join(texts),
    )


def node_package(name: str) -> Package:
    """A package below node_modules; `FileNotFoundError` where npm has not been run."""
    folder = MODULES / name
    about = read_json(folder / "package.json")
    texts = [
        file.read_text(encoding="utf-8") for file in sorted(folder.iterdir()) if LICENCE_FILE.match(file.name)
    ]
    repository = about.get("repository", "")
    address = repository["url"] if isinstance(repository, dict) else repository
    if address and "://" not in address:
        address = f"https://github.com/{address}"
    return Package(
        name=name,
        version=about["version"],
        purl=f"pkg:npm/{name.replace('@', '%40')}@{about['version']}",
        licence=about["license"],
        source=re.sub(r"^git\+|\.git$", "", address),
        text="\n".join(texts),
    )


def read_json(file: Path) -> Any:
    """What a file of JSON holds."""
    return json.loads(file.read_text(encoding="utf-8"))


def _spdx(about: PackageMetadata) -> str:
    """The licence by its SPDX name, from the newest field that names one."""
    stated = about.get("License-Expression") or about.get("License")
    if stated:
        return stated
    families = [
        c.rpartition(" :: ")[2] for c in about.get_all("Classifier", []) if c.startswith("License ::")
    ]
    return FAMILIES[families[0]]


def _source(about: PackageMetadata) -> str:
    links = dict(link.split(", ", 1) for link in about.get_all("Project-URL", []))
    return links.get("Source") or links.get("Homepage") or about.get("Home-page") or ""
