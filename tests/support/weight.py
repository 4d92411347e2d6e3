"""What the files of a visit weigh on the wire."""

import gzip
from functools import cache
from pathlib import Path
from urllib.parse import unquote

from tests.support.traffic import Traffic

PACKED_ALREADY = {".woff2", ".png", ".whl", ".zip"}


@cache
def weight(file: Path) -> int:
    """A file's bytes on the wire, gzipped where its kind is not packed already."""
    content = file.read_bytes()
    return len(content) if file.suffix in PACKED_ALREADY else len(gzip.compress(content, 9))


def weights(site: Path, traffic: Traffic) -> dict[str, int]:
    """The weight of every file that was asked for."""
    files = {unquote(path).lstrip("/") for path in traffic.paths()}
    files = {name + "index.html" if name == "" or name.endswith("/") else name for name in files}
    return {name: weight(site / name) for name in sorted(files)}
