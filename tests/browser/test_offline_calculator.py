"""A calculator that has been used once is there without a network, unasked, and nothing is fetched twice for it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from site_build.publish.offline import LIST
from tests import chromium
from tests.conftest import OpenPage
from tests.support.forms import FAIR_SHARE, GATEWAY, answers, fill_in, headline, load_example, send
from tests.support.hosts import Host, hosting
from tests.support.offline import REMOVE, held, keep, listed, press, says, stores, until_kept
from tests.support.traffic import Traffic

TYPED = {"indicative_budget": "1,500,000", "fair_share_budget": "£1m"}


@pytest.fixture
def host(site: Path) -> Iterator[Host]:
    """A host that can be cut off."""
    with hosting(site) as found:
        yield found


@pytest.fixture
def page(open_page: OpenPage, host: Host, traffic: Traffic) -> Iterator[Page]:
    """The fair-share page in a browser that lets it keep things; what a cut network is complained of is expected."""
    traffic.origin = host.address
    opened = open_page(f"{host.address}/{FAIR_SHARE}", service_workers="allow")
    yield opened
    opened.context.close()
    assert traffic.foreign() == []
    traffic.complaints.clear()


def use(page: Page) -> None:
    """Work out a case, and wait until the calculator is kept."""
    fill_in(page)
    send(page)
    expect(headline(page)).to_contain_text("20%")
    until_kept(page, FAIR_SHARE)


def cut(page: Page, host: Host) -> None:
    """Take the network away, and the host with it."""
    page.context.set_offline(True)
    host.down = True


def back(page: Page, host: Host) -> None:
    """Bring both back."""
    host.down = False
    page.context.set_offline(False)


def test_nothing_is_kept_before_the_reader_reaches_for_the_form(page: Page) -> None:
    page.wait_for_load_state("networkidle")
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0
    assert page.evaluate("caches.keys()") == []


def test_once_used_it_answers_without_a_network(page: Page, host: Host) -> None:
    use(page)
    cut(page, host)
    page.goto(f"{host.address}/{FAIR_SHARE}")
    assert answers(page)["indicative_budget"] == "1,200,000"
    fill_in(page, TYPED["indicative_budget"], TYPED["fair_share_budget"])
    send(page)
    expect(headline(page)).to_contain_text("50%")
    page.reload()
    assert {name: answers(page)[name] for name in TYPED} == TYPED


def test_it_takes_what_it_runs_and_no_other_page(page: Page, host: Host, site: Path) -> None:
    use(page)
    files = listed(site)
    own = json.loads((site / LIST).read_text(encoding="utf-8"))["calculators"][FAIR_SHARE]
    assert 1 < len(own) < sum(1 for *_, part in files.values() if part == "k")
    expected = {
        path for path, (*_, part) in files.items() if part in "bmc" or path.startswith(FAIR_SHARE)
    } | {*own}
    assert set(held(page)) == expected
    cut(page, host)
    page.goto(f"{host.address}/{GATEWAY}")
    expect(page.locator(".not-here")).to_contain_text("not kept on this device: Gateway")
    expect(page.locator("[data-kept-pages] a")).to_have_text(["Fair share"])
    page.locator("[data-kept-pages] a").click()
    expect(page.locator("calculator-form")).to_be_visible()


def test_each_calculator_that_was_used_is_there_beside_the_pages(page: Page, host: Host) -> None:
    use(page)
    keep(page)
    page.goto(f"{host.address}/{GATEWAY}")
    load_example(page)
    send(page)
    headline(page)
    until_kept(page, "reading", FAIR_SHARE, GATEWAY)
    cut(page, host)
    for path in (FAIR_SHARE, GATEWAY):
        page.goto(f"{host.address}/{path}")
        load_example(page)
        send(page)
        expect(headline(page)).to_have_text(page.locator("#example-1-heading").text_content() or "")


def test_one_that_was_never_used_says_what_is_missing_and_keeps_what_was_typed(
    page: Page, host: Host
) -> None:
    keep(page)
    cut(page, host)
    page.goto(f"{host.address}/{FAIR_SHARE}")
    fill_in(page, TYPED["indicative_budget"], TYPED["fair_share_budget"])
    send(page)
    failure = page.locator("[data-failure]")
    expect(failure).to_contain_text("There is no network, and the calculator is not kept on this device yet")
    page.reload()
    assert {name: answers(page)[name] for name in TYPED} == TYPED
    back(page, host)
    send(page)
    expect(headline(page)).to_contain_text("50%")
    until_kept(page, "reading", FAIR_SHARE)


def test_everything_takes_word_files_and_codes_too(page: Page, host: Host, site: Path) -> None:
    page.goto(f"{host.address}/about/offline/")
    page.get_by_role("button", name="Keep everything").click()
    until_kept(page, "everything")
    assert set(held(page)) == set(listed(site))
    cut(page, host)
    page.goto(f"{host.address}/{FAIR_SHARE}")
    fill_in(page)
    send(page)
    headline(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Word", exact=True).click()
    assert download.value.suggested_filename.endswith(".docx")
    page.evaluate("() => { window.print = () => { window.printed = true } }")
    page.get_by_role("button", name="Print this result", exact=True).click()
    page.wait_for_function("() => window.printed")


def test_a_network_that_does_not_answer_gives_way_to_what_is_kept(page: Page, host: Host) -> None:
    use(page)
    host.hold(f"/{FAIR_SHARE}")
    page.goto(f"{host.address}/{FAIR_SHARE}")
    send(page)
    expect(headline(page)).to_contain_text("20%")


def test_whoever_had_it_removed_has_nothing_kept_unasked(page: Page, host: Host) -> None:
    use(page)
    page.goto(f"{host.address}/about/offline/")
    page.locator("article").get_by_role("button", name=REMOVE).click()
    expect(page.locator("[data-keep=remove] [role=status]")).to_contain_text("is removed")
    page.goto(f"{host.address}/{FAIR_SHARE}")
    send(page)
    headline(page)
    page.wait_for_load_state("networkidle")
    assert stores(page) == {}
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0
    keep(page)
    page.reload()
    send(page)
    headline(page)
    until_kept(page, "reading", FAIR_SHARE)


def test_a_page_that_is_open_when_all_is_removed_goes_on(page: Page, host: Host) -> None:
    use(page)
    page.reload()
    keep(page)
    press(page, REMOVE)
    says(page, "is removed")
    fill_in(page, TYPED["indicative_budget"], TYPED["fair_share_budget"])
    send(page)
    expect(headline(page)).to_contain_text("50%")


def test_no_part_of_python_is_fetched_twice(browser: Browser, site: Path, tmp_path: Path) -> None:
    """What has just come is taken from what the browser holds, where that lasts: in an ordinary window."""
    with hosting(site, kept=True) as host:
        context = browser.browser_type.launch_persistent_context(
            tmp_path, executable_path=chromium.find(), args=[*chromium.FLAGS], chromium_sandbox=False
        )
        page = context.new_page()
        page.goto(f"{host.address}/{FAIR_SHARE}")
        use(page)
        names = host.files()
        modules = [path for path, _ in host.asked if path.startswith("/assets/browser/")]
        context.close()
    assert len(names) > 5
    assert sorted(set(names)) == names
    assert len(modules) == len(set(modules))
