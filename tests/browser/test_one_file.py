"""A calculator taken along as one file: opened from a folder, with no host and no network, it does all that it did."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from calculators.engine.cases import load_cases, presets
from calculators.engine.registry import get, ids
from calculators.engine.run import run
from site_build.writing.site import TAKEN
from tests.conftest import OpenPage
from tests.support.axe import assert_accessible_in_every_look
from tests.support.every import every
from tests.support.firefox import browsing, needs_firefox
from tests.support.forms import FAIR_SHARE, answers, error_summary, fill_in, headline, send
from tests.support.tables import cases_table

LONGEST = 12_000_000
type Open = Callable[[str], Page]


def file_of(site: Path, calculator: str) -> Path:
    """The calculator's file."""
    return site / TAKEN / f"{calculator}.html"


@pytest.fixture
def taken(site: Path, browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Open a calculator's file, alone in a folder; whatever it asks for beside itself, or complains of, fails."""
    asked: list[str] = []
    context = browser.new_context(offline=True, reduced_motion="reduce")
    context.set_default_timeout(20_000)
    context.on("request", lambda request: asked.append(request.url))
    context.on(
        "console",
        lambda message: asked.append(message.text) if message.type in {"error", "warning"} else None,
    )
    context.on("weberror", lambda error: asked.append(str(error.error)))
    opened: list[str] = []

    def open_it(calculator: str) -> Page:
        file = tmp_path / f"{calculator}.html"
        file.write_bytes(file_of(site, calculator).read_bytes())
        page = context.new_page()
        page.goto(file.as_uri())
        opened.append(file.as_uri())
        return page

    yield open_it
    context.close()
    left = [each for each in asked if not each.startswith(("blob:", "data:", *opened))]
    assert left == []


def worked(page: Page, case: dict[str, str]) -> None:
    """Put a case in the form and work it out."""
    page.evaluate("typed => document.querySelector('calculator-form').open(typed, 'Told.', 'the test')", case)
    page.evaluate("document.querySelector('calculator-form').submit()")


@pytest.mark.parametrize("calculator", ids())
def test_it_answers_every_example_as_the_site_does(taken: Open, calculator: str) -> None:
    page = taken(calculator)
    for case in every(presets(calculator)):
        worked(page, case.input)
        expected = run(calculator, case.input).headline
        expect(headline(page)).to_have_text(expected, timeout=60_000)
    assert page.locator(".result .cite").count()
    assert page.locator("#the-rules-in-words").is_visible()
    assert page.locator('a[href]:not([href^="#"])').count() == 0


def test_what_cannot_be_read_is_told(taken: Open) -> None:
    page = taken("fair-share")
    fill_in(page, "lots", "£1m")
    send(page)
    expect(error_summary(page)).to_contain_text("indicative budget")


def test_a_citation_shows_what_its_paragraph_says(taken: Open) -> None:
    page = taken("fair-share")
    page.locator("#the-rules-in-words ~ * .cite").first.hover()
    expect(page.locator("#tip p")).not_to_be_empty()
    expect(page.locator("#tip a")).to_be_hidden()


def test_what_it_makes_can_be_saved_printed_and_opened_again(taken: Open, tmp_path: Path) -> None:
    page = taken("fair-share")
    fill_in(page)
    send(page)
    headline(page)
    saved: dict[str, Any] = {}
    for name, suffix in {"Word": "docx", "CSV": "csv", "JSON": "json", "Save as a file": "json"}.items():
        with page.expect_download() as download:
            page.locator(".calc-take").get_by_role("button", name=name, exact=True).click()
        assert download.value.suggested_filename.endswith(f".{suffix}")
        saved[name] = tmp_path / f"{name}.{suffix}"
        download.value.save_as(saved[name])
    assert json.loads(saved["JSON"].read_text(encoding="utf-8"))["case"]["fair_share_budget"] == "£1m"
    page.evaluate("() => { window.print = () => { window.printed = true } }")
    page.get_by_role("button", name="Print this result", exact=True).click()
    page.wait_for_function("() => window.printed")
    expect(page.locator("[data-take-told]")).to_be_empty()
    assert page.locator("[data-address]").text_content() == "fair-share.html"
    page.get_by_role("button", name="Start again").click()
    page.locator("#case-file").set_input_files(saved["Save as a file"])
    expect(page.locator("#fair_share_budget")).to_have_value("£1m", timeout=60_000)


def test_a_table_of_cases_is_worked_out(taken: Open) -> None:
    page = taken("gateway")
    page.locator(".calc-cases > summary").click()
    page.locator("case-table textarea").fill(cases_table("gateway", 30))
    page.get_by_role("button", name="Work out the table").click()
    expect(page.locator("case-table")).to_contain_text("30", timeout=60_000)
    with page.expect_download():
        page.locator("case-table").get_by_role("button", name=re.compile("CSV|Download|Save")).first.click()


def test_answers_stay_for_the_next_time(taken: Open) -> None:
    page = taken("fair-share")
    fill_in(page)
    page.reload()
    assert answers(page)["fair_share_budget"] == "£1m"


def test_axe_finds_nothing_in_it(taken: Open) -> None:
    page = taken("fair-share")
    assert_accessible_in_every_look(page, "the form")
    fill_in(page)
    send(page)
    headline(page)
    assert_accessible_in_every_look(page, "a result")


def test_it_fits_a_narrow_screen(taken: Open) -> None:
    page = taken("gateway")
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@needs_firefox
def test_it_answers_in_firefox(site: Path, tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    profile.mkdir()
    file = tmp_path / "fair-share.html"
    file.write_bytes(file_of(site, "fair-share").read_bytes())
    with browsing(profile) as firefox:
        firefox.open(file.as_uri())
        case = json.dumps(load_cases("fair-share")[0].input)
        firefox.run(
            f"""const form = document.querySelector("calculator-form");
            form.open({case}, "Told.", "the test");
            form.submit()"""
        )
        told = run("fair-share", load_cases("fair-share")[0].input).headline
        found = "document.querySelector('.result .answer__headline')?.textContent.trim()"
        firefox.until(f"return {found} === {json.dumps(told)}")


@pytest.mark.parametrize("calculator", ids())
def test_a_calculators_page_offers_its_file_and_says_how_large_it_is(
    open_page: OpenPage, site: Path, calculator: str
) -> None:
    page = open_page(f"calculators/{calculator}/")
    size = file_of(site, calculator).stat().st_size
    assert size < LONGEST
    place = page.locator("[data-take-along]")
    expect(place).to_contain_text(f"one file of {size / 1e6:.1f} MB")
    with page.expect_download() as download:
        place.get_by_role("link").click()
    assert download.value.suggested_filename == f"{calculator}.html"
    assert Path(download.value.path()).stat().st_size == size


def test_it_is_fetched_only_when_asked_for(open_page: OpenPage, traffic: Any) -> None:
    page = open_page(FAIR_SHARE)
    fill_in(page)
    send(page)
    headline(page)
    assert not [path for path in traffic.paths() if f"/{TAKEN}/" in path]


@pytest.mark.parametrize("calculator", ids())
def test_a_file_holds_its_own_papers_and_no_other_calculator(site: Path, calculator: str) -> None:
    text = file_of(site, calculator).read_text(encoding="utf-8")
    held = set(re.findall(r'data-held="paragraphs/([^"]+)"', text))
    assert held == set(get(calculator).documents)
    others = {id.replace("-", "_") for id in ids()} - {calculator.replace("-", "_")}
    parts = " ".join(re.findall(r'data-part="([^"]+)"', text))
    assert f"calculators_{calculator.replace('-', '_')}-" in parts
    assert not [other for other in others if f"calculators_{other}-" in parts]
