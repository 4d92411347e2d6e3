"""A cited paragraph's words open where they are cited: by pointer, by keyboard, by a tap, and not without them."""

from pathlib import Path

from playwright.sync_api import Page, Route, expect

from tests.conftest import OpenPage
from tests.support.built import built
from tests.support.traffic import Traffic

PATH = "frameworks/hertfordshire/"
MARK = "article > ul .cite"


def opened(open_page: OpenPage, **more: object) -> Page:
    return open_page(PATH, **more)


def target(page: Page) -> str:
    return str(page.locator(MARK).first.evaluate("link => link.href"))


def words(page: Page, site: Path) -> str:
    """The first words of the paragraph that the first mark leads to, as its own page has them."""
    path, _, anchor = target(page).partition("#")
    there = path[path.index("frameworks/") :]
    (mark,) = built(site, there).tree.xpath(f"//a[@id='{anchor}']")
    return " ".join(str(mark.getparent().text_content()).split())


def test_the_pointer_opens_the_paragraphs_own_words_and_escape_puts_them_away(
    open_page: OpenPage, site: Path
) -> None:
    page = opened(open_page)
    said = words(page, site)
    page.locator(MARK).first.hover()
    tip = page.locator("#tip")
    expect(tip).to_be_visible()
    shown = tip.locator("p").inner_text()
    assert len(shown) > 20
    assert shown[:40] in said
    assert tip.locator("a").get_attribute("href") == target(page)
    tip.hover()
    expect(tip).to_be_visible()
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()


def test_the_focus_opens_them_and_they_describe_the_link(open_page: OpenPage) -> None:
    page = opened(open_page)
    mark = page.locator(MARK).first
    mark.focus()
    tip = page.locator("#tip")
    expect(tip).to_be_visible()
    expect(mark).to_have_attribute("aria-describedby", "tip")
    page.keyboard.press("Tab")
    expect(mark).not_to_have_attribute("aria-describedby", "tip")
    page.locator(MARK).nth(1).focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/#p-*")


def test_the_first_tap_opens_them_and_the_second_goes_there(open_page: OpenPage) -> None:
    page = opened(open_page, width=390, has_touch=True)
    mark, there = page.locator(MARK).first, target(page)
    mark.tap()
    expect(page.locator("#tip")).to_be_visible()
    assert page.url.endswith(PATH)
    mark.tap()
    page.wait_for_url(there)


def test_where_the_words_do_not_arrive_the_first_tap_goes_there(
    open_page: OpenPage, traffic: Traffic
) -> None:
    page = opened(open_page, width=390, has_touch=True)

    def refuse(route: Route) -> None:
        route.abort()

    page.route("**/assets/paragraphs/*.json", refuse)
    there = target(page)
    page.locator(MARK).first.tap()
    page.wait_for_url(there)
    traffic.complaints.clear()


def test_a_term_tells_its_meaning(open_page: OpenPage) -> None:
    page = opened(open_page)
    page.goto(page.url + "decisions/business-cases/")
    term = page.locator("article .term").first
    meaning = page.locator(f"#{term.get_attribute('aria-describedby')}").text_content()
    term.hover()
    expect(page.locator("#tip p")).to_have_text(str(meaning))
