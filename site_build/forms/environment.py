"""The templates of the forms: NHS form components from `nhsuk-frontend-jinja`, and a few of our own around them."""

from __future__ import annotations

from functools import cache

from jinja2 import ChainableUndefined, ChoiceLoader, Environment, PackageLoader


@cache
def environment() -> Environment:
    """Autoescaping; the NHS components rely on undefined options that may be asked for parts of themselves."""
    return Environment(
        loader=ChoiceLoader([PackageLoader("site_build.forms"), PackageLoader("nhsuk_frontend_jinja")]),
        autoescape=True,
        undefined=ChainableUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(template: str, **context: object) -> str:
    """The template's HTML on one line: a line break or an indent would mean something to Markdown."""
    html = environment().get_template(template).render(**context)
    return " ".join(line.strip() for line in html.splitlines() if line.strip())
