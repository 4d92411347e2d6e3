"""A calculator's form, whole and printable before any script has run."""

from __future__ import annotations

from calculators.engine.cases import presets
from calculators.engine.registry import get
from calculators.engine.so_far import so_far
from site_build.forms.layout import is_long, sections
from site_build.forms.modules import modules_of
from site_build.writing.page import Page
from site_build.writing.printing import print_part
from site_build.writing.site import MODULES
from site_build.writing.templating import render

WITHOUT_JAVASCRIPT = (
    "This form needs JavaScript to work out an answer, and it has not started here. "
    "You can print the form and fill it in by hand. "
    "The rules and the worked examples on this page show each step."
)
AGAIN = (
    "Reload the page to try again: it may be older than the site. "
    "Opened from a folder, and not from a web address, it cannot start."
)
TABLE_FILES = (
    ".csv,.tsv,.txt,.xlsx,.xlsm,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
)
COLUMN_KINDS = {
    "text": "words",
    "money": "pounds",
    "count": "a whole number",
    "number": "a number",
    "yes/no": "yes or no",
}


def calculator(page: Page, id: str) -> str:
    """The form of the calculator `id` for the page it stands on."""
    found = get(id)
    elements = [
        "form/calculator-form.js",
        "table/cases.js",
        *(["form/guide.js"] if found.guided else []),
    ]
    return render(
        "forms/form.html.jinja",
        calculator=found,
        sections=sections(found),
        modules=dict.fromkeys(module for element in elements for module in modules_of(element)),
        long=is_long(found),
        tells=found.so_far is not None,
        needless=so_far(id, {}).needless,
        presets=presets(id),
        base=page.link(""),
        folder=MODULES,
        without=WITHOUT_JAVASCRIPT,
        again=AGAIN,
        column_kinds=COLUMN_KINDS,
        table_files=TABLE_FILES,
        button_to_print=print_part(f"form-{id}", "Print this form"),
    )
