"""Each calculator as one file that answers with no host and no network, put together from the finished site."""

from __future__ import annotations

import gzip
import json
import re
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from calculators.engine.registry import get, ids
from site_build.alone.page import Part, one_file
from site_build.alone.scripts import scripts
from site_build.hosting.headers import type_of
from site_build.kept import kept, key_of, write_whole
from site_build.writing.keeping import megabytes
from site_build.writing.site import BROWSER, SCRIPTS, TAKEN

HERE = Path(__file__).parent
PYTHON = "assets/python"
OF_THE_PAGE = ("form/calculator-form.js", "table/cases.js")
OF_ANY_PAGE = ("tips.js", "folds.js", "print.js")
FIRST = "scheme.js"
WORKER = "runtime/worker.js"
LINK = re.compile(
    r'(<p data-take-along="") hidden=""(><a) data-along=""( download="">[^<]*</a>[^<]*<span data-along-size="">)…'
)
"""What a calculator's page says of its file, once there is one."""


def write_files(out: Path) -> None:
    """Write `take`/<calculator>.html for each calculator; nothing where a site is built without Python."""
    target = out / TAKEN
    target.mkdir(exist_ok=True)
    manifest = next((out / PYTHON).glob("manifest-*.json"), None)
    if manifest is None:
        return
    code = _scripts(out)
    bundle = json.loads(manifest.read_text(encoding="utf-8"))
    for id in ids():
        page = out / "calculators" / id / "index.html"
        words = {
            document: (out / "assets" / "paragraphs" / f"{document}.json").read_text(encoding="utf-8")
            for document in get(id).documents
        }
        file = target / f"{id}.html"
        file.write_text(one_file(page, out, code, _parts(out, manifest, bundle, id), words), encoding="utf-8")
        _tell(page, file)


def _tell(page: Path, file: Path) -> None:
    """Let the page lead to its file, and say how large that is."""
    address = f"../../{TAKEN}/{file.name}"
    size = megabytes(file.stat().st_size)
    told, count = LINK.subn(rf'\1\2 href="{address}"\g<3>{size}', page.read_text(encoding="utf-8"))
    if count != 1:
        raise SystemExit(
            f"calculators/{page.parent.name}/ says in {count} places, and not in one, where its file is"
        )
    write_whole(page, told)


def _parts(out: Path, manifest: Path, bundle: dict[str, Any], id: str) -> Iterator[Part]:
    yield _part(out, manifest)
    facts = bundle["files"] | bundle["parts"] | bundle["later"]
    for path in [*bundle["files"], *bundle["kinds"][id], *bundle["later"]]:
        yield _part(out, manifest.parent / (f"{path}.bin" if facts[path].get("packed") else path))


def _part(out: Path, file: Path) -> Part:
    content = file.read_bytes()
    # The bundle's archives are packed already.
    packed = file.suffix != ".bin"

    def encoded() -> str:
        return b64encode(gzip.compress(content, 9, mtime=0) if packed else content).decode()

    text = kept("parts of a file", key_of(str(packed), content), encoded)
    return Part(f"/{file.relative_to(out).as_posix()}", type_of(file.name), packed, text)


def _scripts(out: Path) -> dict[str, str]:
    """What runs in each of the files."""
    (browser,), (of_pages,) = (out / BROWSER).iterdir(), (out / SCRIPTS).iterdir()
    wholes = {
        "page": [
            HERE / "in_page.js",
            *(browser / name for name in OF_THE_PAGE),
            *(of_pages / name for name in OF_ANY_PAGE),
        ],
        "worker": [HERE / "in_worker.js", browser / WORKER],
    }
    made = scripts(wholes, (browser / WORKER).relative_to(out).as_posix())
    return {"first": (of_pages / FIRST).read_text(encoding="utf-8"), **made}
