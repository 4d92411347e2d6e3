"""The licences of what others made: their texts in the site, and the table that leads to them."""

from __future__ import annotations

import re
from pathlib import Path

from site_build.publish.shipped import Shipped, shipped
from site_build.writing.page import Page
from site_build.writing.templating import render

FOLDER = "assets/licences"


def address(each: Shipped) -> str:
    """Where a licence's text is, below the site's root."""
    return f"{FOLDER}/{re.sub('[^a-z0-9-]+', '-', each.package.name).strip('-')}.txt"


def licences(page: Page) -> str:
    """Every package that the site ships: its version, its licence with the text, and where its source is."""
    rows = [(each, page.link(address(each))) for each in shipped()]
    return render("publish/licences.html.jinja", rows=rows)


def write_licences(out: Path) -> None:
    """Write the text of every licence; `ValueError` where a package comes without one."""
    (out / FOLDER).mkdir(parents=True, exist_ok=True)
    for each in shipped():
        package = each.package
        if not package.text.strip():
            raise ValueError(f"{package.name} {package.version} carries no text of its licence")
        lines = [f"{package.name} {package.version}", f"Licence: {package.licence}"]
        lines += [f"Source: {package.source}"] if package.source else []
        head = "\n".join((*lines, "", ""))
        (out / address(each)).write_text(head + package.text, encoding="utf-8")
