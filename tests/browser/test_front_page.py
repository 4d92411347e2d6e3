"""The first page on a phone: short, with every question in sight, and the search at hand."""

import pytest

from tests.conftest import OpenPage

SCREENS = 6
PHONE = {"width": 390, "height": 844}


def test_on_a_phone_it_is_six_screens_at_most_and_hides_no_question(open_page: OpenPage) -> None:
    page = open_page("", **PHONE)
    assert page.evaluate("document.documentElement.scrollHeight") <= SCREENS * PHONE["height"]
    links = page.locator(".readers a")
    assert links.count() == 6 * 4
    assert all(link.is_visible() for link in links.all())
    assert page.locator("[data-opens-search]").bounding_box()["y"] < PHONE["height"]  # type: ignore[index]


@pytest.mark.parametrize("key", ["Enter", "click"])
def test_its_search_opens_the_search_of_every_page(open_page: OpenPage, key: str) -> None:
    page = open_page("", **PHONE)
    ask = page.get_by_role("link", name="Search the five papers")
    if key == "click":
        ask.click()
    else:
        ask.press(key)
    page.get_by_role("dialog").wait_for()
    assert page.evaluate("document.activeElement.matches('dialog input')")


def test_the_case_opens_in_its_calculator_as_it_was(open_page: OpenPage) -> None:
    page = open_page("", **PHONE)
    headline = page.locator(".sample__headline").inner_text()
    page.get_by_role("link", name="Open this case").click()
    page.get_by_text(headline).locator("visible=true").first.wait_for()
