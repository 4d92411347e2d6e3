"""The whole site as one archive: unpacked into a folder, it reads and searches there, with no host and no network."""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from calculators.engine.cases import presets
from calculators.engine.run import run
from site_build.serve import serving
from site_build.writing.site import TAKEN
from tests.conftest import OpenPage
from tests.support.every import every
from tests.support.firefox import browsing, needs_firefox
from tests.support.forms import headline, send
from tests.support.pages import KINDS, OWN_KINDS, calculator_paths, file_of, pages_of

ADDRESS = re.compile(r'\b(?:href|src)="([^"#?]+)')
QUERY = "prior approval"
FIRST_HIT = "frameworks/health-reform-2006/utilisation/prior-approval/index.html"


@pytest.fixture(scope="session")
def folder(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive, unpacked."""
    target = tmp_path_factory.mktemp("archive")
    with zipfile.ZipFile(site / TAKEN / "site.zip") as archive:
        archive.extractall(target)
    return target / "site"


@pytest.fixture
def context(browser: Browser, folder: Path) -> Iterator[BrowserContext]:
    """A browser without a network; what it asks for outside the folder, or complains of, fails."""
    found: list[str] = []
    opened = browser.new_context(offline=True, viewport={"width": 1280, "height": 900})
    opened.set_default_timeout(20_000)
    opened.on("request", lambda request: found.append(request.url))
    opened.on("console", lambda said: found.append(said.text) if said.type in {"error", "warning"} else None)
    opened.on("weberror", lambda error: found.append(str(error.error)))
    yield opened
    opened.close()
    assert [each for each in found if not each.startswith((folder.as_uri(), "blob:", "data:"))] == []


def opened(context: BrowserContext, folder: Path, path: str = "index.html") -> Page:
    """A page of the folder."""
    page = context.new_page()
    page.goto((folder / path).as_uri())
    return page


def search(page: Page) -> Page:
    """Ask the search for something, and go to its first hit."""
    page.get_by_role("button", name="Search").first.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("textbox").fill(QUERY)
    first = dialog.locator("li a").first
    expect(first).to_have_attribute("href", re.compile(f"/{FIRST_HIT}$"))
    first.click()
    page.wait_for_url(re.compile(f"/{FIRST_HIT}$"))
    return page


def test_every_page_is_in_it_and_every_link_names_a_file_in_it(site: Path, folder: Path) -> None:
    pages = [page.relative_to(site).as_posix() for page in pages_of(site) if page.name != "404.html"]
    here = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}
    assert set(pages) <= here
    for path in every(pages):
        text = (folder / path).read_text(encoding="utf-8")
        for address in every(ADDRESS.findall(text)):
            if not urlsplit(address).scheme:
                leads_to = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(address)))
                assert leads_to in here, (path, address)


@pytest.mark.parametrize("path", sorted({*KINDS, *OWN_KINDS, *calculator_paths()}))
def test_a_page_of_each_kind_opens_without_a_complaint(
    context: BrowserContext, folder: Path, path: str
) -> None:
    page = opened(context, folder, file_of(path))
    expect(page.locator("h1")).to_be_visible()
    page.wait_for_load_state("networkidle")


def test_the_search_finds_and_leads_on(context: BrowserContext, folder: Path) -> None:
    page = search(opened(context, folder))
    expect(page.locator("h1")).to_be_visible()
    page.get_by_role("link", name="Compared").first.click()
    page.wait_for_url(re.compile("/compare/index.html$"))


def test_a_citation_shows_its_paragraph_and_leads_to_it(context: BrowserContext, folder: Path) -> None:
    page = opened(context, folder, "calculators/fair-share/index.html")
    page.locator(".text .cite").first.hover()
    tip = page.locator("#tip")
    expect(tip.locator("p")).not_to_be_empty()
    tip.get_by_role("link").click()
    page.wait_for_url(re.compile(r"/index\.html#p-"))
    expect(page.locator(":target")).to_be_visible()


def test_an_old_address_leads_to_where_its_words_are_now(context: BrowserContext, folder: Path) -> None:
    page = opened(context, folder, "calculators/fair-share/index.html")
    moved = page.evaluate("Object.entries(JSON.parse(document.getElementById('moved').textContent))[0]")
    page.goto(f"{(folder / 'calculators/fair-share/index.html').as_uri()}#{moved[0]}")
    page.wait_for_url(re.compile(re.escape(moved[1])))


def test_a_calculator_opens_as_its_file_and_answers(context: BrowserContext, folder: Path) -> None:
    page = opened(context, folder, "calculators/fair-share/index.html")
    assert page.locator("calculator-form").count() == 0
    page.get_by_role("link", name="Open this calculator").click()
    case = presets("fair-share")[0].input
    for name, typed in case.items():
        page.locator(f"#{name}").fill(typed)
    send(page)
    expect(headline(page)).to_have_text(run("fair-share", case).headline)


def test_served_by_a_plain_server_it_works_as_well(browser: Browser, folder: Path) -> None:
    with serving(folder) as origin:
        page = browser.new_page()
        page.goto(f"{origin}/")
        search(page)
        page.close()


@needs_firefox
def test_it_reads_and_searches_in_firefox(folder: Path, tmp_path: Path) -> None:
    with browsing(tmp_path) as firefox:
        firefox.open((folder / "index.html").as_uri())
        firefox.press("#search-open")
        firefox.until("return document.querySelector('dialog input')")
        firefox.run(
            f"""const box = document.querySelector("dialog input");
            box.value = "{QUERY}";
            box.dispatchEvent(new Event("input", {{ bubbles: true }}))"""
        )
        firefox.until(f"return document.querySelector('dialog li a')?.href.endsWith('{FIRST_HIT}')")


def test_it_does_not_offer_itself(folder: Path) -> None:
    text = (folder / "about/offline/index.html").read_text(encoding="utf-8")
    assert "These pages are that archive." in text
    assert "site.zip" not in text


def test_the_page_about_it_offers_it_and_says_how_large_it_is(open_page: OpenPage, site: Path) -> None:
    page = open_page("about/offline/")
    size = (site / TAKEN / "site.zip").stat().st_size
    expect(page.locator("article")).to_contain_text(f"one archive of {size / 1e6:.1f} MB")
    with page.expect_download() as download:
        page.get_by_role("link", name="Take the whole site with you").click()
    assert Path(download.value.path()).stat().st_size == size
