"""How many pages a result takes: each calculator's longest example, and up to twenty gaps with long practice names.

The result is the core's own, put into the built page by the page's own modules: no Python has to start for it.
"""

import base64
import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from calculators.engine.cases import load_cases
from calculators.engine.registry import ids
from calculators.engine.run import run
from calculators.uses.notes import read_notes
from calculators.uses.outline import outline
from calculators.uses.rendering import render_result
from tests.conftest import OpenPage
from tests.support.every import every
from tests.support.libreoffice import SOFFICE
from tests.support.managers_file import GROUP, PRACTICES, many_gaps
from tests.support.papers import PAPER, SCREEN, WORD, in_word, on_paper, part_of, rows_of

MOST_GAPS = 20
PHONE = 390
PAPER_WIDTH = 710
"""What is left of A4 between its margins, in pixels."""

SCREENS = 8
"""At most so many phone screens for a result, what is folded counted as closed."""

MODULE = """const script = document.querySelector("script[src$='calculator-form.js']").src;
const module = (path) => import(new URL(path, script));"""
PUT = f"""async (html) => {{ {MODULE}
    const {{ put }} = await module("calculator-form.js");
    const place = document.querySelector("[data-result]");
    put(place, html);
    place.hidden = false;
    place.querySelector("[data-take-place]").append(...document.querySelectorAll(".calc-take"));
}}"""
WRITE = f"""async (outline) => {{ {MODULE}
    const {{ written }} = await module("../result/word.js");
    const bytes = new Uint8Array(await (await written(outline, location.href)).arrayBuffer());
    return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ""));
}}"""


def longest(calculator: str) -> dict[str, str]:
    """The example of a calculator that has the most to tell."""

    def told(case: dict[str, str]) -> int:
        return len(json.dumps(outline(run(calculator, case), case)))

    cases = [dict(case.input) for case in load_cases(calculator) if "errors" not in case.expect]
    return max(every(cases), key=told)


CASES: dict[str, tuple[str, Callable[[], dict[str, str]]]] = {
    **{id: (id, partial(longest, id)) for id in ids()},
    "gateway, many gaps": ("gateway", many_gaps),
}


def shown(page: Page, calculator: str, case: dict[str, str]) -> Page:
    """The calculator's page with the result of a case in it."""
    page.evaluate(PUT, render_result(run(calculator, case), case, "../../"))
    expect(page.locator(".result .answer__headline")).to_be_visible()
    page.evaluate("() => document.fonts.ready.then(() => true)")
    return page


def a_table_has_a_page(calculator: str, case: dict[str, str]) -> bool:
    """Whether a table that was given has a page of its own."""
    sections: Any = outline(run(calculator, case), case)["sections"]
    return any(section.get("wide") for section in sections)


@pytest.mark.parametrize("name", CASES)
def test_a_result_is_no_longer_than_a_committee_reads(open_page: OpenPage, name: str) -> None:
    calculator, made = CASES[name]
    case = made()
    page = shown(open_page(f"calculators/{calculator}/", width=PHONE, height=SCREEN), calculator, case)
    box = page.locator(".result").bounding_box()
    assert box
    assert box["height"] <= SCREENS * SCREEN
    assert on_paper(page) <= PAPER + a_table_has_a_page(calculator, case)


def test_up_to_twenty_gaps_with_long_names_are_many() -> None:
    result = run("gateway", many_gaps())
    missing = [check for check in result.checks if not check.met]
    assert MOST_GAPS - 2 <= len(missing) <= MOST_GAPS
    named = [name for check in missing for name in check.who or ()]
    assert max(map(len, every(named))) > 40


def test_nothing_on_paper_is_wider_than_paper(open_page: OpenPage) -> None:
    """It would make the browser set all of it smaller."""
    page = shown(open_page("calculators/gateway/", width=PAPER_WIDTH), "gateway", many_gaps())
    page.emulate_media(media="print")
    expect(page.locator(".result .sheet tbody tr")).to_have_count(len(PRACTICES))
    assert page.locator(".result").evaluate("result => result.scrollWidth <= result.clientWidth")


def test_words_documents_are_short_and_say_what_they_are(open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page("calculators/gateway/")
    notes = read_notes(json.dumps({"group": GROUP, "date": "6 August 2009"}))
    documents, most = {}, {}
    for name, (calculator, made) in CASES.items():
        case = made()
        told = outline(run(calculator, case), case, notes)
        documents[name] = base64.b64decode(page.evaluate(WRITE, told))
        most[name] = WORD + a_table_has_a_page(calculator, case)
    for name, document in every(documents.items()):
        core = part_of(document, "docProps/core.xml")
        assert f"<dc:creator>{GROUP}</dc:creator>" in core
        assert "<dc:title>" in core
        assert 'w:lang w:val="en-GB"' in part_of(document, "word/styles.xml")
        text = part_of(document, "word/document.xml")
        assert text.count('<w:pgSz w:w="11906" w:h="16838"') >= 1
        tables = text.count("<w:tbl>")
        assert text.count("<w:tblHeader/>") == tables, name
        assert rows_of(document)
        footer = part_of(document, "word/footer1.xml")
        assert "NUMPAGES" in footer
        assert GROUP in footer
    if not SOFFICE:
        pytest.skip("LibreOffice is not installed: how many pages Word’s document has was not counted")
    for name, count in every(in_word(documents, tmp_path).items()):
        assert count <= most[name], (name, count)
