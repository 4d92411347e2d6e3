"""A file that is no longer what was chosen, or never comes: words at its field, and a state that ends."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.test_around_table import GOOD, HEADER, headline, opened, work
from tests.conftest import OpenPage
from tests.support.forms import ANSWER, FAIR_SHARE


@pytest.mark.parametrize("change", ["corrected", "deleted"])
def test_a_file_changed_since_it_was_chosen_is_asked_for_again(
    open_page: OpenPage, tmp_path: Path, change: str
) -> None:
    file = tmp_path / "cases.csv"
    file.write_text(f"{HEADER}Mill,lots,1m\n", encoding="utf-8")
    page = opened(open_page(FAIR_SHARE))
    page.locator("#file").set_input_files(file)
    work(page)
    expect(headline(page)).to_contain_text("to put right")
    if change == "deleted":
        file.unlink()
    else:
        file.write_text(f"{HEADER}Mill,1200000,1000000\n", encoding="utf-8")
        os.utime(file, (0, 0))
    work(page)
    line = page.locator(".nhsuk-error-summary").get_by_role("link")
    expect(line).to_contain_text("Choose the file again", timeout=ANSWER)
    expect(page.locator("[data-part=told]")).to_be_empty()
    expect(page.locator("[data-part=stop]")).to_be_hidden()
    line.click()
    expect(page.locator("#file")).to_be_focused()
    file.write_text(GOOD, encoding="utf-8")
    page.locator("#file").set_input_files(file)
    work(page)
    expect(headline(page)).to_have_text("2 rows worked out")
    expect(page.locator(".nhsuk-error-summary")).to_have_count(0)


def test_a_file_that_never_comes_can_be_stopped(open_page: OpenPage, tmp_path: Path) -> None:
    file = tmp_path / "cases.csv"
    file.write_text(GOOD, encoding="utf-8")
    page = opened(open_page(FAIR_SHARE))
    page.evaluate("() => { File.prototype.arrayBuffer = () => new Promise(() => {}); }")
    page.locator("#file").set_input_files(file)
    work(page)
    page.get_by_role("button", name="Stop", exact=True).click()
    expect(page.locator("[data-part=told]")).to_contain_text("Stopped.")
    expect(page.locator("[data-part=stop]")).to_be_hidden()
