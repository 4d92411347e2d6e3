"""A link that carries a case: made on request, opened, told of changed rules, and never sent anywhere."""

import json
import re
from collections.abc import Callable
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, Page, expect

from calculators.engine.run import run
from calculators.uses import links
from tests.conftest import OpenPage
from tests.support.forms import (
    ANSWER,
    FAIR_SHARE,
    answers,
    by_hand,
    fair_share,
    headline,
    send,
    stored,
    tab_to,
)
from tests.support.pages import ROOT
from tests.support.traffic import Traffic

CASE = {"indicative_budget": "1,200,000", "fair_share_budget": "£1m"}
WORK = "calculator-work/fair-share"
FREED_UP = "calculators/freed-up-resources/"
LONG = re.compile(
    r"This link has \d{1,2},\d{3} characters\. Many programs cut a link that has more than 2,000\..+"
)
EARLIER = json.loads((ROOT / "tests/data/earlier/links.json").read_text(encoding="utf-8"))


def link() -> str:
    """The fragment of a link to the case, as the core makes it."""
    return links.fragment(CASE, run("fair-share", CASE))


def copied(page: Page) -> str:
    """Press the button; what is in the box."""
    page.get_by_role("button", name="Copy a link").click()
    box = page.locator("#case-link")
    expect(box).to_be_visible(timeout=60_000)
    expect(page.locator("[data-link-told]")).to_contain_text("Your answers are in it")
    return box.input_value()


@pytest.mark.parametrize("width", [1280, 390])
def test_a_link_carries_the_answers_to_another_browser(open_page: OpenPage, width: int) -> None:
    page = fair_share(open_page, width=width)
    send(page)
    words = headline(page).inner_text()
    tab_to(page, "[value=link]")
    expect(page.locator("[data-take-place]")).to_contain_text("Anybody who has the link can read them")
    page.keyboard.press("Enter")
    box = page.locator("#case-link")
    expect(box).to_be_focused()
    address = box.input_value()
    assert links.read_fragment(address.partition("#")[2]).case.items() >= CASE.items()
    other = open_page(address, width=width)
    assert headline(other).inner_text() == words
    expect(other.locator("#result-heading")).to_be_focused()
    expect(other.locator("[data-notice]")).to_be_hidden()
    assert answers(other).items() >= CASE.items()
    assert "#" not in other.url


def test_the_link_is_that_of_the_answers_as_they_are_now(open_page: OpenPage) -> None:
    page = fair_share(open_page)
    send(page)
    headline(page)
    page.locator("#indicative_budget").fill("999")
    expect(page.locator("[data-stale]")).to_be_visible()
    assert "indicative_budget=999&" in copied(page)


def test_answers_at_fault_are_told_instead_of_linked(open_page: OpenPage) -> None:
    page = fair_share(open_page)
    send(page)
    headline(page)
    page.locator("#indicative_budget").fill("much")
    page.get_by_role("button", name="Copy a link").click()
    expect(page.locator(".nhsuk-error-summary")).to_be_focused()
    expect(page.locator("#case-link")).to_be_hidden()


def notice(page: Page) -> Locator:
    """What the page has to say of a link, once it is there."""
    found = page.locator("[data-notice]")
    expect(found).to_be_visible(timeout=ANSWER)
    return found


def opened_over_mine(open_page: OpenPage, fragment: str) -> Page:
    """A link opened where answers of the reader’s own stand in the form."""
    page = fair_share(open_page, budget="777777", fair="888888")
    page.evaluate("fragment => { location.hash = fragment; }", fragment)
    return page


def sealed(**parts: str) -> str:
    """A whole link with these parts, whoever has put them together."""
    return links._sealed({**CASE, **{name.replace("__", "."): text for name, text in parts.items()}})


# As messengers, people and programs have left it: after 5 of the 7 digits of an amount, in the version of the rules,
# in the check, in the first mark; with a digit changed; and with its first mark lost.
NOT_WHOLE = {
    "cut in an amount": lambda made: made[: made.index("%2C200%2C") + 4],
    "cut in the version of the rules": lambda made: made[: made.index("_rules=") + len("_rules=0e1")],
    "cut in its check": lambda made: made[:-3],
    "cut in its first mark": lambda made: made[:4],
    "changed in an amount": lambda made: made.replace("200", "300", 1),
    "without its beginning": lambda made: made.removeprefix("_link=1&"),
    "of an older format, cut": lambda made: "indicative_budget=1200000&fair_share_budget=1000000&_rules=0e1",
}


@pytest.mark.parametrize("change", NOT_WHOLE.values(), ids=NOT_WHOLE)
def test_a_link_that_is_not_whole_says_so_and_fills_in_nothing(
    open_page: OpenPage, change: Callable[[str], str]
) -> None:
    page = opened_over_mine(open_page, change(link()))
    mine = answers(page)
    expect(notice(page)).to_contain_text("This link is not whole")
    expect(notice(page).get_by_role("heading").first).to_be_focused()
    expect(notice(page)).not_to_contain_text("have changed")
    assert answers(page) == mine
    expect(page.locator(".result")).to_be_hidden()
    assert "#" not in page.url
    assert WORK not in stored(page)


def test_what_could_be_read_of_a_link_is_used_where_the_reader_wants_it(open_page: OpenPage) -> None:
    made = link()
    page = opened_over_mine(open_page, made[: made.index("_rules")])
    mine = answers(page)
    row = notice(page).locator("dl > div", has_text="Indicative budget")
    expect(row).to_contain_text("£1,200,000")
    tab_to(page, "[data-action=use]")
    page.keyboard.press("Enter")
    expect(page.locator("#indicative_budget")).to_have_value("1,200,000")
    expect(page.locator("#indicative_budget")).to_be_focused()
    expect(page.locator("[data-told]")).to_contain_text("Check each answer. Yours are saved as")
    expect(page.locator("[data-notice]")).to_be_hidden()
    ((name, kept),) = stored(page)[WORK]
    assert name.startswith("My answers before what was opened, ")
    assert kept == mine


def test_a_link_that_programs_have_escaped_or_closed_with_a_bracket_is_whole(open_page: OpenPage) -> None:
    page = open_page(f"{FAIR_SHARE}#{quote(link())}).")
    headline(page)
    assert answers(page).items() >= CASE.items()
    expect(page.locator("[data-notice]")).to_be_hidden()


def test_a_link_from_other_rules_says_what_changed(open_page: OpenPage) -> None:
    result = run("fair-share", CASE)
    parts = {"_rules": "0000000000", "_outcome": result.outcome, "_figure__shift": "-1.00", "gone": "1"}
    page = open_page(f"{FAIR_SHARE}#{sealed(**parts)}")
    headline(page)
    expect(notice(page)).to_contain_text("The rules have changed since this link was made")
    expect(notice(page)).to_contain_text("was −£1, is now −£12,000")
    expect(notice(page)).to_contain_text("does not ask for: gone")
    expect(notice(page).get_by_role("heading")).to_be_focused()


def test_a_link_of_an_earlier_version_opens_and_says_that_it_could_not_be_checked(
    open_page: OpenPage,
) -> None:
    earlier = next(e for e in EARLIER if e["calculator"] == "fair-share" and e["state"] == "unchecked")
    page = opened_over_mine(open_page, earlier["fragment"])
    headline(page)
    expect(notice(page)).to_contain_text("This link could not be checked")
    assert answers(page).items() >= earlier["case"].items()
    assert len(stored(page)[WORK]) == 1


def test_a_link_by_hand_fills_the_form_at_once_and_says_what_it_did_not_know(
    open_page: OpenPage, traffic: Traffic
) -> None:
    page = open_page(f"{FAIR_SHARE}#{by_hand(CASE)}&gone=1&{'x' * 500}=1&indicative_budget=7")
    expect(page.locator("#indicative_budget")).to_have_value("7")
    told = page.locator("[data-told]")
    expect(told).to_contain_text("it could not be checked")
    expect(told).to_contain_text("gives an answer more than once: the last one was taken")
    expect(told).to_contain_text(f"This form does not ask for: gone, {'x' * 64}….")
    page.wait_for_load_state("networkidle")
    assert not [path for path in traffic.paths() if "/assets/python/" in path]
    expect(page.locator(".result")).to_be_hidden()


def test_a_link_onward_fills_the_next_form_and_needs_no_words(open_page: OpenPage) -> None:
    page = fair_share(open_page)
    send(page)
    headline(page)
    page.locator(".onward a[href*=freed-up]").first.click()
    expect(page.get_by_role("radio", name="Hertfordshire")).to_be_checked(timeout=ANSWER)
    expect(page.locator("[data-told]")).to_have_text("The answers from the link are in the form.")
    expect(page.locator("[data-notice]")).to_be_hidden()


def test_a_link_that_python_could_not_open_is_opened_by_trying_again(
    open_page: OpenPage, traffic: Traffic
) -> None:
    page = open_page()
    page.on("console", lambda _: traffic.complaints.clear())
    page.context.on("close", lambda _: traffic.complaints.clear())
    page.route("**/assets/python/**", lambda route: route.abort())
    page.goto(f"{FAIR_SHARE}#{link()}")
    expect(page.locator("[data-failure]")).to_be_visible(timeout=ANSWER)
    assert "fair_share_budget" not in answers(page)
    page.unroute("**/assets/python/**")
    page.get_by_role("button", name="Try again").click()
    headline(page)
    assert answers(page).items() >= CASE.items()


def test_a_long_link_says_so_before_it_is_copied_and_a_file_is_offered(open_page: OpenPage) -> None:
    page = open_page(FREED_UP)
    rows = "".join(f"Practice {n}\t1000000\t900000\n" for n in range(200))
    table = by_hand({"document": "hertfordshire", "practices": f"practice\tbudget\tspend\n{rows}"})
    page.evaluate("fragment => { location.hash = fragment; }", table)
    expect(page.locator("[data-told]")).to_contain_text("from the link")
    send(page)
    headline(page)
    page.get_by_role("button", name="Copy a link").click()
    told = page.locator("[data-link-told]")
    expect(told).to_have_text(LONG, timeout=ANSWER)
    place = page.locator(".calc-around__way:has([data-link-told])")
    with page.expect_download() as download:
        place.get_by_role("button", name="Save as a file").click()
    assert download.value.suggested_filename == "freed-up-resources-answers.json"
    expect(told).to_contain_text("Downloaded as")
    place.get_by_role("button", name="Copy the link all the same").click()
    expect(told).to_contain_text("Your answers are in it")


def test_a_link_opens_on_the_page_that_is_open_already(open_page: OpenPage) -> None:
    page = open_page(FAIR_SHARE)
    page.evaluate("fragment => { location.hash = fragment; }", link())
    headline(page)


@pytest.mark.parametrize(
    "anchor", ["the-rules-in-words", "p-2-2-4-3", "indicative_budget", "a=b", "=", "%E0%A4%A"]
)
def test_an_anchor_is_no_case(open_page: OpenPage, anchor: str) -> None:
    page = fair_share(open_page)
    kept = stored(page)
    page.goto("about/")
    page.goto(f"{FAIR_SHARE}#{anchor}")
    expect(page.locator("[data-told]")).to_contain_text("your last visit")
    assert page.url.endswith(f"#{anchor}")
    assert stored(page) == kept


HOSTILE = "<img src=x onerror=alert(1)>"


def test_a_hostile_fragment_comes_out_as_text(open_page: OpenPage) -> None:
    fragment = f"indicative_budget={quote(HOSTILE)}&fair_share_budget=1&__proto__=1&{quote(HOSTILE)}=1"
    page = open_page(f"{FAIR_SHARE}#{fragment}")
    expect(notice(page).get_by_role("heading")).to_have_text("This link could not be checked")
    expect(notice(page)).to_contain_text(f"does not ask for: __proto__, {HOSTILE}")
    expect(page.locator("#indicative_budget")).to_have_value(HOSTILE)
    assert page.locator("main img[src=x]").count() == 0


def test_a_hostile_link_that_is_not_whole_comes_out_as_text(open_page: OpenPage) -> None:
    page = open_page(f"{FAIR_SHARE}#_link=1&indicative_budget={quote(HOSTILE)}&{quote(HOSTILE)}=1")
    expect(notice(page)).to_contain_text(HOSTILE)
    page.get_by_role("button", name="Use what could be read").click()
    expect(page.locator("#indicative_budget")).to_have_value(HOSTILE)
    assert page.locator("main img[src=x]").count() == 0


def test_a_link_cannot_make_the_page_say_what_was_never_an_answer(open_page: OpenPage) -> None:
    parts = {"_rules": "0000000000", "_outcome": HOSTILE, "_figure__shift": "Call 0800", HOSTILE: "1"}
    page = open_page(f"{FAIR_SHARE}#{sealed(**parts)}")
    headline(page)
    expect(notice(page)).to_contain_text(f"does not ask for: {HOSTILE}")
    for earlier in ("Result: was", "Shift in the year: was"):
        expect(notice(page)).not_to_contain_text(earlier)
    expect(page.locator("calculator-form")).not_to_contain_text("Call 0800")
    assert page.locator("main img[src=x]").count() == 0


def test_a_fragment_too_long_to_be_a_case_is_refused_in_words(open_page: OpenPage) -> None:
    page = open_page(FAIR_SHARE)
    page.evaluate("location.hash = `_rules=x&indicative_budget=${'1'.repeat(250001)}`")
    expect(page.locator("[data-failure]")).to_contain_text("Shorten", timeout=60_000)


def test_the_answers_of_a_link_are_never_sent(open_page: OpenPage, traffic: Traffic) -> None:
    page = open_page(f"{FAIR_SHARE}#{link()}")
    headline(page)
    assert not [url for url in traffic.requests if "1200000" in url or "1%2C200" in url or "#" in url]
