"""What the tests of the calculators' forms do again and again: reach, fill in, send, wait."""

import json
from typing import Any
from urllib.parse import urlencode

from playwright.sync_api import Locator, Page, expect

from tests.conftest import OpenPage

# Python starts in the browser with the first answer; on a busy machine that takes its time.
ANSWER = 60_000
FAIR_SHARE = "calculators/fair-share/"
GATEWAY = "calculators/gateway/"
GUIDED = "calculators/co-commissioning/"
HEADLINE = ".result .answer__headline"


def tab_to(page: Page, selector: str, steps: int = 150) -> None:
    """Press Tab until the element is focused, as a keyboard's user does."""
    for _ in range(steps):
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{selector} was not reached with {steps} presses of Tab from {page.url}")


def fair_share(open_page: OpenPage, budget: str = "1,200,000", fair: str = "£1m", **more: Any) -> Page:
    """The fair-share page with both budgets typed in."""
    page = open_page(FAIR_SHARE, **more)
    fill_in(page, budget, fair)
    return page


def fill_in(page: Page, budget: str = "1,200,000", fair: str = "£1m") -> None:
    """Type both budgets in."""
    page.locator("#indicative_budget").fill(budget)
    page.locator("#fair_share_budget").fill(fair)


def send(page: Page) -> None:
    """Press the form's own button: “Work it out”, or “Continue” on the way through a guided path."""
    page.locator("calculator-form [type=submit]").click()


def headline(page: Page) -> Locator:
    """The headline of the result, once it is there."""
    found = page.locator(HEADLINE)
    expect(found).to_be_visible(timeout=ANSWER)
    return found


def error_summary(page: Page) -> Locator:
    """The error summary, once it is there."""
    found = page.locator(".nhsuk-error-summary")
    expect(found).to_be_visible(timeout=ANSWER)
    return found


def until_shown(page: Page, selector: str) -> None:
    """Wait until the element is seen, however short: looking frame by frame, where `expect` waits ever longer."""
    script = "selector => document.querySelector(selector)?.checkVisibility()"
    page.wait_for_function(script, arg=selector, polling="raf", timeout=ANSWER)


def load_example(page: Page, number: int = 0) -> str:
    """Load one of the form's examples; its name."""
    page.get_by_text("Load an example", exact=True).click()
    button = page.locator("[data-action=preset]").nth(number)
    name = button.inner_text()
    button.click()
    return name


def answers(page: Page) -> dict[str, str]:
    """What the form would send, once its script is there."""
    page.wait_for_function("document.querySelector('calculator-form')?.answers", timeout=ANSWER)
    found: dict[str, str] = page.evaluate("document.querySelector('calculator-form').answers")
    return found


def by_hand(case: dict[str, str]) -> str:
    """The fragment of a link that somebody has made by hand: it has no version and no check."""
    return urlencode(case)


def stored(page: Page) -> dict[str, Any]:
    """All that the browser keeps for this site."""
    kept = page.evaluate("Object.entries(localStorage)")
    return {name: json.loads(text) for name, text in kept if name.startswith("calculator-")}
