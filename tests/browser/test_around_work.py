"""Named pieces of work: saved, opened, forgotten and brought back, in this browser only."""

import json

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import OpenPage
from tests.support.forms import FAIR_SHARE, answers, fair_share, stored, tab_to

KEY = "calculator-work/fair-share"
HOSTILE = "<img src=x onerror=alert(1)>\u202e & “so on”"


def save(page: Page, name: str) -> None:
    """Type a name and press Enter, by keyboard alone."""
    tab_to(page, "#work-name")
    page.keyboard.press("Control+a")
    page.keyboard.type(name)
    page.keyboard.press("Enter")


def names(page: Page) -> list[str]:
    """The names of the saved work, in the order shown."""
    found: list[str] = page.locator("[data-work-list] li button:first-child").all_text_contents()
    return found


def unfold(page: Page) -> None:
    """Open the list of saved work by keyboard."""
    tab_to(page, "details:has([data-work-list]) > summary")
    page.keyboard.press("Enter")


@pytest.mark.parametrize("width", [1280, 390])
def test_work_is_saved_opened_and_renamed_by_keyboard(open_page: OpenPage, width: int) -> None:
    page = fair_share(open_page, width=width)
    before = answers(page)
    save(page, "Practice A")
    expect(page.locator("[data-saved]")).to_contain_text("Saved as “Practice A”")
    page.locator("#indicative_budget").fill("5")
    page.reload()
    page.locator("body").focus()
    unfold(page)
    tab_to(page, "[data-work-list] li button:first-child")
    page.keyboard.press("Enter")
    expect(page.locator("[data-told]")).to_contain_text("“Practice A” is in the form")
    assert answers(page) == before
    expect(page.locator("#work-name")).to_have_value("Practice A")
    save(page, "Practice B")
    first, aside, last = names(page)
    assert (first, last) == ("Practice B", "Practice A")
    assert aside.startswith("My answers before the saved work, ")
    save(page, "Practice A")
    expect(page.locator("[data-saved]")).to_contain_text("in place of what was there")
    assert names(page) == ["Practice A", "Practice B", aside]


def test_opening_can_be_taken_back(open_page: OpenPage) -> None:
    page = fair_share(open_page)
    save(page, "Practice A")
    page.locator("#indicative_budget").fill("5")
    page.locator("details:has([data-work-list]) > summary").click()
    page.get_by_role("button", name="Practice A", exact=True).click()
    page.get_by_role("button", name="Undo").click()
    assert answers(page)["indicative_budget"] == "5"


def test_work_is_forgotten_one_by_one_and_all_at_once_and_can_come_back(open_page: OpenPage) -> None:
    page = fair_share(open_page)
    for name in ("A", "B", "C"):
        save(page, name)
    page.locator("details:has([data-work-list]) > summary").click()
    page.get_by_role("button", name="Forget B", exact=True).click()
    assert names(page) == ["C", "A"]
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    page.keyboard.press("Enter")
    assert names(page) == ["C", "B", "A"]
    page.get_by_role("button", name="Forget all saved work").click()
    expect(page.locator("details:has([data-work-list])")).to_be_hidden()
    assert KEY not in stored(page)


def test_forgetting_the_answers_says_what_is_still_kept(open_page: OpenPage) -> None:
    page = fair_share(open_page)
    save(page, "A")
    page.get_by_role("button", name="Forget my answers").click()
    expect(page.locator("[data-told]")).to_contain_text("Only your saved work is kept")
    assert list(stored(page)) == [KEY]


def test_a_name_is_asked_for(open_page: OpenPage) -> None:
    page = fair_share(open_page)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("#work-name-error")).to_be_visible()
    expect(page.locator("#work-name")).to_be_focused()
    expect(page.locator("#work-name")).to_have_attribute("aria-describedby", "work-name-error")
    save(page, "A")
    expect(page.locator("#work-name-error")).to_be_hidden()


def test_a_name_that_is_too_long_is_told_and_makes_no_entry(open_page: OpenPage) -> None:
    page = fair_share(open_page)
    save(page, "n" * 95)
    expect(page.locator("#work-name-error")).to_contain_text("80 characters or fewer")
    expect(page.locator("#work-name-error")).to_contain_text("it has 95")
    expect(page.locator("#work-name")).to_have_value("n" * 95)
    assert names(page) == []
    save(page, "n" * 80)
    save(page, "n" * 80)
    expect(page.locator("[data-saved]")).to_contain_text("in place of what was there")
    assert names(page) == ["n" * 80]


def test_opened_work_says_what_the_form_does_not_ask_for(open_page: OpenPage) -> None:
    page = open_page(FAIR_SHARE)
    kept = [["Old", {"fair_share_budget": "5", "gone": "1", "x" * 500: "1"}]]
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, json.dumps(kept)])
    page.reload()
    page.locator("details:has([data-work-list]) > summary").click()
    page.get_by_role("button", name="Old", exact=True).click()
    told = page.locator("[data-told]")
    expect(told).to_contain_text(f"This form does not ask for: gone, {'x' * 64}….")
    expect(page.locator("#fair_share_budget")).to_have_value("5")


def test_a_browser_that_keeps_nothing_says_so(open_page: OpenPage) -> None:
    page = fair_share(open_page)
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full'); }; }")
    save(page, "A")
    expect(page.locator("[data-saved]")).to_contain_text("keeps nothing more")


def test_a_hostile_name_comes_out_as_text(open_page: OpenPage) -> None:
    page = fair_share(open_page)
    for name in (HOSTILE, "__proto__", "constructor"):
        save(page, name)
    assert names(page) == ["constructor", "__proto__", HOSTILE]
    assert page.locator("calculator-form img:not([data-qr])").count() == 0
    page.locator("details:has([data-work-list]) > summary").click()
    page.get_by_role("button", name="__proto__", exact=True).click()
    assert answers(page)["indicative_budget"] == "1,200,000"


@pytest.mark.parametrize(
    ("found", "left"),
    [
        ("not JSON", []),
        ('{"A": {}}', []),
        ('[1, null, "A", ["B"], ["C", []], ["D", "text"]]', []),
        (
            json.dumps([[HOSTILE, {"indicative_budget": "<b>9</b>", "x": {"y": 1}, "unknown": "1"}]]),
            [HOSTILE],
        ),
        (json.dumps([["n" * 500, {}], [{"a": 1}, {}]]), ["n" * 80, '{"a":1}']),
        (
            json.dumps([["n" * 500, {}], ["n" * 600, {"fair_share_budget": "5"}]]),
            ["n" * 80, "n" * 76 + " (2)"],
        ),
        ('[[{"toString": 1}, {}], [null, {}], [7, {}]]', ['{"toString":1}', "null", "7"]),
        (json.dumps([["Huge", {"fair_share_budget": "9" * 2_000_000}]]), ["Huge"]),
    ],
)
def test_whatever_is_stored_the_list_stands(open_page: OpenPage, found: str, left: list[str]) -> None:
    page = open_page(FAIR_SHARE)
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, found])
    page.reload()
    expect(page.locator("calculator-form form")).to_be_visible()
    assert names(page) == left
    if left:
        page.locator("details:has([data-work-list]) > summary").click()
        page.locator("[data-work-list] li button:first-child").first.click()
    assert page.locator("calculator-form :is(b, img:not([data-qr]))").count() == 0
    if "Huge" in left:
        expect(page.locator("[data-told]")).to_contain_text("“Huge” is larger than the form takes")
    save(page, "A")
    assert names(page) == ["A", *left]


@pytest.mark.parametrize("name", ["a", "n" * 500])
def test_work_without_number_is_listed_in_part_and_all_of_it_stays(open_page: OpenPage, name: str) -> None:
    page = open_page(FAIR_SHARE)
    many = 20_000 if name == "a" else 4_000
    script = "([key, name, many]) => localStorage.setItem(key, JSON.stringify(Array(many).fill([name, {}])))"
    page.evaluate(script, [KEY, name, many])
    page.reload()
    expect(page.locator("[data-work-list] li")).to_have_count(201)
    expect(page.locator("[data-work-list] li").last).to_contain_text(f"And {many - 200:,} older.")
    save(page, "A")
    assert len(stored(page)[KEY]) == many + 1
    assert len({name for name, _ in stored(page)[KEY]}) == many + 1
    assert max(len(name) for name, _ in stored(page)[KEY]) <= 80
