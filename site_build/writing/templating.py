"""The one set-up of Jinja for the build: the templates of every room, escaping by default, strict about names.

A template is named by its room: `compare/entry.html.jinja` stands in `compare/templates/`. The form components
of the NHS come from `nhsuk-frontend-jinja`, under `nhsuk/`.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import (
    ChainableUndefined,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PackageLoader,
    PrefixLoader,
    StrictUndefined,
    Template,
)
from markupsafe import Markup

from calculators.values.formats import in_words
from site_build.writing import identity

ROOMS = Path(__file__).resolve().parents[1]
COMPONENTS = "nhsuk/"


class _Strict(Environment):
    """An undefined name is an error, but in the components of the NHS: they ask for options that nobody gave."""

    def get_template(self, name: str | Template, *more: Any, **options: Any) -> Template:
        if str(name).startswith(COMPONENTS) and self.undefined is StrictUndefined:
            return _lenient().get_template(name, *more, **options)
        return super().get_template(name, *more, **options)


@cache
def environment() -> Environment:
    """The environment of all our templates."""
    rooms = {folder.parent.name: FileSystemLoader(folder) for folder in ROOMS.glob("*/templates")}
    made = _Strict(
        loader=ChoiceLoader([PrefixLoader(rooms), PackageLoader("nhsuk_frontend_jinja")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["in_words"] = in_words
    made.globals |= {
        "paper_emblem": identity.paper_emblem,
        "level_emblem": identity.level_emblem,
        "objective_emblem": identity.objective_emblem,
    }
    return made


@cache
def _lenient() -> Environment:
    return environment().overlay(undefined=ChainableUndefined)


def render(template: str, **values: Any) -> Markup:
    """The template on a single line: a line break or an indent would mean something to Markdown."""
    html = environment().get_template(template).render(**values)
    return Markup(re.sub(r"\s*\n\s*", " ", html).strip())
