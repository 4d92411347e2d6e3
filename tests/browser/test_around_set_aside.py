"""Opening a link, an example or saved work never replaces what the reader typed: that is set aside under a name."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import OpenPage
from tests.support.forms import FAIR_SHARE, answers, by_hand, fair_share, load_example, stored

CASE = {"indicative_budget": "1,200,000", "fair_share_budget": "£1m"}
SET_ASIDE = re.compile(r"My answers before the link, \d{1,2} [A-Z][a-z]+ \d{4}, \d\d:\d\d")


def saved(page: Page) -> dict[str, dict[str, str]]:
    """The answers of each piece of saved work by its name."""
    return dict(stored(page).get("calculator-work/fair-share", []))


def test_my_own_answers_are_saved_before_a_link_takes_their_place(open_page: OpenPage) -> None:
    page = fair_share(open_page, budget="7", fair="8")
    page.goto("about/")
    page.goto(f"{FAIR_SHARE}#{by_hand(CASE)}")
    expect(page.locator("[data-told]")).to_contain_text("Yours are saved as")
    (name,) = saved(page)
    assert SET_ASIDE.fullmatch(name), name
    page.locator("details:has([data-work-list]) > summary").click()
    page.get_by_role("button", name=name, exact=True).click()
    assert answers(page)["indicative_budget"] == "7"


@pytest.mark.parametrize("second", [CASE, {"indicative_budget": "3", "fair_share_budget": "4"}])
def test_however_many_links_are_opened_my_own_answers_stay(
    open_page: OpenPage, second: dict[str, str]
) -> None:
    """In the same tab, in others, and after a visit elsewhere: a link's answers are nobody's own."""
    page = fair_share(open_page, budget="777777", fair="888888")
    mine = answers(page)
    page.evaluate("fragment => { location.hash = fragment; }", by_hand(CASE))
    expect(page.locator("#indicative_budget")).to_have_value("1,200,000")
    for _ in range(2):
        other = page.context.new_page()
        other.goto(f"{FAIR_SHARE}#{by_hand(second)}")
        expect(other.locator("#indicative_budget")).to_have_value(second["indicative_budget"])
    page.evaluate("fragment => { location.hash = fragment; }", by_hand(second))
    page.goto("about/")
    page.goto(f"{FAIR_SHARE}#{by_hand(CASE)}")
    expect(page.locator("#indicative_budget")).to_have_value("1,200,000")
    assert list(saved(page).values()) == [mine]


@pytest.mark.parametrize("elsewhere", [False, True])
def test_my_own_link_come_back_leaves_my_answers_mine(open_page: OpenPage, elsewhere: bool) -> None:
    """In the tab where they were typed, or in another: what comes after it still sets them aside."""
    page = fair_share(open_page, budget="777777", fair="888888")
    mine = answers(page)
    own = by_hand({"indicative_budget": "777777", "fair_share_budget": "888888"})
    if elsewhere:
        page = page.context.new_page()
        page.goto(f"{FAIR_SHARE}#{own}")
    else:
        page.evaluate("fragment => { location.hash = fragment; }", own)
    expect(page.locator("[data-told]")).to_contain_text("The answers from the link are in the form.")
    expect(page.locator("[data-told]")).not_to_contain_text("saved")
    assert saved(page) == {}
    page.evaluate("fragment => { location.hash = fragment; }", by_hand(CASE))
    expect(page.locator("[data-told]")).to_contain_text("Yours are saved as")
    assert list(saved(page).values()) == [mine]


def test_answers_of_a_link_that_i_have_changed_are_mine(open_page: OpenPage) -> None:
    page = fair_share(open_page, budget="7", fair="8")
    for typed in ("70", "700"):
        page.evaluate("fragment => { location.hash = fragment; }", by_hand(CASE))
        expect(page.locator("#indicative_budget")).to_have_value("1,200,000")
        page.locator("#indicative_budget").fill(typed)
    page.evaluate("fragment => { location.hash = fragment; }", by_hand(CASE))
    expect(page.locator("[data-told]")).to_contain_text("Yours are saved as")
    kept = saved(page)
    assert {case["indicative_budget"] for case in kept.values()} == {"7", "70", "700"}
    assert len(kept) == 3


def test_what_was_typed_in_another_tab_is_not_written_over(open_page: OpenPage) -> None:
    page = fair_share(open_page, budget="7", fair="8")
    other = page.context.new_page()
    other.goto(FAIR_SHARE)
    page.locator("#indicative_budget").fill("77")
    other.locator("#indicative_budget").fill("5")
    expect(other.locator("[data-told]")).to_contain_text(
        "in another tab are saved as “My answers in another tab, "
    )
    other.locator("#indicative_budget").fill("55")
    assert [case["indicative_budget"] for case in saved(other).values()] == ["77"]
    page.evaluate("fragment => { location.hash = fragment; }", by_hand(CASE))
    expect(page.locator("#indicative_budget")).to_have_value("1,200,000")
    assert {case["indicative_budget"] for case in saved(page).values()} == {"77", "55"}


def test_the_name_of_what_was_saved_unasked_stays_to_be_read(open_page: OpenPage) -> None:
    """While the reader types on, and beside what a link has to say; until they do something else."""
    page = fair_share(open_page, budget="7", fair="8")
    other = page.context.new_page()
    other.goto(FAIR_SHARE)
    page.locator("#indicative_budget").fill("77")
    other.locator("#indicative_budget").press_sequentially("123")
    told = other.locator("[data-told]")
    expect(told).to_have_text(re.compile("^Your answers in another tab are saved as “.+”\\.$"))
    page.locator("#indicative_budget").fill("777")
    other.evaluate("fragment => { location.hash = fragment; }", by_hand(CASE))
    expect(told).to_contain_text("The answers from the link are in the form.")
    expect(told).to_contain_text("Your answers in another tab are saved as")
    assert {case["indicative_budget"] for case in saved(other).values()} == {"77", "777", "1237"}
    other.get_by_role("button", name="Start again").click()
    expect(told).to_have_text("The form is empty again.")


def test_an_example_and_saved_work_keep_what_i_typed_too(open_page: OpenPage) -> None:
    page = fair_share(open_page, budget="7", fair="8")
    load_example(page)
    load_example_again = page.locator("[data-action=preset]").nth(1)
    load_example_again.click()
    (name,) = saved(page)
    assert name.startswith("My answers before the example, ")
    page.get_by_role("button", name="Undo").click()
    page.get_by_role("button", name="Forget my answers").click()
    assert list(saved(page)) == [name]


def test_a_browser_that_keeps_nothing_says_that_mine_could_not_be_saved(open_page: OpenPage) -> None:
    page = fair_share(open_page, budget="7", fair="8")
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full'); }; }")
    page.evaluate("fragment => { location.hash = fragment; }", by_hand(CASE))
    expect(page.locator("[data-told]")).to_contain_text("could not save yours")
    page.get_by_role("button", name="Undo").click()
    assert answers(page)["indicative_budget"] == "7"
