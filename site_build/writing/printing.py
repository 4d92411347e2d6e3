"""The button beside what is made to be handed out on paper. How many pages it takes is told in the last step."""

from __future__ import annotations

from markupsafe import Markup

from site_build.writing.page import Page

BUTTON = Markup('<p class="print-it"><button type="button" data-print="{}" hidden>{}</button></p>')


def print_part(id: str, words: str) -> Markup:
    """The button that prints the part of the page with this id alone; a script shows it, as it needs one."""
    return BUTTON.format(id, words)


def print_page(page: Page) -> str:
    """The button that prints a page that is laid out as a handout."""
    return str(print_part("", "Print this page"))
