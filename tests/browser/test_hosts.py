"""Any static host will do: one that knows few types, under a sub-path, or no type for machine code at all."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from playwright.sync_api import expect

from site_build.serve import serving
from tests.conftest import OpenPage
from tests.support.forms import ANSWER, fair_share, headline, load_example, send
from tests.support.hosts import NGINX, hosting
from tests.support.nginx import needs_nginx, running
from tests.support.pages import calculator_paths
from tests.support.traffic import Traffic

WITHOUT_WASM = {suffix: kind for suffix, kind in NGINX.items() if suffix != ".wasm"}


def test_every_published_module_has_a_name_that_hosts_know(site: Path) -> None:
    assert list(site.rglob("*.js"))
    assert list(site.rglob("*.mjs")) == []


@pytest.mark.parametrize("below", ["", "/papers/pbc"])
@pytest.mark.parametrize("path", calculator_paths())
def test_every_calculator_answers_on_stock_nginx(
    open_page: OpenPage, site: Path, traffic: Traffic, path: str, below: str
) -> None:
    with hosting(site, below=below) as host:
        traffic.origin = host.address
        page = open_page(f"{host.address}{below}/{path}")
        load_example(page)
        send(page)
        expect(headline(page)).to_have_text(page.locator("#example-1-heading").text_content() or "")


@needs_nginx
@pytest.mark.parametrize("path", calculator_paths())
def test_every_calculator_answers_on_nginx_with_our_settings(
    open_page: OpenPage, site: Path, traffic: Traffic, tmp_path: Path, path: str
) -> None:
    with running(site, tmp_path) as origin:
        traffic.origin = origin
        page = open_page(f"{origin}/{path}")
        load_example(page)
        send(page)
        expect(headline(page)).to_have_text(page.locator("#example-1-heading").text_content() or "")
        framed = page.evaluate("fetch('.').then(answer => answer.headers.get('Content-Security-Policy'))")
        assert framed == "frame-ancestors 'self'"


def test_a_page_of_another_site_cannot_frame_it(open_page: OpenPage, origin: str, traffic: Traffic) -> None:
    page = open_page("about/")
    with serving(Path(__file__).parent) as other:
        page.goto(f"{other}/gone.html")
        page.set_content(f'<iframe src="{origin}/about/"></iframe>')
        expect(page.locator("iframe")).to_be_visible()
        page.wait_for_function("() => true")
        page.wait_for_load_state("networkidle")
        assert page.frames[1].url.startswith("chrome-error:")
    traffic.complaints.clear()
    traffic.requests.clear()


def test_a_workbook_a_chart_and_a_document_come_from_stock_nginx_too(
    open_page: OpenPage, site: Path, traffic: Traffic, tmp_path: Path
) -> None:
    book = Workbook()
    for row in (["practice", "indicative_budget", "fair_share_budget"], ["A", 1200000, 1000000]):
        book.active.append(row)
    book.save(tmp_path / "cases.xlsx")
    with hosting(site) as host:
        traffic.origin = host.address
        page = fair_share(lambda path, **more: open_page(f"{host.address}/{path}", **more))
        send(page)
        headline(page)
        with page.expect_download():
            page.get_by_role("button", name="Word", exact=True).click()
        page.get_by_text("Work out many cases from a table", exact=True).click()
        page.locator("#file").set_input_files(tmp_path / "cases.xlsx")
        page.get_by_role("button", name="Work out the table").click()
        expect(page.locator(".bars")).to_be_visible(timeout=ANSWER)


def test_a_host_without_a_type_for_machine_code_will_do(
    open_page: OpenPage, site: Path, traffic: Traffic
) -> None:
    with hosting(site, types=WITHOUT_WASM) as host:
        traffic.origin = host.address
        page = fair_share(lambda path, **more: open_page(f"{host.address}/{path}", **more))
        send(page)
        expect(headline(page)).to_contain_text("20%")
