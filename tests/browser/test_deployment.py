"""A later version takes a page's place: never a mixture, always a word, and nothing that was typed is lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import OpenPage
from tests.support.deployed import LATER, Deployed, deployed
from tests.support.forms import ANSWER, FAIR_SHARE, answers, headline, send
from tests.support.pages import pages_of
from tests.support.traffic import Traffic

TYPED = {"indicative_budget": "1,200,000", "fair_share_budget": "£1m"}
RELOAD = "Reload the page"


@pytest.fixture
def versions(site: Path, tmp_path: Path) -> Iterator[Deployed]:
    """A host with the site, and a later version that can take its place."""
    with deployed(site, tmp_path) as found:
        yield found


@pytest.fixture
def page(open_page: OpenPage, versions: Deployed, traffic: Traffic) -> Page:
    """The fair-share page of the earlier version with its answers typed in; what is gone is complained of."""
    traffic.origin = versions.host.address
    opened = open_page(f"{versions.host.address}/{FAIR_SHARE}")
    # Some of it is heard only as the page goes.
    opened.context.on("close", lambda _: traffic.complaints.clear())
    return opened


def fill(page: Page) -> None:
    """Type the answers in."""
    for name, typed in TYPED.items():
        page.locator(f"#{name}").fill(typed)


def reloaded(page: Page, versions: Deployed) -> None:
    """The button beside the words brings the later version, whole, with what was typed in it."""
    button = page.locator("[data-failure]").get_by_role("button")
    expect(button).to_have_text(RELOAD)
    versions.host.asked.clear()
    with page.expect_navigation():
        button.click()
    expect(page.locator("html")).to_have_attribute("data-version", "later")
    assert {name: answers(page)[name] for name in TYPED} == TYPED
    send(page)
    expect(headline(page)).to_contain_text("20%")
    asked = [path for path, _ in versions.host.asked if path.startswith("/assets/browser/")]
    assert asked
    assert [path for path in asked if LATER not in path] == []


def told(page: Page) -> None:
    """The words beside the form's button say what is the matter."""
    failure = page.locator("[data-failure]")
    expect(failure).to_contain_text("older than the site", timeout=ANSWER)
    expect(failure).to_contain_text("your answers stay")


def test_a_page_opened_before_a_deployment_never_starts_what_came_after(
    page: Page, versions: Deployed
) -> None:
    versions.deploy()
    fill(page)
    send(page)
    told(page)
    reloaded(page, versions)


def test_a_visitor_who_has_half_of_the_earlier_version_kept_is_let_in(page: Page, versions: Deployed) -> None:
    """The page, its modules and the manifest come from what the browser keeps; what they name is gone."""
    library = "python_stdlib-"
    page.route(f"**/{library}*", lambda route: route.abort())
    fill(page)
    send(page)
    expect(page.locator("[data-failure]")).to_contain_text("could not be fetched", timeout=ANSWER)
    page.unroute(f"**/{library}*")
    versions.deploy()
    page.goto("about:blank")
    page.goto(f"{versions.host.address}/{FAIR_SHARE}")
    expect(page.locator("html")).not_to_have_attribute("data-version", "later")
    send(page)
    told(page)
    reloaded(page, versions)


def test_what_runs_goes_on_and_what_is_loaded_later_says_that_it_is_gone(
    page: Page, versions: Deployed
) -> None:
    fill(page)
    send(page)
    headline(page)
    versions.deploy()
    page.locator("#indicative_budget").fill("1.5m")
    send(page)
    expect(headline(page)).to_contain_text("50%", timeout=ANSWER)
    page.get_by_role("button", name="Word", exact=True).click()
    expect(page.locator("[data-take-told]")).to_contain_text("reload the page: your answers stay")


def test_a_part_of_python_that_is_loaded_later_says_that_it_is_gone(page: Page) -> None:
    fill(page)
    send(page)
    headline(page)
    page.route("**/segno*", lambda route: route.fulfill(status=404, body="gone"))
    page.evaluate("() => { window.print = () => { window.printed = true } }")
    page.get_by_role("button", name="Print this result", exact=True).click()
    expect(page.locator("[data-take-told]")).to_contain_text("older than the site", timeout=ANSWER)


def test_no_page_names_a_module_that_is_not_of_its_version(site: Path) -> None:
    pages = pages_of(site)
    assert len(pages) > 100
    for file in pages:
        text = file.read_text(encoding="utf-8")
        assert "assets/browser/now/" not in text, file
        assert 'assets/scripts/scheme.js"' not in text, file
