"""Turn results into HTML with one set of autoescaped templates, at build time and in the reader's browser."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, ModuleLoader, StrictUndefined

from calculators.engine.registry import get
from calculators.engine.result import Result
from calculators.uses import gaps
from calculators.uses.outline import laid_out
from calculators.values import formats

TEMPLATES = Path(__file__).resolve().parents[1] / "templates"
COMPILED = TEMPLATES / "compiled"
MANY = 12
"""A part with more entries than this is folded."""


@cache
def environment() -> Environment:
    """The templates; every value is escaped, and an undefined name is an error.

    The browser's wheel holds the modules that Jinja makes of them, so that no reader waits for Jinja to do so.
    """
    env = Environment(
        loader=ModuleLoader(COMPILED) if COMPILED.is_dir() else FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters["readable"] = formats.readable
    return env


def render_result(
    result: Result,
    case: Mapping[str, str],
    base: str,
    *,
    id: str = "result",
    level: int = 2,
    changeable: bool = True,
) -> str:
    """The result of a case as HTML, part by part in the order of its outline.

    `base` leads to the site's root, `id` keeps several results on one page apart, `level` is that of the
    heading, and `changeable` gives each answer a link back to its question, and the page its places to fill.
    """
    return (
        environment()
        .get_template("result.html.jinja")
        .render(
            result=result,
            calculator=get(result.calculator),
            outline=laid_out(result, case),
            facts=gaps.facts,
            have_and_need=gaps.have_and_need,
            by_level=gaps.by_level,
            states=gaps.STATES,
            many=MANY,
            base=base,
            id=id,
            level=level,
            changeable=changeable,
        )
    )
