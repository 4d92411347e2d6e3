"""Tables to start from for every calculator, as files: the worked cases are not in the browser's bundle."""

from __future__ import annotations

from pathlib import Path

from calculators.engine.registry import get, ids
from calculators.uses.starter import table_template_csv, template_csv


def write_templates(out: Path) -> None:
    """Write `assets/templates/<calculator>.csv`, and `<calculator>-<field>.csv` for each table inside its form.

    Each begins with the mark that tells a spreadsheet it is UTF-8.
    """
    target = out / "assets" / "templates"
    target.mkdir(parents=True, exist_ok=True)
    for id in ids():
        texts = {id: template_csv(id)}
        texts |= {f"{id}-{f.name}": table_template_csv(f) for f in get(id).fields if f.kind == "table"}
        for name, text in texts.items():
            (target / f"{name}.csv").write_text(text, encoding="utf-8-sig", newline="")
