"""A case saved as a file and opened again, chosen or dropped; and every file that cannot be, in words at its field."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from calculators.uses import files
from tests.conftest import OpenPage
from tests.support.forms import (
    ANSWER,
    FAIR_SHARE,
    GATEWAY,
    answers,
    fair_share,
    headline,
    load_example,
    stored,
    tab_to,
)
from tests.support.pages import calculator_paths

CASE = {"indicative_budget": "1,200,000", "fair_share_budget": "£1m"}
WORK = "calculator-work/fair-share"
DROP = """(form, [name, text]) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], name));
    for (const type of ["dragover", "drop"]) {
        form.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    }
}"""


def saved(page: Page) -> str:
    """Press the button below the form; the text of the file."""
    with page.expect_download(timeout=ANSWER) as download:
        page.locator(".calc-save").get_by_role("button", name="Save as a file").click()
    expect(page.locator("[data-file-told]")).to_contain_text(download.value.suggested_filename)
    return Path(download.value.path()).read_text(encoding="utf-8")


def choose(page: Page, text: str | bytes, name: str = "answers.json") -> None:
    content = text if isinstance(text, bytes) else text.encode()
    page.locator("#case-file").set_input_files(
        {"name": name, "mimeType": "application/json", "buffer": content}
    )


def error(page: Page, words: str) -> None:
    """The message beside the field says so, and the field has the focus."""
    expect(page.locator("#case-file-error")).to_contain_text(words, timeout=ANSWER)
    expect(page.locator("#case-file")).to_be_focused()
    expect(page.locator("#case-file")).to_have_attribute("aria-describedby", "case-file-error")


@pytest.mark.parametrize("path", calculator_paths())
def test_a_case_of_every_calculator_is_saved_and_opened_in_another_browser(
    open_page: OpenPage, path: str
) -> None:
    page = open_page(path)
    load_example(page)
    before = answers(page)
    text = saved(page)
    assert json.loads(text)["case"] == before
    other = open_page(path, width=390)
    choose(other, text)
    headline(other)
    expect(other.locator("[data-told]")).to_contain_text("The answers from the file are in the form.")
    expect(other.locator("[data-notice]")).to_be_hidden()
    assert answers(other) == before


def test_half_a_case_is_saved_by_keyboard_and_only_fills_the_form(open_page: OpenPage) -> None:
    page = open_page(GATEWAY)
    page.locator("#practices").fill("twelve or so")
    tab_to(page, ".calc-save [data-action=file]", 400)
    with page.expect_download(timeout=ANSWER) as download:
        page.keyboard.press("Enter")
    text = Path(download.value.path()).read_text(encoding="utf-8")
    page.get_by_role("button", name="Forget my answers").click()
    choose(page, text)
    expect(page.locator("#practices")).to_have_value("twelve or so", timeout=ANSWER)
    expect(page.locator(".nhsuk-error-summary")).to_have_count(0)
    expect(page.locator(".result")).to_be_hidden()


def test_a_dropped_file_is_opened_and_mine_is_kept(open_page: OpenPage) -> None:
    page = fair_share(open_page, budget="7", fair="8")
    mine = answers(page)
    page.locator("calculator-form").evaluate(DROP, ["answers.json", files.written("fair-share", CASE)])
    headline(page)
    assert answers(page).items() >= CASE.items()
    ((name, kept),) = stored(page)[WORK]
    assert name.startswith("My answers before the file, ")
    assert kept == mine


def test_a_dropped_file_of_another_kind_does_not_take_the_page_away(open_page: OpenPage) -> None:
    page = fair_share(open_page)
    page.locator("calculator-form").evaluate(DROP, ["budgets.csv", "practice,budget\nMill,1\n"])
    error(page, "another kind of file")
    assert answers(page).items() >= CASE.items()


def test_a_result_that_was_downloaded_as_json_opens_too(open_page: OpenPage) -> None:
    page = open_page(FAIR_SHARE)
    earlier = json.loads((Path(__file__).parents[1] / "data/earlier/files.json").read_text(encoding="utf-8"))
    choose(page, earlier[0]["text"])
    headline(page)
    expect(page.locator("[data-notice]")).to_contain_text("This file could not be checked")
    assert answers(page).items() >= earlier[0]["case"].items()


WHOLE = files.written("fair-share", CASE)
REFUSED = {
    "cut": (WHOLE[:80], "cut or damaged on its way"),
    "no JSON": ("Dear all, the file is attached", "another kind of file"),
    "a workbook": (b"PK\x03\x04\xff\xfe\x00", "another kind of file"),
    "of another calculator": (files.written("gateway", {}), "answers to “Gateway checker”: open it there"),
    "huge": (b" " * 1_100_000, "less than 1 MB"),
    "empty": ("", "another kind of file"),
}


@pytest.mark.parametrize(("content", "words"), REFUSED.values(), ids=REFUSED)
def test_a_file_that_cannot_be_opened_says_why_and_changes_nothing(
    open_page: OpenPage, content: str | bytes, words: str
) -> None:
    page = fair_share(open_page)
    before = answers(page)
    choose(page, content)
    error(page, words)
    assert answers(page) == before
    choose(page, WHOLE)
    headline(page)
    expect(page.locator("#case-file-error")).to_be_hidden()


def test_a_damaged_file_shows_what_could_be_read_of_it(open_page: OpenPage) -> None:
    page = fair_share(open_page, budget="7", fair="8")
    before = answers(page)
    choose(page, WHOLE.replace("1,200,000", "1,300,000"))
    notice = page.locator("[data-notice]")
    expect(notice).to_contain_text("This file is not whole", timeout=ANSWER)
    expect(notice.locator("dl")).to_contain_text("£1,300,000")
    assert answers(page) == before
    page.get_by_role("button", name="Use what could be read").click()
    expect(page.locator("#indicative_budget")).to_have_value("1,300,000")


def test_a_file_that_is_gone_is_asked_for_again(open_page: OpenPage) -> None:
    page = open_page(FAIR_SHARE)
    page.evaluate(
        "() => { Blob.prototype.text = () => Promise.reject(new DOMException('', 'NotReadableError')); }"
    )
    choose(page, WHOLE)
    error(page, "Choose the file again")
