"""The templates of every room, escaping by default, written out so that Markdown leaves them alone.

A template is named by its room: `compare/entry.html` stands in `compare/templates/`.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, PrefixLoader, StrictUndefined
from markupsafe import Markup

ROOMS = Path(__file__).resolve().parent.parent


@cache
def environment() -> Environment:
    """One environment for the whole build."""
    return Environment(
        loader=PrefixLoader({f.parent.name: FileSystemLoader(f) for f in ROOMS.glob("*/templates")}),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(template: str, **values: Any) -> Markup:
    """The template on a single line: a line break or an indent would mean something to Markdown."""
    html = environment().get_template(template).render(**values)
    return Markup(re.sub(r"\s*\n\s*", " ", html).strip())
