"""The site that is built, as its folder holds it: pages and the data beside them, and what a page's head says."""

from __future__ import annotations

from pathlib import Path

from calculators.records.folders import SITE

DOCS = SITE / "docs"
FRAMEWORKS = DOCS / "frameworks"


def front_matter(file: Path) -> dict[str, str]:
    """What stands between the first two lines of dashes, one `key: value` a line."""
    head = file.read_text(encoding="utf-8").split("\n---", 1)[0].removeprefix("---\n")
    return dict(line.split(": ", 1) for line in head.splitlines() if ": " in line)
