"""Turn results into HTML with one set of autoescaped templates, at build time and in the reader's browser."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import groupby
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, ModuleLoader, StrictUndefined

from calculators.engine.calculator import Calculator
from calculators.engine.fields import Field
from calculators.engine.registry import get
from calculators.engine.result import Check, Result
from calculators.uses.links import carried
from calculators.uses.rules_version import rules_version
from calculators.values import formats

TEMPLATES = Path(__file__).resolve().parents[1] / "templates"
COMPILED = TEMPLATES / "compiled"


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
    """The result of a case as HTML.

    `base` leads to the site's root, `id` keeps several results on one page apart, `level` is that of the
    heading, and `changeable` gives each answer a link back to its question.
    """
    calculator = get(result.calculator)
    return (
        environment()
        .get_template("result.html.jinja")
        .render(
            result=result,
            calculator=calculator,
            figures=[(f, result.figures[f.name]) for f in calculator.figures if f.name in result.figures],
            groups=check_groups(calculator, result.checks),
            answers=answers(calculator, case),
            onward=onward(calculator, result, case),
            base=base,
            id=id,
            level=level,
            changeable=changeable,
            version=rules_version(calculator.id),
        )
    )


Parts = list[tuple[str, list[Check]]]


def check_groups(calculator: Calculator, checks: tuple[Check, ...]) -> list[tuple[str, Parts]]:
    """The checks under the titles of their groups and of the parts within, in order."""
    titles = {g.id: g.title for g in calculator.groups}

    def part(check: Check) -> str:
        return f"Level {check.level}" if check.level else ""

    return [
        (
            titles.get(key, ""),
            [(title, list(own)) for title, own in groupby(found, key=part)],
        )
        for key, found in groupby(checks, key=lambda check: check.objective)
    ]


def onward(calculator: Calculator, result: Result, case: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """The next useful calculators: the question each answers, its title, and its address with answers."""
    rows = []
    for step in calculator.next:
        if step.outcomes and result.outcome not in step.outcomes:
            continue
        known = {**result.figures, **{k: v for k, v in case.items() if v.strip()}}
        filled = {target: known.get(name, "") for target, name in step.carry.items()} | dict(step.given)
        fragment = carried(filled)
        address = f"calculators/{step.calculator}/{'#' + fragment if fragment else ''}"
        rows.append((step.question, get(step.calculator).title, address))
    return rows


def answers(calculator: Calculator, case: Mapping[str, str]) -> list[tuple[Field, str]]:
    """What the reader typed, field by field, as a reader meets it."""
    typed = {name: text.strip() for name, text in case.items()}
    return [(f, f.shown(typed[f.name])) for f in calculator.fields if typed.get(f.name)]
