"""One page of each kind through Lighthouse, on the loopback address and with a browser that calls nobody."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from site_build.serve import serving
from tests import chromium
from tests.support.pages import KINDS

LIGHTHOUSE = Path(__file__).with_name("node_modules") / "lighthouse" / "cli" / "index.js"
MUST_BE_WHOLE = ("accessibility", "best-practices")
REPORTED = "performance"


@dataclass(frozen=True, slots=True)
class Report:
    """A page's scores out of 100, and what cost it points in a category that must have them all."""

    path: str
    scores: dict[str, int]
    faults: list[str]


def reports(site: Path) -> list[Report]:
    """Lighthouse's scores for one page of each kind; `CalledProcessError` where it does not come to an end."""
    with serving(site) as origin, tempfile.TemporaryDirectory() as scratch:
        return [_report(origin, path, Path(scratch) / "report.json") for path in KINDS]


def _report(origin: str, path: str, file: Path) -> Report:
    executable = chromium.find()
    assert executable, "No Chromium found: `make browser` installs it or says what to do."
    command = [
        *("node", str(LIGHTHOUSE), f"{origin}/{path}", "--quiet", "--no-enable-error-reporting"),
        *(
            "--output=json",
            f"--output-path={file}",
            f"--only-categories={','.join((*MUST_BE_WHOLE, REPORTED))}",
        ),
        f"--chrome-flags={' '.join(chromium.FLAGS)}",
    ]
    environment = os.environ | {"CHROME_PATH": executable}
    subprocess.run(command, env=environment, check=True)
    found = json.loads(file.read_text(encoding="utf-8"))
    categories = found["categories"]
    scores = {name: round(100 * (categories[name]["score"] or 0)) for name in (*MUST_BE_WHOLE, REPORTED)}
    lost = [
        found["audits"][audit["id"]]
        for name in MUST_BE_WHOLE
        for audit in categories[name]["auditRefs"]
        if audit["weight"] and found["audits"][audit["id"]]["score"] not in (1, None)
    ]
    return Report(path, scores, [f"{audit['id']}: {audit['title']}" for audit in lost])
