"""The site's own Jinja templates, escaping by default, written out so that Markdown leaves them alone."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

FOLDER = Path(__file__).resolve().parent / "templates"


@cache
def environment() -> Environment:
    """One environment for the whole build."""
    return Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(template: str, **values: Any) -> Markup:
    """The template on a single line: a line break or an indent would mean something to Markdown."""
    html = environment().get_template(template).render(**values)
    return Markup(re.sub(r"\s*\n\s*", " ", html).strip())
