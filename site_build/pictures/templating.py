"""The templates beside this file, escaping by default, written out so that Markdown leaves them alone."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(template: str, **values: Any) -> Markup:
    """The template on a single line: a line break or an indent would mean something to Markdown."""
    html = _environment().get_template(template).render(**values)
    return Markup(" ".join(row.strip() for row in html.splitlines() if row.strip()))
