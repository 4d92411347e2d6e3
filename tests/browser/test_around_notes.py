"""Evidence, owner and date beside each gap: kept with the case, on paper and in files, and never part of the rule."""

import json
import re
import zipfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.conftest import OpenPage
from tests.support.axe import assert_accessible_in_every_look
from tests.support.forms import GATEWAY, answers, headline, load_example, send

SHEET = 3
EVIL = "<img src=x onerror=alert(1)> & \x0b minutes"


def worked_out(open_page: OpenPage, **more: Any) -> Page:
    """The gateway with the example of a pasted table worked out."""
    page = open_page(GATEWAY, **more)
    load_example(page, SHEET)
    send(page)
    headline(page)
    return page


def begin(page: Page) -> Locator:
    """The first gap with its places to write, opened."""
    page.get_by_role("button", name="Write evidence, owner and date").click()
    gap = page.locator("[data-gap]").first
    gap.locator(".gap-notes summary").click()
    return gap


def write(gap: Locator, evidence: str = "Minutes of 3 July", date: str = "1 October 2009") -> None:
    gap.get_by_label("Evidence", exact=True).fill(evidence)
    gap.get_by_label("Owner", exact=True).fill("Dr Patel")
    gap.get_by_label("By when", exact=True).fill(date)


def test_what_is_written_stays_with_the_case_and_is_no_part_of_it(open_page: OpenPage) -> None:
    page = worked_out(open_page)
    case = answers(page)
    write(begin(page))
    assert answers(page) == case
    expect(page.locator("[data-stale]")).to_be_hidden()
    page.reload()
    send(page)
    headline(page)
    told = page.locator("[data-gap] .gap-notes__told").first
    expect(told).to_have_text("Evidence: Minutes of 3 July · Owner: Dr Patel · By: 1 October 2009")


def test_saved_work_brings_its_own_notes_and_another_case_has_none(open_page: OpenPage) -> None:
    page = worked_out(open_page)
    write(begin(page))
    page.locator("#work-name").fill("June")
    page.keyboard.press("Enter")
    page.locator("[data-action=preset]").first.evaluate("button => button.click()")
    assert page.evaluate("localStorage.getItem('calculator-notes/gateway')") is None
    page.locator("details:has([data-work-list]) > summary").click()
    page.get_by_role("button", name="June", exact=True).click()
    send(page)
    headline(page)
    expect(page.locator(".gap-notes__told").first).to_contain_text("Dr Patel")


def test_forgetting_the_answers_forgets_what_was_written_beside_them(open_page: OpenPage) -> None:
    page = worked_out(open_page)
    write(begin(page))
    page.get_by_role("button", name="Forget my answers").click()
    assert page.evaluate("localStorage.getItem('calculator-notes/gateway')") is None


def test_starting_again_takes_the_notes_with_the_case_and_undo_brings_both_back(open_page: OpenPage) -> None:
    page = worked_out(open_page)
    case = answers(page)
    write(begin(page))
    kept = page.evaluate("localStorage.getItem('calculator-notes/gateway')")
    page.get_by_role("button", name="Start again").click()
    assert page.evaluate("localStorage.getItem('calculator-notes/gateway')") is None
    page.get_by_role("button", name="Undo").click()
    assert answers(page) == case
    assert page.evaluate("localStorage.getItem('calculator-notes/gateway')") == kept
    page.get_by_role("button", name="Start again").click()
    page.locator("[data-action=preset]").nth(SHEET).evaluate("button => button.click()")
    send(page)
    headline(page)
    expect(page.locator("[data-gap] .gap-notes__told:not(:empty)")).to_have_count(0)


def test_notes_too_large_to_be_any_keep_nothing_from_being_taken_along(open_page: OpenPage) -> None:
    page = open_page(GATEWAY)
    load_example(page, SHEET)
    page.evaluate(
        "localStorage.setItem('calculator-notes/gateway', JSON.stringify({ group: 'x'.repeat(2000000) }))"
    )
    send(page)
    headline(page)
    with page.expect_download():
        page.get_by_role("button", name="JSON", exact=True).click()


def test_hostile_words_stay_words_on_the_page_in_word_and_in_the_calendar(open_page: OpenPage) -> None:
    page = worked_out(open_page)
    gap = begin(page)
    write(gap, EVIL)
    expect(gap.locator(".gap-notes__told")).to_contain_text("<img src=x")
    assert gap.locator("img").count() == 0
    with page.expect_download() as download:
        page.get_by_role("button", name="Word", exact=True).click()
    with zipfile.ZipFile(Path(download.value.path())) as document:
        text = document.read("word/document.xml").decode()
    assert "&lt;img src=x onerror=alert(1)&gt; &amp; minutes" in text
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", text)
    with page.expect_download() as download:
        page.get_by_role("button", name="Calendar", exact=True).click()
    calendar = Path(download.value.path()).read_bytes().decode()
    assert download.value.suggested_filename == "gateway.ics"
    assert "DTSTART;VALUE=DATE:20091001" in calendar
    assert re.search(r"DTSTAMP:\d{8}T\d{6}Z\r\n", calendar)


def test_a_date_that_is_none_is_told_beside_the_calendar(open_page: OpenPage) -> None:
    page = worked_out(open_page)
    page.get_by_role("button", name="Calendar", exact=True).click()
    expect(page.locator("[data-take-told]")).to_contain_text("There is no date in this result")
    write(begin(page), date="soon")
    page.get_by_role("button", name="Calendar", exact=True).click()
    expect(page.locator("[data-take-told]")).to_contain_text("hold: soon")


def test_whatever_is_kept_in_their_place_does_no_harm(open_page: OpenPage) -> None:
    page = open_page(GATEWAY)
    load_example(page, SHEET)
    hostile = json.dumps({"group": 7, "beside": {"o2-l2-a": "x", "__proto__": {"owner": 5}}})
    for kept in ('"x"', "[1, 2]", hostile):
        page.evaluate(
            """text => ["calculator-notes/gateway", "calculator-work/gateway/notes"]
                .forEach(name => localStorage.setItem(name, text))""",
            kept,
        )
        send(page)
        headline(page)
        expect(page.locator(".notes-head")).to_be_visible()
        expect(page.locator(".gap-notes__told:not(:empty)")).to_have_count(0)


def test_a_committees_paper_says_whose_it_is_and_has_a_place_to_sign(open_page: OpenPage) -> None:
    page = worked_out(open_page)
    page.get_by_role("button", name="Name of the group and date").click()
    page.get_by_label("Name of the group").fill("North Vale")
    page.get_by_label("Date of the paper").fill("6 August 2009")
    page.emulate_media(media="print")
    head = page.locator(".paper-head")
    expect(head).to_be_visible()
    expect(head).to_contain_text("North Vale")
    expect(head).to_contain_text("6 August 2009")
    expect(page.locator(".paper-sign")).to_contain_text("Signed for the group")
    expect(page.locator(".paper-historic")).to_contain_text("Historic, not current policy")
    expect(page.locator(".sheet td").first).to_have_text("Alder")
    expect(page.locator(".notes-head")).to_be_hidden()
    # Two pages, and one for the table of practices.
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) <= 3


def test_the_ways_to_take_it_along_are_on_the_first_screens_of_a_phone(open_page: OpenPage) -> None:
    page = worked_out(open_page, width=390, height=844)
    top = page.locator(".result .answer").bounding_box()
    print_button = page.get_by_role("button", name="Print this result").bounding_box()
    assert top
    assert print_button
    assert print_button["y"] - top["y"] < 2 * 844
    order = page.locator(".result .answer").evaluate(
        "answer => [...answer.querySelectorAll('.answer__headline, .missing, [value=print], .checks__all, .working')]"
        ".map(part => part.className.split(' ')[0])"
    )
    assert order[:3] == ["answer__headline", "missing", "nhsuk-button"]
    assert order[3:] == ["checks__all", "working"]


def test_places_to_write_are_for_everyone(open_page: OpenPage) -> None:
    page = worked_out(open_page, width=390, reduced_motion="reduce")
    write(begin(page))
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert_accessible_in_every_look(page, "written beside")
