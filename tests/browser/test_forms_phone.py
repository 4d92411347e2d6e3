"""On a phone the long form shows one section at a time, and each says at its end what is left in it."""

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import OpenPage
from tests.support import measures
from tests.support.axe import assert_accessible
from tests.support.forms import GATEWAY, tab_to

PHONE, SMALL, DESK = 390, 320, 1280
OPEN = "[...document.querySelectorAll('details[data-group][open]')].map(fold => fold.dataset.group)"


def opened(page: Page) -> list[str]:
    """The sections that are open."""
    found: list[str] = page.evaluate(OPEN)
    return found


@pytest.mark.parametrize("width", [SMALL, PHONE])
def test_to_open_a_section_closes_the_others(open_page: OpenPage, width: int) -> None:
    page = open_page(GATEWAY, width=width)
    page.locator("[data-group=o4] > summary").click()
    assert opened(page) == ["o4"]
    page.locator("[data-group=o1] > summary").click()
    assert opened(page) == ["o1"]
    expect(page.locator("[data-group=o1] > summary")).to_be_in_viewport()
    tab_to(page, "[data-group=o2] > summary")
    page.keyboard.press("Enter")
    assert opened(page) == ["o2"]
    expect(page.locator("[data-group=o2] > summary")).to_be_focused()
    expect(page.locator("[data-group=o2] > summary")).to_be_in_viewport()


def test_with_room_for_them_several_stay_open(open_page: OpenPage) -> None:
    page = open_page(GATEWAY, width=DESK)
    page.locator("[data-group=o4] > summary").click()
    assert opened(page) == ["group", "o4"]
    expect(page.locator("[data-group=o4] [data-left]")).to_be_hidden()


def test_the_end_of_a_section_names_what_is_left_and_what_comes_next(open_page: OpenPage) -> None:
    page = open_page(GATEWAY, width=PHONE)
    section = page.locator("[data-group=group]")
    left = section.locator("[data-left]")
    expect(left.get_by_role("link")).to_have_count(5)
    page.locator("#practices").fill("14")
    page.get_by_role("radio", name="Level 2").check()
    expect(section.locator("[data-count]")).to_have_text("3 left")
    expect(left.get_by_role("link").first).to_have_text("Practices in the geographical area (optional)")
    left.get_by_role("link", name="People the group cares for").click()
    expect(page.locator("#population")).to_be_focused()
    for name in ("area_practices", "membership", "population"):
        page.locator(f"#{name}").fill("20")
    expect(section.locator("[data-count]")).to_have_text("Done")
    expect(left).to_be_hidden()
    section.get_by_role("button", name="Next: Practice by practice").click()
    assert opened(page) == ["table"]


def test_a_link_to_a_question_elsewhere_opens_its_section_alone(open_page: OpenPage) -> None:
    page = open_page(GATEWAY, width=PHONE)
    page.locator("[data-group=o6] > summary").click()
    page.locator("calculator-form [type=submit]").click()
    page.locator(".nhsuk-error-summary").get_by_role("link").first.click()
    expect(page.locator("#applying_for")).to_be_focused()
    assert opened(page) == ["group"]


def test_all_can_be_opened_and_are_for_printing(open_page: OpenPage) -> None:
    page = open_page(GATEWAY, width=PHONE)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert len(opened(page)) == page.locator("details[data-group]").count() > 1
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert opened(page) == ["group"]
    page.get_by_role("button", name="Open all sections").click()
    assert len(opened(page)) == page.locator("details[data-group]").count()


@pytest.mark.parametrize("width", [SMALL, PHONE])
def test_each_section_is_accessible_and_large_enough_to_touch(open_page: OpenPage, width: int) -> None:
    page = open_page(GATEWAY, width=width, reduced_motion="reduce")
    page.get_by_role("radio", name="Level 3").check()
    for group in ("o1", "o5"):
        page.locator(f"[data-group={group}] > summary").click()
        expect(page.locator(f"[data-group={group}] [data-left]")).to_be_visible()
        assert_accessible(page, f"{group} at {width}")
        assert page.evaluate(measures.SMALL) == []
        assert page.evaluate(measures.overflow(width)) == []
