"""Reading a page in a browser: explained words, the levels table, search, colours and the menu."""

import re

import pytest
from playwright.sync_api import expect

from tests.conftest import OpenPage
from tests.support.traffic import Traffic

MONITORING = "frameworks/hertfordshire/monitoring/"
MONEY = f"{MONITORING}money-and-activity/"
CRITERIA = "frameworks/hertfordshire/levels/criteria/"


def test_a_term_explains_itself_to_keyboard_and_pointer_and_escape_puts_it_away(open_page: OpenPage) -> None:
    page = open_page(MONEY)
    term, tip = page.locator("a.term").first, page.locator("#tip")
    meaning = page.locator(f"#{term.get_attribute('aria-describedby')}").text_content() or ""
    term.focus()
    expect(tip).to_be_visible()
    expect(tip).to_have_text(meaning)
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    expect(term).to_be_focused()
    term.blur()
    term.hover()
    expect(tip).to_be_visible()
    tip.hover()
    page.wait_for_timeout(400)
    expect(tip).to_be_visible()


def test_the_first_tap_explains_and_the_second_follows_the_link(open_page: OpenPage) -> None:
    page = open_page(MONEY, width=390, has_touch=True)
    term = page.locator("a.term").first
    term.tap()
    expect(page.locator("#tip")).to_be_visible()
    assert page.url.endswith(MONEY)
    term.tap()
    page.wait_for_url(re.compile(r"/glossary/\w+(?:-\d)?/#term-"))


def test_the_levels_table_shows_one_level_and_objective_and_says_how_much(open_page: OpenPage) -> None:
    page = open_page(CRITERIA)
    everything = page.locator(".criterion").count()
    status = page.locator(".criteria__count")
    expect(status).to_have_text(f"{everything} of {everything} criteria shown")
    page.get_by_role("group", name="Level", exact=True).get_by_label("2", exact=True).check()
    page.get_by_role("group", name="Objective", exact=True).get_by_role(
        "radio", name=re.compile("^3")
    ).check()
    shown = page.locator(".criterion:visible")
    ids = [item.get_attribute("id") or "" for item in shown.all()]
    assert ids
    assert all(name.startswith("criterion-o3-l2-") for name in ids)
    expect(status).to_have_text(f"{len(ids)} of {everything} criteria shown")


def test_the_levels_table_filters_without_javascript(open_page: OpenPage) -> None:
    page = open_page(CRITERIA, java_script_enabled=False)
    page.get_by_role("group", name="Level", exact=True).get_by_label("3", exact=True).check()
    ids = [item.get_attribute("id") or "" for item in page.locator(".criterion:visible").all()]
    assert ids
    assert all("-l3-" in name for name in ids)


def test_on_a_phone_the_levels_table_is_folded_until_it_is_asked_for(open_page: OpenPage) -> None:
    page = open_page(CRITERIA, width=390)
    everything = page.locator(".criterion").count()
    status = page.locator(".criteria__count")
    expect(status).to_have_text(f"{everything} of {everything} criteria shown")
    expect(page.locator(".criterion:visible")).to_have_count(0)
    page.get_by_role("group", name="Level", exact=True).get_by_label("2", exact=True).check()
    shown = page.locator(".criterion:visible")
    ids = [item.get_attribute("id") or "" for item in shown.all()]
    assert ids
    assert all("-l2-" in name for name in ids)
    expect(status).to_have_text(f"{len(ids)} of {everything} criteria shown")


def test_an_old_address_of_a_criterion_arrives_at_it_and_unfolds_it(open_page: OpenPage) -> None:
    page = open_page("frameworks/hertfordshire/levels/#criterion-o3-l2-a", width=390)
    page.wait_for_url(re.compile(rf"/{CRITERIA}#criterion-o3-l2-a$"))
    expect(page.locator("#criterion-o3-l2-a")).to_be_in_viewport()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("glossary/#term-pbc", r"glossary/p(?:-\d)?/#term-pbc"),
        ("frameworks/hertfordshire/open-questions/#amb-riskpool-rate", r"open-questions/risk-pools/#amb-\S+"),
        ("frameworks/hertfordshire/paragraphs/#of-p-2-2-4-3", r"paragraphs/monitoring/#of-p-2-2-4-3"),
        ("frameworks/hertfordshire/monitoring/#p-2-2-4-3", r"money-and-activity/#p-2-2-4-3"),
    ],
)
def test_an_old_address_arrives_where_its_place_is_now(open_page: OpenPage, old: str, new: str) -> None:
    page = open_page(old, width=390)
    page.wait_for_url(re.compile(rf"/{new}$"))
    expect(page.locator(f"[id='{old.partition('#')[2]}']")).to_be_in_viewport()


@pytest.mark.parametrize("script", [True, False])
def test_an_address_that_leads_into_a_fold_opens_it(open_page: OpenPage, *, script: bool) -> None:
    page = open_page("find/bodies/#letter-p", width=390, java_script_enabled=script)
    expect(page.locator("#letter-p li").first).to_be_in_viewport()


def test_search_finds_a_paragraph_by_number_with_the_keyboard_alone(open_page: OpenPage) -> None:
    page = open_page()
    page.get_by_role("button", name="Search").focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Search this site")
    expect(dialog.get_by_role("textbox")).to_be_focused()
    page.keyboard.type("2.2.4 (3)")
    expect(dialog.get_by_role("status")).to_have_text(re.compile(r"places? found"))
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(rf"/{MONEY}#p-2-2-4-3$"))


def test_search_puts_the_page_of_that_name_first_however_it_is_typed(open_page: OpenPage) -> None:
    page = open_page()
    page.get_by_role("button", name="Search").click()
    dialog = page.get_by_role("dialog", name="Search this site")
    for query, address in {
        "gateway": "calculators/gateway/",
        "Fair Share": "compare/fair-shares/",
        "prior approval": "frameworks/health-reform-2006/utilisation/prior-approval/",
        "over-activity": "frameworks/health-reform-2006/activity-and-balance/",
        "who decides": "compare/who-decides/",
    }.items():
        dialog.get_by_role("textbox").fill(query)
        expect(dialog.locator("li a").first).to_have_attribute("href", re.compile(rf"/{address}$"))
    found = []
    for query in ("freed up resources", "freed-up resources"):
        dialog.get_by_role("textbox").fill(query)
        expect(dialog.locator("li a").first).to_have_attribute(
            "href", re.compile("/compare/freed-up-resources/")
        )
        found.append(dialog.locator("li").all_inner_texts())
    assert found[0]
    assert found[0] == found[1]


def test_search_says_when_it_finds_nothing_and_gives_the_focus_back(open_page: OpenPage) -> None:
    page = open_page()
    opener = page.get_by_role("button", name="Search")
    opener.click()
    page.keyboard.type("<img src=x onerror=zzz()> qqqq")
    expect(page.get_by_role("status")).to_have_text(re.compile("Nothing found"))
    page.keyboard.type(" tender")
    expect(page.get_by_role("status")).to_have_text(re.compile("places? found.*No page has “qqqq”"))
    assert page.locator("dialog img").count() == 0
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()


def test_search_mends_a_slip_says_so_and_shows_the_sentence_that_answers(open_page: OpenPage) -> None:
    page = open_page(width=320)
    page.get_by_role("button", name="Search").click()
    page.keyboard.type("buisness case approval time")
    dialog = page.get_by_role("dialog", name="Search this site")
    expect(dialog.get_by_role("status")).to_have_text(re.compile("“buisness” was read as “business”"))
    first = dialog.locator("li").first
    expect(first.locator("p")).to_have_text(re.compile("weeks"))
    expect(first.locator("mark").first).to_be_visible()
    assert dialog.evaluate("dialog => dialog.scrollWidth <= dialog.clientWidth")
    page.keyboard.press("ArrowDown")
    expect(first.locator("a")).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(dialog.get_by_role("textbox")).to_be_focused()


def test_what_searches_is_fetched_when_it_is_first_asked_for(open_page: OpenPage, traffic: Traffic) -> None:
    page = open_page()
    page.wait_for_load_state("load")
    page.wait_for_timeout(200)
    before = [url for url in traffic.requests if "search-" in url or "search.json" in url]
    page.get_by_role("button", name="Search").click()
    page.keyboard.type("tender")
    expect(page.get_by_role("status")).to_have_text(re.compile("found"))
    after = [url for url in traffic.requests if "search-" in url or "search.json" in url]
    assert before == []
    assert len(after) >= 5


def test_the_colours_follow_the_device_until_the_reader_chooses(open_page: OpenPage) -> None:
    page = open_page(scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(ground)
    page.get_by_role("button", name=re.compile("Colours")).click()
    assert page.evaluate(ground) != dark
    page.goto("about/")
    assert page.evaluate(ground) != dark
    page.get_by_role("button", name="Colours: light").click()
    page.get_by_role("button", name="Colours: dark").click()
    page.get_by_role("button", name="Colours: as on this device").focus()
    assert page.evaluate("localStorage.length") == 0


def test_the_menu_of_a_narrow_screen_opens_without_javascript(open_page: OpenPage) -> None:
    page = open_page(width=320, java_script_enabled=False)
    page.get_by_text("Menu", exact=True).click()
    menu = page.get_by_role("navigation", name="All pages")
    menu.get_by_text("Find", exact=True).click()
    menu.get_by_role("link", name="Glossary").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Glossary")


@pytest.mark.parametrize("width", [320, 1280])
def test_the_skip_link_is_the_first_stop_and_leads_to_the_content(open_page: OpenPage, width: int) -> None:
    page = open_page(MONITORING, width=width)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
