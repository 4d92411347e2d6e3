"""One table of practices for every calculator that asks for one: kept, offered, joined, chosen from and forgotten."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.conftest import OpenPage
from tests.support.axe import assert_accessible_in_every_look
from tests.support.forms import ANSWER, FAIR_SHARE, GATEWAY, by_hand, headline, load_example, send, stored
from tests.support.given import SAVINGS, choose, reading, savings, told
from tests.support.tables_of_practices import GOOD
from tests.support.traffic import Traffic
from tests.support.workbooks import workbook

KEY = "calculator-practices/all"
NHS_NUMBER = "943 476 5919"
LEVELS = "Practice name\tCode\tDES or LES signed\tNotes\nMill\tC1\tyes\told\nElm\tC2\tno\t\nTotal\t\t\t\n"
MONEY = "Practice,Budget (£),Spend,List size\nMill,1000000,900000,5000\nElm,500000,480000,3000\n"
HOSTILE = "<img src=x onerror=alert(1)>"


def practices(page: Page) -> Locator:
    """What is said of the table that calculators share."""
    return page.locator("[data-practices]")


def says(page: Page, words: str) -> None:
    expect(practices(page)).to_contain_text(words, timeout=ANSWER)


def give(page: Page, table: str, box: str = "#practices") -> None:
    """Type or paste a table, and go on to another question."""
    page.locator(box).fill(table)
    page.locator(box).blur()


def kept(page: Page) -> list[str]:
    """The lines of the table that is kept."""
    lines: list[str] = stored(page)[KEY]["table"].splitlines()
    return lines


def gateway(page: Page) -> Page:
    """The gateway's form with its place for a table unfolded."""
    page.goto(GATEWAY)
    page.get_by_role("button", name="Open all sections").click()
    return page


def money(page: Page) -> Page:
    """The savings form with its table asked for."""
    page.goto(SAVINGS)
    page.get_by_role("radio", name="Hertfordshire").check()
    return page


def keep(page: Page, table: str = "practice,budget,spend\r\nOak,5,4\r\n", **more: object) -> None:
    """Put a table where calculators share it, as if it had been given on an earlier day."""
    given = [{"when": "2026-06-03T09:00:00.000Z", "from": "Gateway checker"}]
    found = {"table": table, "practices": 1, "given": given} | more
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, json.dumps(found)])


@pytest.mark.parametrize("width", [1280, 390])
def test_a_table_given_once_serves_the_other_calculator(open_page: OpenPage, width: int) -> None:
    page = savings(open_page, width=width)
    give(page, MONEY)
    says(page, "Kept in this browser for other calculators: a table of 2 practices.")
    assert kept(page) == MONEY.splitlines()
    gateway(page)
    says(page, "You gave a table of 2 practices on ")
    says(page, "(Freed-up resources split).")
    expect(page.locator("#practice_data")).to_have_value("")
    page.locator("#practice_data").focus()
    says(page, "It has none of the columns that this form asks for.")
    expect(page.get_by_role("button", name="Use it")).to_have_count(0)
    give(page, LEVELS, "#practice_data")
    says(page, "Joined with the one kept before.")
    assert kept(page)[0] == "Practice name,Budget (£),Spend,List size,Code,DES or LES signed,Notes"
    money(page).locator("#practices").fill("")
    says(
        page,
        "(Freed-up resources split, Gateway checker). It has the columns needed here: Budget (£) and Spend.",
    )
    page.get_by_role("button", name="Use it").click()
    told(page, "2 practices, 4 columns read")
    told(page, "The table that you gave before is in the box, with the columns that are read.")
    expect(reading(page).locator("[data-told-of-table]")).to_be_focused()
    assert page.locator("#practices").input_value().split() == [
        "practice,budget,spend,code",
        "Mill,1000000,900000,C1",
        "Elm,500000,480000,C2",
    ]
    expect(practices(page)).to_be_empty()
    send(page)
    expect(headline(page)).to_contain_text("£84,000")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_offer_needs_no_python_and_says_then_what_is_lacking(open_page: OpenPage) -> None:
    page = open_page(GATEWAY)
    keep(page, "practice,budget\r\nOak,5\r\n")
    money_page = money(page)
    says(money_page, "You gave a table of 1 practice on 3 June 2026 (Gateway checker).")
    says(page, "It has no spend, which this form needs.")
    expect(page.get_by_role("button", name="Use it")).to_have_count(0)
    page.locator("#practices").fill(GOOD)
    expect(page.get_by_text("You gave a table")).to_have_count(0)
    gateway(page)
    assert (
        page.evaluate(
            "performance.getEntriesByType('resource').filter((e) => e.name.includes('pyodide')).length"
        )
        == 0
    )
    says(page, "You gave a table of 1 practice on 3 June 2026 (Gateway checker).")


def test_a_press_before_anything_is_loaded_brings_the_table_all_the_same(open_page: OpenPage) -> None:
    page = open_page(GATEWAY)
    keep(page, "practice,des_or_les_signed\r\nOak,yes\r\n")
    gateway(page).get_by_role("button", name="Use it").click()
    expect(page.locator("#practice_data")).to_have_value(
        "practice,des_or_les_signed\nOak,yes\n", timeout=ANSWER
    )


def test_a_file_is_kept_whole_though_its_box_is_not(open_page: OpenPage) -> None:
    page = savings(open_page)
    headings = ["Practice", "Budget", "Spend", "QOF score", "NHS number"]
    choose(page, workbook(["Figures"], headings, ["Mill", 10, 9, 950, NHS_NUMBER]))
    told(page, "1 practice, 3 columns read")
    says(page, "Kept in this browser")
    assert kept(page) == ["Practice,Budget,Spend,QOF score", "Mill,10,9,950"]
    assert "943" not in str(stored(page))


def test_what_nobody_gave_here_is_not_kept(open_page: OpenPage) -> None:
    page = open_page(GATEWAY)
    load_example(page, 1)
    send(page)
    headline(page)
    page.goto(f"{SAVINGS}#document=hertfordshire&practices=practice,budget,spend%0AMill,2,1")
    send(page)
    headline(page)
    assert KEY not in stored(page)


def test_what_is_put_right_while_typing_is_no_other_practice(open_page: OpenPage) -> None:
    page = savings(open_page)
    give(page, "practice,budget,spend,Notes\nMil,5,4,x\n")
    says(page, "Kept in this browser")
    give(page, "practice,budget,spend,Notes\nMill,5,4,x\nElm,5,4,y\n")
    says(page, "a table of 2 practices")
    assert kept(page)[1:] == ["Mill,5,4,x", "Elm,5,4,y"]
    page.get_by_role("button", name="Leave out “Notes”").click()
    told(page, "2 practices, 3 columns read")
    expect(practices(page)).to_contain_text("Kept in this browser")
    assert kept(page) == ["practice,budget,spend", "Mill,5,4", "Elm,5,4"]


@pytest.mark.parametrize(
    ("button", "names"),
    [("Keep all 3", ["Mill", "Elm", "Oak"]), ("Keep only the 2 of this table", ["Mill", "Oak"])],
)
def test_where_practices_differ_the_reader_chooses_and_nothing_goes_before(
    open_page: OpenPage, button: str, names: list[str]
) -> None:
    page = savings(open_page)
    give(page, MONEY)
    says(page, "Kept in this browser")
    before = stored(page)[KEY]
    gateway(page)
    give(page, "practice,QOF score\nMill,900\nOak,950\n", "#practice_data")
    says(page, "Only there: Elm. Only here: Oak. The other stays as it is until you choose.")
    assert stored(page)[KEY] == before
    page.get_by_role("button", name=button).press("Enter")
    says(page, f"a table of {len(names)} practices")
    expect(page.locator("[data-practices-told]")).to_be_focused()
    assert [line.split(",")[0] for line in kept(page)[1:]] == names
    assert kept(page)[0] == "practice,Budget (£),Spend,List size,QOF score"


def test_the_question_can_be_ignored(open_page: OpenPage) -> None:
    page = savings(open_page)
    keep(page)
    give(page, GOOD)
    says(page, "Only there: Oak.")
    send(page)
    expect(headline(page)).to_contain_text("£84,000")
    assert kept(page) == ["practice,budget,spend", "Oak,5,4"]


@pytest.mark.parametrize("button", ["Forget my answers", "Forget all that is kept", "Forget it"])
def test_forget_reaches_it_in_every_tab(open_page: OpenPage, button: str) -> None:
    page = savings(open_page)
    give(page, GOOD)
    says(page, "Kept in this browser")
    other = gateway(page.context.new_page())
    says(other, "You gave a table of 2 practices")
    page.get_by_role("button", name=button).click()
    expect(practices(other)).to_be_empty()
    assert KEY not in stored(page)
    expect(page.get_by_role("button", name="Use it")).to_have_count(0)
    if button == "Forget it":
        says(page, "The table of practices is forgotten.")
        expect(page.locator("#practices")).to_have_value(GOOD)
        expect(page.locator("[data-practices-told]")).to_be_focused()


def test_another_tab_offers_what_was_given_meanwhile(open_page: OpenPage) -> None:
    page = savings(open_page)
    other = gateway(page.context.new_page())
    other.locator("#practice_data").focus()
    expect(other.locator("[data-stage-words]").first).to_contain_text("ready", timeout=ANSWER)
    give(page, f"{GOOD}")
    says(page, "Kept in this browser")
    says(other, "You gave a table of 2 practices")


@pytest.mark.parametrize(
    "found",
    [
        "not JSON",
        "[]",
        "5",
        '{"table": 5, "practices": 1}',
        '{"table": "practice\\r\\nMill\\r\\n", "practices": "two"}',
        json.dumps({"table": "x" * 3_000_000, "practices": 1, "given": []}),
        json.dumps({"table": "\0", "practices": 1, "given": [5, None, {"when": {}, "from": HOSTILE * 9}]}),
        json.dumps({"table": f"{HOSTILE},budget\r\n{HOSTILE},1\r\n", "practices": 10**15, "given": HOSTILE}),
    ],
)
def test_whatever_is_stored_the_form_works_and_text_is_text(open_page: OpenPage, found: str) -> None:
    page = open_page(FAIR_SHARE)
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, found])
    money(page)
    give(page, GOOD)
    told(page, "2 practices, 3 columns read")
    says(page, "Kept in this browser")
    assert kept(page)[0] == "practice,budget,spend"
    assert page.locator("calculator-form img:not([data-qr])").count() == 0
    send(page)
    expect(headline(page)).to_contain_text("£84,000")


def test_hostile_words_are_offered_and_asked_about_as_text(open_page: OpenPage) -> None:
    page = open_page(FAIR_SHARE)
    given = [{"when": "never", "from": HOSTILE}]
    keep(page, f"practice,budget,{HOSTILE}\r\n{HOSTILE},1,{HOSTILE}\r\n", given=given)
    money(page)
    says(page, f"You gave a table of 1 practice ({HOSTILE}).")
    give(page, GOOD)
    says(page, f"Only there: {HOSTILE}.")
    assert page.locator("calculator-form img:not([data-qr])").count() == 0


def test_a_browser_that_keeps_nothing_changes_nothing_else(open_page: OpenPage) -> None:
    page = savings(open_page)
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full'); }; }")
    give(page, GOOD)
    told(page, "2 practices, 3 columns read")
    send(page)
    expect(headline(page)).to_contain_text("£84,000")
    expect(practices(page)).to_be_empty()


def test_where_the_part_cannot_be_fetched_the_form_goes_on(open_page: OpenPage, traffic: Traffic) -> None:
    page = open_page(FAIR_SHARE)
    keep(page)
    page.context.route("**/table/practices.js", lambda route: route.abort())
    money(page)
    page.locator("#freed_up").fill("100000")
    send(page)
    expect(headline(page)).to_contain_text("£70,000")
    assert any("practices.js" in each or "module" in each for each in traffic.complaints)
    # It is asked for whenever the form could do with it.
    page.context.on("close", lambda _: traffic.complaints.clear())


def test_offer_and_question_are_for_everyone(open_page: OpenPage) -> None:
    page = open_page(FAIR_SHARE, width=390, reduced_motion="reduce")
    keep(page)
    money(page)
    says(page, "It has the columns needed here")
    assert_accessible_in_every_look(page, "practices on offer")
    give(page, GOOD)
    says(page, "Only there: Oak.")
    assert_accessible_in_every_look(page, "practices to choose between")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


PEOPLE = (
    f"practice,budget,spend,Patient,No\nMill,1000000,900000,Ann Smith,{NHS_NUMBER}\nElm,500000,480000,Bob,\n"
)
LEFT = "Left out of the table of practices, as it may tell who people are: “Patient”"


@pytest.mark.parametrize(
    ("button", "place"),
    [
        ("Copy a link to these answers", "[data-link-told]"),
        ("CSV", "[data-take-told]"),
        ("JSON", "[data-take-told]"),
        ("Word", "[data-take-told]"),
        ("Print this result", "[data-qr-told]"),
    ],
)
def test_nothing_about_people_is_taken_along_without_a_word(
    open_page: OpenPage, button: str, place: str
) -> None:
    page = savings(open_page, accept_downloads=True)
    page.evaluate("() => { window.print = () => {}; }")
    give(page, PEOPLE)
    expect(reading(page)).to_contain_text("looks as if it held", timeout=ANSWER)
    send(page)
    headline(page)
    files: list[Path] = []
    page.on("download", lambda download: files.append(Path(download.path())))
    page.get_by_role("button", name=button, exact=True).click()
    expect(page.locator(place)).to_contain_text(LEFT, timeout=ANSWER)
    link = page.locator("#case-link").input_value()
    for text in (link, *(path.read_bytes().decode("utf-8", "ignore") for path in files)):
        assert "Ann" not in text
        assert "943" not in text


def test_no_saved_work_holds_what_a_draft_does_not(open_page: OpenPage) -> None:
    page = savings(open_page)
    give(page, PEOPLE)
    expect(reading(page)).to_contain_text("looks as if it held", timeout=ANSWER)
    page.locator("#work-name").fill("June")
    page.locator("#work-name").press("Enter")
    expect(page.locator("[data-saved]")).to_contain_text(
        "Saved as “June”, without the table that looks as if it told who people are."
    )
    load_example(page)
    expect(page.locator("[data-told]")).to_contain_text(
        "without the table that looks as if it told who people are."
    )
    assert "Ann" not in str(stored(page))
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#practices")).to_have_value(PEOPLE)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a file").last.click()
    expect(page.locator("[data-file-told]")).to_contain_text(LEFT)
    assert "Ann" not in Path(download.value.path()).read_text(encoding="utf-8")


def test_a_link_about_people_is_kept_nowhere_either(open_page: OpenPage) -> None:
    page = open_page(f"{SAVINGS}#{by_hand({'document': 'hertfordshire', 'practices': PEOPLE})}")
    page.locator("#practices").focus()
    expect(reading(page)).to_contain_text("looks as if it held", timeout=ANSWER)
    assert "Ann" not in str(stored(page))
    assert "calculator-work/freed-up-resources" not in stored(page)
    load_example(page)
    assert "calculator-work/freed-up-resources" not in stored(page)
