"""The version of the rules: it changes whenever a record or a calculation that an answer rests on does."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from calculators.engine.registry import get

ROOT = Path(__file__).resolve().parents[1]


@cache
def rules_version(calculator: str) -> str:
    """Ten hexadecimal digits over the calculator's files and its papers' records, the same everywhere."""
    found = get(calculator)
    folders = [ROOT / found.folder, *(ROOT / "papers" / id for id in found.documents)]
    digest = hashlib.sha256()
    for folder in folders:
        for file in sorted((*folder.glob("*.py"), *folder.glob("*.toml"))):
            if file.name != "cases.toml":
                digest.update(f"{folder.name}/{file.name}\n".encode() + file.read_bytes())
    return digest.hexdigest()[:10]
