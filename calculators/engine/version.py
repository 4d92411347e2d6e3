"""The version of the rules: it changes whenever a record of the papers that an answer rests on does."""

from __future__ import annotations

import hashlib
from functools import cache

from calculators.engine.papers import ROOT
from calculators.engine.registry import get


@cache
def rules_version(calculator: str) -> str:
    """Ten hexadecimal digits over the records of the calculator's papers, the same everywhere."""
    digest = hashlib.sha256()
    for document in get(calculator).documents:
        for file in sorted((ROOT / document).glob("*.toml")):
            digest.update(f"{document}/{file.name}\n".encode() + file.read_bytes())
    return digest.hexdigest()[:10]
