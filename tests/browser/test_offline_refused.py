"""Where a browser cannot keep pages, or will not: words or silence, and never a broken page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import chromium
from tests.conftest import OpenPage
from tests.support.forms import FAIR_SHARE, fill_in, headline, send
from tests.support.hosts import Host, hosting
from tests.support.offline import KEEP, box, held, keep, press, says, stores, until, until_kept
from tests.support.traffic import Traffic

REFUSED = "This browser does not let the site keep pages"


@pytest.fixture
def host(site: Path) -> Iterator[Host]:
    """A host of the site."""
    with hosting(site) as found:
        yield found


@pytest.fixture
def page(open_page: OpenPage, host: Host, traffic: Traffic) -> Iterator[Page]:
    """An empty page in a browser that lets it keep things, unless the test says otherwise. No complaint is expected."""
    traffic.origin = host.address
    opened = open_page("about:blank", service_workers="allow")
    yield opened
    opened.context.close()


def answers_as_ever(page: Page, host: Host) -> None:
    """A calculator answers, whatever is refused."""
    page.goto(f"{host.address}/{FAIR_SHARE}")
    fill_in(page)
    send(page)
    expect(headline(page)).to_contain_text("20%")


@pytest.mark.parametrize(
    "refusal",
    [
        pytest.param("CacheStorage.prototype.open = refuse", id="no storage"),
        pytest.param("CacheStorage.prototype.keys = CacheStorage.prototype.match = refuse", id="none at all"),
        pytest.param("ServiceWorkerContainer.prototype.register = refuse", id="no worker"),
        pytest.param("Cache.prototype.put = refuse", id="nothing may be written"),
    ],
)
def test_what_a_browser_refuses_is_told_and_breaks_nothing(page: Page, host: Host, refusal: str) -> None:
    """As in a private window of some browsers, or where storage is turned off."""
    page.add_init_script(
        f"{{ const refuse = () => Promise.reject(new DOMException('no', 'SecurityError')); {refusal}; }}"
    )
    page.goto(f"{host.address}/about/offline/")
    press(page)
    says(page, REFUSED)
    expect(box(page).get_by_role("button")).to_contain_text(KEEP)
    answers_as_ever(page, host)


def test_a_full_device_is_told_and_nothing_of_it_stays(page: Page, host: Host) -> None:
    page.goto(f"{host.address}/about/")
    session = page.context.new_cdp_session(page)
    session.send("Storage.overrideQuotaForOrigin", {"origin": host.address, "quotaSize": 2_000_000})
    press(page)
    says(page, "This browser has no room for it: it takes about")
    assert stores(page) == {}
    assert held(page) == []
    session.send("Storage.overrideQuotaForOrigin", {"origin": host.address})
    keep(page)


def test_a_calculator_that_does_not_fit_is_not_kept_and_works(page: Page, host: Host) -> None:
    page.goto(f"{host.address}/{FAIR_SHARE}")
    session = page.context.new_cdp_session(page)
    session.send("Storage.overrideQuotaForOrigin", {"origin": host.address, "quotaSize": 2_000_000})
    fill_in(page)
    send(page)
    headline(page)
    until(page, "async () => !!(await navigator.serviceWorker.getRegistration())")
    host.until_asked("offline.json")
    until(page, "async () => (await navigator.locks.query()).held.length === 0")
    assert held(page) == []
    answers_as_ever(page, host)


def test_refused_local_storage_keeps_no_calculator_unasked(page: Page, host: Host) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"
    )
    answers_as_ever(page, host)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("caches.keys()") == []
    keep(page)


def test_a_page_from_a_folder_shows_no_button(page: Page, site: Path, traffic: Traffic) -> None:
    page.goto((site / "about" / "index.html").as_uri())
    expect(box(page)).to_be_hidden()
    traffic.complaints.clear()
    traffic.requests.clear()


def test_a_page_without_a_script_shows_no_button(open_page: OpenPage) -> None:
    page = open_page("about/offline/", java_script_enabled=False)
    assert page.locator(".keep:visible").count() == 0
    expect(page.get_by_text("No button here?")).to_be_visible()


def test_an_address_that_is_not_secure_shows_no_button(browser: Browser, host: Host) -> None:
    """Browsers have no service workers there."""
    launched = browser.browser_type.launch(
        executable_path=chromium.find(),
        args=[*chromium.FLAGS, "--host-resolver-rules=MAP site.test 127.0.0.1"],
        chromium_sandbox=False,
    )
    page = launched.new_page()
    broken: list[str] = []
    page.on("pageerror", lambda error: broken.append(str(error)))
    elsewhere = host.address.replace("127.0.0.1", "site.test")
    page.goto(f"{elsewhere}/about/")
    assert page.evaluate("isSecureContext") is False
    expect(box(page)).to_be_hidden()
    page.goto(f"{elsewhere}/{FAIR_SHARE}")
    fill_in(page)
    send(page)
    expect(headline(page)).to_contain_text("20%")
    launched.close()
    assert broken == []


def test_another_page_in_place_of_the_list_is_told(page: Page, host: Host) -> None:
    """The page of a network that asks to log in."""
    page.goto(f"{host.address}/about/")
    page.context.route(
        "**/offline.json", lambda route: route.fulfill(body="<!doctype html>", content_type="text/html")
    )
    press(page)
    says(page, "If this network asks you to log in")
    assert held(page) == []


def test_a_file_that_is_not_what_it_should_be_is_never_kept(page: Page, host: Host) -> None:
    page.goto(f"{host.address}/about/")
    page.context.route("**/glossary/", lambda route: route.fulfill(body="cut off"))
    press(page)
    says(page, "A file was not as it should be")
    assert stores(page) == {}
    assert held(page) == []
    page.context.unroute("**/glossary/")
    keep(page)


def test_a_store_that_was_spoilt_gives_way_to_the_network(page: Page, host: Host) -> None:
    """Whatever somebody has done to it: a page comes from the network, and what is kept is put right or removed."""
    page.goto(f"{host.address}/about/")
    keep(page)
    page.evaluate(
        """async () => {
            for (const name of await caches.keys()) {
                const cache = await caches.open(name);
                for (const request of await cache.keys())
                    if (!request.url.endsWith("?kept")) await cache.delete(request);
            }
        }"""
    )
    page.goto(f"{host.address}/compare/risk/")
    expect(page.locator("h1")).to_be_visible()
    press(page, "Remove what is kept")
    says(page, "is removed")
    keep(page)


def test_what_is_kept_of_a_calculator_holds_nothing_that_was_typed(page: Page, host: Host) -> None:
    secret = "4,217,733"
    page.goto(f"{host.address}/{FAIR_SHARE}")
    fill_in(page, secret, "£1m")
    send(page)
    headline(page)
    until_kept(page, FAIR_SHARE)
    found = page.evaluate(
        """async words => {
            const found = [];
            for (const name of await caches.keys()) {
                const cache = await caches.open(name);
                for (const request of await cache.keys()) {
                    const text = request.url + await (await cache.match(request)).text();
                    if (words.some(word => text.includes(word))) found.push(request.url);
                }
            }
            return found;
        }""",
        [secret, "4217733"],
    )
    assert found == []
