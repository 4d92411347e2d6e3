"""Two tabs with one form: no work is replaced without a word, in either, and Forget in one reaches the other."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests import chromium
from tests.conftest import OpenPage
from tests.support.forms import FAIR_SHARE, answers, by_hand, fair_share, headline, send, stored

WORK = "calculator-work/fair-share"
A = ("1000000", "900000")
B = ("2222222", "2000000")


def fill(page: Page, typed: tuple[str, str]) -> None:
    page.locator("#indicative_budget").fill(typed[0])
    page.locator("#fair_share_budget").fill(typed[1])


def has(page: Page, typed: tuple[str, str]) -> None:
    """The form holds these answers."""
    expect(page.locator("#indicative_budget")).to_have_value(typed[0])
    expect(page.locator("#fair_share_budget")).to_have_value(typed[1])


def told(page: Page, words: str) -> None:
    expect(page.locator("[data-told]")).to_contain_text(words)


def saved(page: Page) -> set[tuple[str, str]]:
    """The two budgets of each piece of saved work."""
    pieces = stored(page).get(WORK, [])
    return {(case["indicative_budget"], case["fair_share_budget"]) for _, case in pieces}


@pytest.fixture
def tabs(open_page: OpenPage) -> tuple[Page, Page]:
    """Answers typed in A, then others in B, then on in A."""
    first = open_page(FAIR_SHARE)
    second = first.context.new_page()
    second.goto(FAIR_SHARE)
    fill(first, A)
    fill(second, B)
    told(second, "Your answers in another tab are saved as “My answers in another tab, ")
    # Browsers take a moment to bring to one tab what another has kept: longer than a program takes to type.
    first.wait_for_function("(typed) => JSON.stringify(localStorage).includes(typed)", arg=B[0])
    first.locator("#indicative_budget").fill("1000001")
    told(first, "Your answers in another tab are saved as “My answers in another tab, ")
    return first, second


A_NOW = ("1000001", A[1])


def test_each_tab_keeps_its_own_answers_through_a_reload(tabs: tuple[Page, Page]) -> None:
    first, second = tabs
    second.reload()
    has(second, B)
    told(second, "Your answers in this tab are back in the form. There are newer ones, from another tab.")
    first.reload()
    has(first, A_NOW)
    told(first, "back in the form")
    assert saved(first) == {A, B}


def test_the_newer_answers_of_the_other_tab_are_taken_where_the_reader_wants_them(
    tabs: tuple[Page, Page],
) -> None:
    _, second = tabs
    second.reload()
    second.get_by_role("button", name="Use the newer answers").click()
    has(second, A_NOW)
    told(second, "The answers of the other tab are in the form. Yours are saved as")
    second.get_by_role("button", name="Undo").click()
    has(second, B)
    assert saved(second) == {A, B}


def test_typing_on_after_a_reload_keeps_what_the_other_tab_has(tabs: tuple[Page, Page]) -> None:
    first, second = tabs
    second.reload()
    second.locator("#indicative_budget").fill("3")
    told(second, "Your answers in another tab are saved as")
    assert saved(second) == {A, B, A_NOW}
    first.reload()
    has(first, A_NOW)


@pytest.mark.parametrize("all_of_it", [False, True])
def test_forget_reaches_the_other_tab_and_nothing_comes_back(
    tabs: tuple[Page, Page], all_of_it: bool
) -> None:
    first, second = tabs
    send(second)
    headline(second)
    button = "Forget all that is kept" if all_of_it else "Forget my answers"
    first.get_by_role("button", name=button).click()
    told(second, "Your answers were forgotten in another tab, and are gone here too.")
    has(second, ("", ""))
    expect(second.locator(".result")).to_be_hidden()
    assert set(stored(second)) == (set() if all_of_it else {WORK})
    second.locator("#indicative_budget").fill("5")
    assert stored(second)["calculator-answers/fair-share"]["indicative_budget"] == "5"
    assert "fair_share_budget" not in {
        k for k, v in stored(second)["calculator-answers/fair-share"].items() if v
    }
    second.reload()
    has(second, ("5", ""))


@pytest.mark.parametrize("typed_again", [False, True])
def test_forget_reaches_a_tab_that_is_elsewhere_meanwhile(tabs: tuple[Page, Page], typed_again: bool) -> None:
    """Whether Back finds the page as it was left, or has to load it again."""
    first, second = tabs
    second.goto("about/")
    first.get_by_role("button", name="Forget my answers").click()
    if typed_again:
        fill(first, ("4", "4"))
    second.go_back()
    told(second, "forgotten in another tab")
    if not typed_again:
        has(second, ("", ""))
    assert B[0] not in str(answers(second))


def test_starting_again_in_one_tab_takes_nothing_from_the_other(tabs: tuple[Page, Page]) -> None:
    first, second = tabs
    first.get_by_role("button", name="Start again").click()
    expect(first.locator("#indicative_budget")).to_have_value("")
    second.reload()
    has(second, B)
    first.reload()
    expect(first.locator("#indicative_budget")).to_have_value("")


def test_back_brings_each_tab_its_own(tabs: tuple[Page, Page]) -> None:
    first, second = tabs
    for page, typed in ((second, B), (first, A_NOW)):
        page.goto("about/")
        page.go_back()
        has(page, typed)


def test_a_new_tab_begins_with_the_newest_and_leaves_them_where_they_are(tabs: tuple[Page, Page]) -> None:
    first, second = tabs
    third = first.context.new_page()
    third.goto(FAIR_SHARE)
    has(third, A_NOW)
    told(third, "back in the form")
    third.locator("#indicative_budget").fill("3")
    for page, typed in ((first, A_NOW), (second, B)):
        page.reload()
        has(page, typed)


def test_a_link_in_one_tab_leaves_the_other_its_answers(open_page: OpenPage) -> None:
    first = fair_share(open_page, *A)
    second = first.context.new_page()
    second.goto(f"{FAIR_SHARE}#{by_hand({'indicative_budget': '3', 'fair_share_budget': '4'})}")
    told(second, "Yours are saved as “My answers before the link, ")
    first.reload()
    has(first, A)
    assert saved(first) == {A}


@pytest.fixture
def profile(browser: Browser, origin: str, tmp_path: Path) -> Iterator[Callable[[], BrowserContext]]:
    """Opens a browser on one profile, which outlives it; pages are kept for Back as readers’ browsers keep them."""
    opened: list[BrowserContext] = []

    def launch() -> BrowserContext:
        context = browser.browser_type.launch_persistent_context(
            tmp_path / "profile",
            executable_path=chromium.find(),
            args=[*chromium.FLAGS],
            ignore_default_args=["--disable-back-forward-cache"],
            chromium_sandbox=False,
            base_url=f"{origin}/",
        )
        opened.append(context)
        return context

    yield launch
    for context in opened:
        context.close()


def at_the_form(context: BrowserContext) -> Page:
    """A new tab with the form."""
    page = context.new_page()
    page.goto(FAIR_SHARE)
    return page


def test_a_crash_of_the_whole_browser_loses_nothing(profile: Callable[[], BrowserContext]) -> None:
    """Both tabs go at once; the newest answers and those of the other tab are there at the next visit."""
    context = profile()
    first, second = at_the_form(context), at_the_form(context)
    fill(first, A)
    fill(second, B)
    told(second, "in another tab are saved as")
    context.close()
    again = at_the_form(profile())
    has(again, B)
    told(again, "Your answers from your last visit are back")
    assert saved(again) == {A}


def test_the_first_thing_a_reader_presses_may_be_forget(open_page: OpenPage) -> None:
    first = fair_share(open_page, *A)
    second = first.context.new_page()
    second.goto(FAIR_SHARE)
    second.get_by_role("button", name="Forget my answers").click()
    told(second, "Your answers are forgotten. Nothing is kept")
    told(first, "forgotten in another tab")


def test_forget_reaches_a_page_that_is_kept_for_back(profile: Callable[[], BrowserContext]) -> None:
    context = profile()
    first = at_the_form(context)
    fill(first, A)
    first.evaluate("() => { window.kept = true; }")
    second = at_the_form(context)
    first.goto("about/")
    second.bring_to_front()
    second.get_by_role("button", name="Forget my answers").click()
    told(second, "Your answers are forgotten")
    # Playwright would wait for a load that never comes.
    first.evaluate("history.back()")
    told(first, "forgotten in another tab")
    has(first, ("", ""))
    if not first.evaluate("window.kept"):
        pytest.skip("needs a Chromium that keeps pages for Back")
