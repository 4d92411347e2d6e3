"""A table to start from for every calculator, as a file: the worked cases are not in the browser's bundle."""

from __future__ import annotations

from pathlib import Path

from calculators.engine.registry import ids
from calculators.uses.starter import template_csv


def write_templates(out: Path) -> None:
    """Write `assets/templates/<calculator>.csv`, with the mark that tells a spreadsheet it is UTF-8."""
    target = out / "assets" / "templates"
    target.mkdir(parents=True, exist_ok=True)
    for id in ids():
        (target / f"{id}.csv").write_text(template_csv(id), encoding="utf-8-sig", newline="")
