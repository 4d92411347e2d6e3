"""The version of the rules: it changes whenever a record of the papers that an answer rests on does."""

from __future__ import annotations

import hashlib
import json
from functools import cache

from calculators.engine.registry import get
from calculators.records.folders import PAPERS
from calculators.records.reading import read_toml, record_files


@cache
def rules_version(calculator: str) -> str:
    """Ten hexadecimal digits over the records of the calculator's papers, however they are written."""
    digest = hashlib.sha256()
    for document in get(calculator).documents:
        for file in record_files(PAPERS / document):
            records = json.dumps(read_toml(file), sort_keys=True)
            digest.update(f"{document}/{file.name}\n{records}".encode())
    return digest.hexdigest()[:10]
