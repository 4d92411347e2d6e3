"""What is taken away from a result: paper with a code, and files that open again."""

import csv
import html
import io
import json
import re
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import OpenPage
from tests.support.axe import assert_accessible
from tests.support.forms import FAIR_SHARE, GATEWAY, answers, fair_share, headline, load_example, send, tab_to
from tests.support.pages import calculator_paths
from tests.support.traffic import Traffic

TWO_PAGES = 2
HEAVY = ("docx.js", "d3.js", "segno", "openpyxl", "page_tools")


def shown(open_page: OpenPage, path: str, **more: int) -> Page:
    """A calculator with the result of its first example; printing is only noted."""
    page = open_page(path, **more)
    load_example(page)
    send(page)
    headline(page)
    page.evaluate("() => { window.print = () => { window.printed = true } }")
    return page


def taken(page: Page, kind: str) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("button", name=kind, exact=True).click()
    expect(page.locator("[data-take-told]")).to_contain_text(download.value.suggested_filename)
    return Path(download.value.path()).read_bytes()


@pytest.mark.parametrize("path", calculator_paths())
def test_files_open_again_and_hold_the_result(open_page: OpenPage, path: str) -> None:
    page = shown(open_page, path)
    title, case = headline(page).inner_text(), answers(page)
    data = json.loads(taken(page, "JSON"))
    assert (data["headline"], data["case"]) == (title, case)
    (row,) = csv.DictReader(io.StringIO(taken(page, "CSV").decode("utf-8-sig")))
    assert (row["outcome"], row["error"]) == (data["outcome"], "")
    with zipfile.ZipFile(io.BytesIO(taken(page, "Word"))) as document:
        assert document.testzip() is None
        text = document.read("word/document.xml").decode()
    words = html.unescape(" ".join(re.findall(r"<w:t[^>]*>([^<]*)", text)))
    assert title in words
    assert data["working"][0]["step"] in words
    assert data["rules_version"] in words
    assert 'w:val="Heading1"' in text
    assert "<w:numPr>" in text


@pytest.mark.parametrize("path", calculator_paths())
def test_a_result_prints_on_two_pages_with_a_code_or_with_words(open_page: OpenPage, path: str) -> None:
    page = shown(open_page, path)
    page.get_by_role("button", name="Print this result").click()
    page.wait_for_function("() => window.printed")
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) <= TWO_PAGES
    page.emulate_media(media="print")
    expect(page.locator("[data-address]")).to_have_text(page.url.split("#")[0])
    expect(page.locator(".result .answer__version")).to_contain_text("Version of the rules")
    expect(page.locator(".calc-cases")).to_be_hidden()
    told = page.locator("[data-qr-told]").inner_text()
    if path == FAIR_SHARE:
        assert "holds a link" in told
    if "too long" in told:
        expect(page.locator("[data-qr]")).to_be_hidden()
    else:
        assert page.locator("[data-qr]").evaluate("image => image.naturalWidth") > 0


def test_a_code_goes_with_the_result_that_it_is_of(open_page: OpenPage) -> None:
    page = shown(open_page, FAIR_SHARE)
    page.get_by_role("button", name="Print this result").click()
    page.wait_for_function("() => window.printed")
    first = page.locator("[data-qr]").get_attribute("src")
    page.locator("#indicative_budget").fill("1,300,000")
    send(page)
    expect(headline(page)).to_contain_text("30%")
    page.emulate_media(media="print")
    expect(page.locator("[data-qr]")).to_be_hidden()
    page.emulate_media(media="screen")
    page.evaluate("() => { window.printed = false }")
    page.get_by_role("button", name="Print this result").click()
    page.wait_for_function("() => window.printed")
    assert page.locator("[data-qr]").get_attribute("src") != first


def test_libraries_come_only_when_used(open_page: OpenPage, traffic: Traffic) -> None:
    page = shown(open_page, FAIR_SHARE)
    assert not [path for path in traffic.paths() if path.endswith(HEAVY) or any(h in path for h in HEAVY)]
    taken(page, "Word")
    assert [path for path in traffic.paths() if path.endswith("docx.js")]


def test_answers_changed_since_are_worked_out_before_they_are_taken(open_page: OpenPage) -> None:
    page = fair_share(open_page)
    send(page)
    headline(page)
    page.locator("#indicative_budget").fill("1,300,000")
    assert "30%" in json.loads(taken(page, "JSON"))["headline"]


@pytest.mark.parametrize("path", [FAIR_SHARE, GATEWAY])
def test_everything_is_taken_by_keyboard_on_a_phone(open_page: OpenPage, path: str) -> None:
    page = shown(open_page, path, width=390)
    tab_to(page, "button[value=print]")
    page.keyboard.press("Enter")
    page.wait_for_function("() => window.printed")
    tab_to(page, "button[value=word]")
    with page.expect_download():
        page.keyboard.press("Enter")
    assert_accessible(page, "taken away")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
