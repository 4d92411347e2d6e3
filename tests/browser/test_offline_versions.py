"""A newer version is taken whole, never mixed with the one that is read, and told; nothing is lost by it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import OpenPage
from tests.support.deployed import LATER, later
from tests.support.forms import FAIR_SHARE, answers, fill_in, headline, send
from tests.support.hosts import Host, hosting
from tests.support.offline import SOON, STORES, keep, stores, until, until_kept, version
from tests.support.traffic import Traffic

NEWER = "A newer version of this site is here."
WORD = "Zanzibar"


@dataclass
class Site:
    """A site that changes while it is read: its host, and the folder that stands for what it shows."""

    host: Host
    shown: Path

    def deploy(self, folder: Path) -> None:
        """Show another version, all of it in one move."""
        beside = self.shown.with_name("beside")
        beside.symlink_to(folder)
        beside.replace(self.shown)


@pytest.fixture
def deployed(site: Path, tmp_path: Path) -> Iterator[Site]:
    """A host that shows the site as it is."""
    shown = tmp_path / "shown"
    shown.symlink_to(site)
    with hosting(shown) as host:
        yield Site(host, shown)


@pytest.fixture
def visit(open_page: OpenPage, deployed: Site, traffic: Traffic) -> Iterator[Page]:
    """A page of it in a browser that lets it keep things."""
    traffic.origin = deployed.host.address
    opened = open_page(f"{deployed.host.address}/about/", service_workers="allow")
    yield opened
    opened.context.close()
    assert traffic.foreign() == []
    traffic.complaints.clear()


@pytest.fixture
def changed(site: Path, tmp_path: Path) -> Path:
    """A version with a word on one page, and in what the search knows of it."""

    def index(text: str) -> str:
        held: dict[str, Any] = json.loads(text)
        for page in held["pages"]:
            if page[0] == "about/privacy/":
                page[1] = WORD
        return json.dumps(held)

    return version(
        site,
        tmp_path / "changed",
        about__privacy__index_dot_html=lambda text: text.replace(">Privacy</h1>", f">{WORD}</h1>"),
        assets__search_dot_json=index,
    )


def tab(page: Page, address: str) -> Page:
    """Another tab of the same reader."""
    other = page.context.new_page()
    other.goto(address)
    return other


def told(page: Page) -> None:
    """The line that a newer version is here."""
    expect(page.locator(".newer")).to_contain_text(NEWER, timeout=SOON)


def found(page: Page) -> int:
    """How many places the search finds for the new word."""
    page.locator("#search-open").click()
    page.locator("#search-words").fill(WORD)
    expect(page.locator(".search__status")).to_contain_text("ound", timeout=SOON)
    count = page.locator(".search__results a").count()
    page.keyboard.press("Escape")
    return count


def test_only_what_is_new_is_fetched_and_an_open_page_keeps_the_parts_of_its_version(
    visit: Page, deployed: Site, changed: Path
) -> None:
    keep(visit)
    visit.reload()
    visit.evaluate("() => { window.here = true }")
    deployed.deploy(changed)
    deployed.host.asked.clear()
    other = tab(visit, f"{deployed.host.address}/compare/")
    told(other)
    told(visit)
    asked = {path for path, _ in deployed.host.asked}
    needed = {"/offline.json", "/about/privacy/", "/assets/search.json"}
    assert needed <= asked <= needed | {"/service-worker.js"}
    # Nobody was sent anywhere, and what the page asks for now is still of its own version.
    assert visit.evaluate("window.here")
    assert found(visit) == 0
    visit.get_by_role("button", name="Reload the page").click()
    expect(visit.locator(".newer button")).to_have_count(0)
    visit.wait_for_function("() => !window.here")
    assert found(visit) == 1
    visit.goto(f"{deployed.host.address}/about/privacy/")
    expect(visit.locator("h1")).to_have_text(WORD)


def test_a_page_never_runs_scripts_of_another_version(
    visit: Page, deployed: Site, site: Path, tmp_path: Path
) -> None:
    """Every script, page and part of Python has another name afterwards, and none has an old one."""
    keep(visit)
    visit.goto(f"{deployed.host.address}/{FAIR_SHARE}")
    fill_in(visit)
    send(visit)
    headline(visit)
    until_kept(visit, "reading", FAIR_SHARE)
    deployed.deploy(later(site, tmp_path / "later"))
    other = tab(visit, f"{deployed.host.address}/compare/")
    told(other)
    told(visit)
    deployed.host.down = True
    visit.context.set_offline(True)
    # Scripts that the old page had not fetched yet, and a part of the form, are there in its version.
    assert found(visit) == 0
    visit.locator("#indicative_budget").fill("1.5m")
    send(visit)
    expect(headline(visit)).to_contain_text("50%")
    run = visit.evaluate("performance.getEntriesByType('resource').map(({ name }) => name)")
    assert [name for name in run if LATER in name] == []
    visit.get_by_role("button", name="Reload the page").click()
    expect(visit.locator("html")).to_have_attribute("data-version", "later")
    assert answers(visit)["indicative_budget"] == "1.5m"
    send(visit)
    expect(headline(visit)).to_contain_text("50%")
    run = visit.evaluate("performance.getEntriesByType('resource').map(({ name }) => name)")
    ours = [name for name in run if "/assets/browser/" in name or "/assets/scripts/" in name]
    assert ours
    assert [name for name in ours if LATER not in name] == []


def test_an_older_version_goes_once_no_page_of_it_is_open(visit: Page, deployed: Site, changed: Path) -> None:
    keep(visit)
    visit.reload()
    deployed.deploy(changed)
    other = tab(visit, f"{deployed.host.address}/compare/")
    told(visit)
    assert len(stores(visit)) == 2
    other.reload()
    expect(other.locator(".newer")).to_be_empty()
    visit.reload()
    until(visit, f"async () => Object.keys(await ({STORES})()).length === 1")
    assert found(visit) == 1


def test_a_version_that_is_half_deployed_is_left_alone(
    visit: Page, deployed: Site, changed: Path, site: Path
) -> None:
    keep(visit)
    before = stores(visit)
    index = changed / "assets/search.json"
    whole = index.read_bytes()
    index.write_bytes(whole[:-1])
    deployed.deploy(changed)
    deployed.host.asked.clear()
    visit.reload()
    deployed.host.until_asked("search.json")
    until(visit, "async () => (await caches.keys()).length === 2")
    assert stores(visit) == before
    visit.goto(f"{deployed.host.address}/about/privacy/")
    expect(visit.locator("h1")).to_have_text("Privacy")
    index.write_bytes(whole)
    visit.reload()
    told(visit)


def test_who_kept_a_calculator_alone_has_the_newest_page_and_no_download(
    visit: Page, deployed: Site, site: Path, tmp_path: Path
) -> None:
    visit.goto(f"{deployed.host.address}/{FAIR_SHARE}")
    fill_in(visit)
    send(visit)
    headline(visit)
    until_kept(visit, FAIR_SHARE)
    deployed.deploy(later(site, tmp_path / "later"))
    deployed.host.asked.clear()
    visit.goto(f"{deployed.host.address}/about/")
    visit.goto(f"{deployed.host.address}/{FAIR_SHARE}")
    expect(visit.locator("html")).to_have_attribute("data-version", "later")
    visit.wait_for_load_state("networkidle")
    asked = [path for path, _ in deployed.host.asked]
    assert [path for path in asked if "/python/" in path or path == "/offline.json"] == []
    expect(visit.locator(".newer")).to_be_empty()
    send(visit)
    expect(headline(visit)).to_contain_text("20%")
    until(visit, f"async () => Object.keys(await ({STORES})()).length === 2")
    deployed.host.down = True
    visit.context.set_offline(True)
    visit.goto(f"{deployed.host.address}/{FAIR_SHARE}")
    expect(visit.locator("html")).to_have_attribute("data-version", "later")
    send(visit)
    expect(headline(visit)).to_contain_text("20%")
