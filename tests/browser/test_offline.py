"""Keeping the reading part: asked for, told, whole, read without a network, and removed by one press."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import OpenPage
from tests.support.axe import assert_accessible_in_every_look
from tests.support.hosts import Host, hosting
from tests.support.offline import (
    KEEP,
    REMOVE,
    SOON,
    box,
    held,
    keep,
    listed,
    press,
    says,
    stores,
    until,
    until_kept,
)
from tests.support.traffic import Traffic

READING = "bpm"
BELOW = "/papers/pbc"


@pytest.fixture(params=["", BELOW], ids=["at the root", "below a path"])
def host(request: pytest.FixtureRequest, site: Path) -> Iterator[Host]:
    """A host that can be cut off, with the site at its root or below a path."""
    with hosting(site, below=request.param) as found:
        found.address += request.param
        yield found


@pytest.fixture
def page(open_page: OpenPage, host: Host, traffic: Traffic) -> Iterator[Page]:
    """A page of the site in a browser that lets it keep things; what a cut network is complained of is expected."""
    traffic.origin = host.address.removesuffix(BELOW)
    opened = open_page(f"{host.address}/about/", service_workers="allow", reduced_motion="reduce")
    yield opened
    opened.context.close()
    assert traffic.foreign() == []
    traffic.complaints.clear()


def cut(page: Page, host: Host) -> None:
    """Take the network away, and the host with it."""
    page.context.set_offline(True)
    host.down = True


def test_who_does_not_ask_pays_nothing(page: Page, host: Host) -> None:
    page.goto(f"{host.address}/compare/risk/")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0
    assert page.evaluate("caches.keys()") == []
    asked = {path.rpartition("/")[2] for path, _ in host.asked}
    assert asked.isdisjoint({"keep.js", "store.js", "here.js", "offline.json", "service-worker.js"})
    assert "offline.js" in asked


def test_the_button_says_how_much_it_keeps_and_keeps_all_of_it(page: Page, host: Host, site: Path) -> None:
    files = {path: weight for path, (_, weight, part) in listed(site).items() if part in READING}
    size = f"{sum(files.values()) / 1e6:.1f} MB"
    expect(box(page).get_by_role("button")).to_have_text(f"{KEEP}: {size}")
    keep(page)
    assert sorted(held(page)) == sorted(files)
    expect(box(page).get_by_role("button")).to_have_text("Remove what is kept for use without a network")
    assert box(page).get_by_role("progressbar").count() == 0


def test_every_kind_of_page_is_there_without_a_network(page: Page, host: Host) -> None:
    keep(page)
    cut(page, host)
    for path in ("", "compare/risk/", "frameworks/hertfordshire/levels/criteria/", "glossary/l/"):
        page.goto(f"{host.address}/{path}")
        assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('1em Text'))")
        assert (
            page.evaluate("getComputedStyle(document.querySelector('.top__name')).textDecorationLine")
            == "none"
        )
        expect(page.locator("h1")).to_be_visible()
    page.goto(f"{host.address}/compare/risk")
    assert page.url == f"{host.address}/compare/risk/"


def test_the_search_and_the_paragraphs_words_are_there_without_a_network(page: Page, host: Host) -> None:
    keep(page)
    cut(page, host)
    page.goto(f"{host.address}/frameworks/hertfordshire/")
    page.locator("#search-open").click()
    page.locator("#search-words").fill("risk pool")
    expect(page.locator(".search__results a").first).to_be_visible(timeout=SOON)
    page.keyboard.press("Escape")
    page.locator("article > ul .cite").first.hover()
    expect(page.locator("#tip p")).to_be_visible(timeout=SOON)


def test_a_page_that_is_not_kept_says_so_in_the_sites_own_frame(page: Page, host: Host) -> None:
    keep(page)
    cut(page, host)
    page.goto(f"{host.address}/nowhere/<b>at all</b>/")
    told = page.locator(".not-here")
    expect(told).to_contain_text("There is no network, and this page is not kept on this device")
    assert told.locator("b").count() == 0
    expect(page.locator("[data-kept-pages]")).to_contain_text("Every page of the site is kept")
    host.down = False
    page.context.set_offline(False)
    told.get_by_role("link").click()
    expect(page.locator("h1")).to_have_text("There is no page at this address")


def test_how_far_it_is_can_be_seen_and_it_can_be_stopped(page: Page, host: Host) -> None:
    host.hold("search.json", 1000)
    press(page)
    expect(box(page).get_by_role("progressbar", name="How much is kept")).to_be_visible(timeout=SOON)
    says(page, "Keeping:")
    box(page).get_by_role("button", name="Stop").click()
    says(page, "Stopped. Nothing new is kept.")
    host.release("search.json")
    assert stores(page) == {}
    until(page, "async () => (await caches.keys()).every(name => name.endsWith(' open'))")
    expect(box(page).get_by_role("button")).to_contain_text(KEEP)
    keep(page)


def test_a_network_that_fails_is_told_and_what_has_come_is_not_fetched_again(page: Page, host: Host) -> None:
    host.hold("search.json")
    press(page)
    host.until_asked("search.json")
    until(
        page,
        """async () => {
            const all = [];
            for (const name of await caches.keys()) all.push(...await (await caches.open(name)).keys());
            return all.length > 100;
        }""",
    )
    host.down = True
    page.context.set_offline(True)
    says(page, "The network failed. What has come stays")
    assert stores(page) == {}
    have = set(held(page))
    host.down = False
    host.release("search.json")
    host.asked.clear()
    page.context.set_offline(False)
    # With the network back, it goes on by itself on the next page.
    page.goto(f"{host.address}/about/privacy/")
    until_kept(page, "reading")
    asked = {path.lstrip("/") for path, _ in host.asked}
    assert len(have) > 90
    assert (have & asked) <= {"about/privacy/", *(path for path in have if path.startswith("assets/"))}


def test_one_press_removes_all_of_it(page: Page, host: Host) -> None:
    page.evaluate("localStorage.setItem('calculator-paper/all', '\"brent\"')")
    page.evaluate("caches.open('kept by somebody else on this origin')")
    keep(page)
    page.goto(f"{host.address}/compare/risk/")
    press(page, REMOVE)
    says(page, "All that was kept for use without a network is removed")
    assert page.evaluate("caches.keys()") == ["kept by somebody else on this origin"]
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0
    # What the reader typed is another matter.
    assert page.evaluate("localStorage.getItem('calculator-paper/all')") == '"brent"'
    page.goto(f"{host.address}/about/")
    assert page.evaluate("navigator.serviceWorker.controller") is None
    expect(box(page).get_by_role("button")).to_contain_text(KEEP)


def test_other_tabs_follow(page: Page, host: Host) -> None:
    keep(page)
    page.reload()
    other = page.context.new_page()
    other.goto(f"{host.address}/compare/risk/")
    expect(box(other).get_by_role("button")).to_contain_text(REMOVE, timeout=SOON)
    press(page, REMOVE)
    expect(box(other).get_by_role("button")).to_contain_text(KEEP, timeout=SOON)


def test_two_tabs_that_keep_at_once_fetch_each_file_once(page: Page, host: Host) -> None:
    other = page.context.new_page()
    other.goto(f"{host.address}/compare/risk/")
    host.asked.clear()
    host.hold("search.json")
    press(page)
    host.until_asked("search.json")
    press(other)
    says(other, "Another tab is keeping pages")
    host.release("search.json")
    says(page, "Kept on this device")
    says(other, "Kept on this device")
    pages = [path for path, _ in host.asked if path.startswith("/glossary/")]
    assert pages
    assert len(pages) == len(set(pages))


def test_it_works_by_keyboard_and_for_every_eye(page: Page, host: Host) -> None:
    page.goto(f"{host.address}/about/offline/")
    page.get_by_role("button", name=KEEP).first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("article .keep").first.get_by_role("status")).to_contain_text("Kept on", timeout=SOON)
    expect(page.locator("[data-kept-pages]")).to_contain_text("Every page of the site is kept")
    assert page.evaluate("document.activeElement.textContent").startswith(REMOVE)
    assert_accessible_in_every_look(page, "with pages kept")
    page.emulate_media(media="print")
    assert page.locator(".keep:visible").count() == 0
