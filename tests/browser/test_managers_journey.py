"""A practice manager’s journey: from a spreadsheet with its quirks to a paper for the committee, level 2, then 3."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import OpenPage
from tests.support.every import every
from tests.support.forms import ANSWER, GATEWAY, headline, send
from tests.support.given import choose, reading, told
from tests.support.libreoffice import SOFFICE
from tests.support.managers_file import FAR, GROUP, workbook
from tests.support.papers import PAPER, SCREEN, WORD, gaps_in_word, in_word, on_paper, part_of

TABLE = "[data-field=practice_data]"
COUNTS = {"practices": "14", "area_practices": "18", "population": "92,000"}
NOT_SO = {"o2_l2_c", "o5_l2_b", "o3_l2_d", "o6_l3_b", "o5_l3_c", "o5_l3_e"}
LEFT_OPEN = {"o5_l3_d", "o4_l3_d"}
PLANNED = {"plan_o2_l2_a": "yes", "plan_o3_l2_d": "yes", "plan_o5_l2_b": "no"}
QOF = "Practices whose latest QOF score is 900 or more (level 2, 80%)"
EVIDENCE, OWNER, DAY = "Minutes of 3 July 2009", "Dr Patel", "1 October 2009"
AS_TOLD = f"Evidence: {EVIDENCE}. Owner: {OWNER}. By: {DAY}."

# At most so many phone screens: what is folded counts as closed.
SCREENS = {2: {390: 6, 1280: 5}, 3: {390: 6, 1280: 5}}
FIRST = 1
"""The screen of a phone on which the ways to take a result along begin."""

ASKED = """() => [...document.querySelectorAll("calculator-form form input[type=radio]")]
    .filter(radio => radio.checkVisibility()).map(radio => radio.name)"""


def answer(page: Page, level: int) -> None:
    """Answer what is asked: the level, the counts that are left to give, and each question that is shown."""
    page.get_by_role("radio", name=f"Level {level}").check()
    for name, count in COUNTS.items():
        if page.locator(f"#{name}").is_visible():
            page.locator(f"#{name}").fill(count)
    answered: set[str] = {"applying_for"}
    while left := sorted({*page.evaluate(ASKED)} - answered):
        for name in left:
            planned = PLANNED.get(name, "") if name.startswith("plan_") else None
            chosen = planned if planned is not None else "no" if name in NOT_SO else "yes"
            if chosen and name not in LEFT_OPEN:
                choice = page.locator(f"calculator-form input[name={name}][value={chosen}]")
                # An answer before may have made it needless.
                if choice.is_visible():
                    choice.check()
        answered.update(left)
    # Which plans are asked for is the core's to say, a while after the answer that it follows from.
    for name, chosen in PLANNED.items():
        page.locator(f"calculator-form input[name={name}][value={chosen}]").check(timeout=ANSWER)


def open_all(page: Page) -> None:
    """Open all sections of the form, by the form's own button."""
    button = page.locator("[data-open-all]")
    if button.inner_text() == "Open all sections":
        button.click()


def work_out(page: Page, level: int) -> None:
    """Send the answers, and wait for the result of this level."""
    send(page)
    expect(headline(page)).to_contain_text(f"level {level}", timeout=ANSWER)
    expect(page.locator("[data-result]")).not_to_have_attribute("aria-busy", "true", timeout=ANSWER)


def screens(page: Page, level: int) -> Iterator[tuple[int, float]]:
    """How many screens the result takes at each width; the window is as wide as before in the end."""
    before = page.viewport_size
    assert before
    for width in SCREENS[level]:
        page.set_viewport_size({"width": width, "height": SCREEN})
        box = page.locator(".result").bounding_box()
        assert box
        yield width, box["height"] / SCREEN
    page.set_viewport_size(before)


def on_first_screen(page: Page) -> None:
    """On a phone the first screen of a result has its headline, what is missing, and the first way to take it along."""
    before = page.viewport_size
    assert before
    page.set_viewport_size({"width": 390, "height": SCREEN})
    top = page.locator(".result").bounding_box()
    way = page.get_by_role("button", name="Print this result").bounding_box()
    assert top
    assert way
    assert way["y"] + way["height"] - top["y"] <= FIRST * SCREEN
    page.set_viewport_size(before)


def taken(page: Page, kind: str) -> bytes:
    """The file that a button gives."""
    with page.expect_download(timeout=ANSWER) as download:
        page.get_by_role("button", name=kind, exact=True).click()
    return Path(download.value.path()).read_bytes()


def gaps_on_paper(page: Page) -> list[str]:
    """The names of the gaps that paper shows in full."""
    page.emulate_media(media="print")
    labels = page.locator(".result [data-gap] .check__label")
    shown = [label.inner_text() for label in labels.all() if label.is_visible()]
    page.emulate_media(media="null")
    return [re.sub(r"^\W*(Not met|Not answered)\s*", "", text) for text in shown]


def printed(page: Page) -> int:
    """Print the result as a reader does; the pages of it."""
    page.evaluate("() => { window.printed = false; window.print = () => { window.printed = true } }")
    page.get_by_role("button", name="Print this result").click()
    page.wait_for_function("() => window.printed", timeout=ANSWER)
    return on_paper(page)


def gaps_in_list(page: Page) -> dict[str, dict[str, str]]:
    """The gaps of the list that is taken as CSV, by the name of the criterion."""
    rows = csv.DictReader(io.StringIO(taken(page, "CSV, a condition a row").decode("utf-8-sig")))
    return {row["Condition"]: row for row in rows if row["State"] != "Met"}


def test_from_a_spreadsheet_with_its_quirks_to_the_committees_paper(
    open_page: OpenPage, tmp_path: Path
) -> None:
    page = open_page(GATEWAY)
    open_all(page)
    page.get_by_role("radio", name="Level 2").check()

    # The file is read, and what was made of it is told.
    choose(page, workbook(), name="returns.xlsx", box=f"{TABLE} input[type=file]")
    told(page, "14 practices", TABLE)
    for words in ("List size", "Remarks", "18", "Total", "Returns", "2006-07"):
        expect(reading(page, TABLE)).to_contain_text(words)
    documents = {}

    # Level 2: more gaps than the first screen names, so counted by objective and named, whole, one tap away.
    answer(page, 2)
    work_out(page, 2)
    expect(headline(page)).to_contain_text("Not yet ready for level 2")
    for width, count in every(screens(page, 2)):
        assert count <= SCREENS[2][width], (width, count)
    on_first_screen(page)
    objective = page.locator(".result .missing details", has_text="Objective 2")
    expect(objective.locator("summary")).to_contain_text("2")
    objective.locator("summary").click()
    gap = objective.locator(".gap", has_text=QOF)
    expect(gap).to_contain_text("Given 10 of 14, needed 12 of 14 practices or more (80%), short by 2.")
    for practice in ("Kingsway Surgery", "Maple Leaf Practice", "Northfields Surgery", FAR):
        expect(gap).to_contain_text(practice)
    expect(gap).to_contain_text("Plan: yes.")
    gap.get_by_role("link").click()
    expect(page.locator("#result-o2-l2-a")).to_be_in_viewport()
    level_2 = gaps_in_list(page)
    assert len(level_2) == page.locator(".result [data-gap]").count()
    assert printed(page) <= PAPER + 1
    documents["level-2"] = taken(page, "Word")
    assert list(gaps_in_word(documents["level-2"])) == gaps_on_paper(page) == [*level_2]

    # Level 3: what was answered stays; what was not answered is told apart.
    open_all(page)
    answer(page, 3)
    work_out(page, 3)
    expect(headline(page)).to_contain_text("Not yet ready for level 3")
    expect(page.locator(".result .missing__told")).to_contain_text("not answered")
    for width, count in every(screens(page, 3)):
        assert count <= SCREENS[3][width], (width, count)
    on_first_screen(page)

    # Written beside a gap, it is on paper and in each file that is taken.
    page.get_by_role("button", name="Name of the group and date").click()
    page.get_by_label("Name of the group").fill(GROUP)
    page.get_by_label("Date of the paper").fill("6 August 2009")
    page.get_by_role("button", name="Write evidence, owner and date").click()
    place = page.locator("#result-o2-l2-a")
    place.locator(".gap-notes > summary").click()
    place.get_by_label("Evidence", exact=True).fill(EVIDENCE)
    place.get_by_label("Owner", exact=True).fill(OWNER)
    place.get_by_label("By when", exact=True).fill(DAY)

    level_3 = gaps_in_list(page)
    assert len(level_3) > len(level_2)
    assert (level_3[QOF]["Evidence"], level_3[QOF]["Owner"], level_3[QOF]["By"]) == (EVIDENCE, OWNER, DAY)
    documents["level-3"] = taken(page, "Word")
    in_document = gaps_in_word(documents["level-3"])
    assert in_document[QOF][-1] == AS_TOLD
    # What falls short comes first in a document, and apart from it what was not answered.
    assert sorted(in_document) == sorted(gaps_on_paper(page)) == sorted(level_3)
    for name, cells in in_document.items():
        assert cells[0].lower().startswith(level_3[name]["You have"].lower())
        assert cells[3] == level_3[name]["Plan"]
        for practice in filter(None, level_3[name]["Practices with a no"].split("; ")):
            assert practice in cells[2]
    assert GROUP in part_of(documents["level-3"], "word/document.xml")

    calendar = taken(page, "Calendar").decode().replace("\r\n ", "")
    assert "DTSTART;VALUE=DATE:20091001" in calendar
    assert f"SUMMARY:{OWNER}: Practices whose latest QOF score" in calendar

    assert printed(page) <= PAPER + 1
    page.emulate_media(media="print")
    result = page.locator(".result")
    for words in (GROUP, "6 August 2009", EVIDENCE, "Signed for the group", "Historic, not current policy"):
        expect(result).to_contain_text(words)
    expect(page.locator(".result .paper-sign")).to_be_visible()
    expect(page.locator(".result .sheet td", has_text=FAR)).to_be_visible()
    page.emulate_media(media="null")

    if not SOFFICE:
        pytest.skip("LibreOffice is not installed: how many pages Word’s document has was not counted")
    for name, count in every(in_word(documents, tmp_path).items()):
        assert count <= WORD + 1, (name, count)
