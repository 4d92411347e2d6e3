"""No page asks another origin for anything, no policy is broken, and no page starts the runtime by itself."""

import json
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from tests import chromium
from tests.conftest import OpenPage
from tests.support.pages import NOT_FOUND, calculator_paths, page_paths
from tests.support.traffic import Traffic

RUNTIME = "/assets/python/"


@pytest.mark.parametrize("path", [*page_paths(), NOT_FOUND])
def test_a_page_keeps_to_its_origin_and_its_policy(open_page: OpenPage, traffic: Traffic, path: str) -> None:
    """`open_page` itself fails on a foreign request or a complaint; here what loads late is made to load."""
    page = open_page(path)
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    page.keyboard.press("Tab")
    page.wait_for_load_state("networkidle")
    assert traffic.requests
    assert page.evaluate("document.cookie") == ""
    assert [url for url in traffic.paths() if url.startswith(RUNTIME)] == []


def test_the_browsers_own_log_shows_no_other_origin(browser: Browser, origin: str, tmp_path: Path) -> None:
    """The same seen from below: the network log has all that a page caused, hints and workers included."""
    log = tmp_path / "network.json"
    launched = browser.browser_type.launch(
        executable_path=chromium.find(), args=[*chromium.FLAGS, f"--log-net-log={log}"]
    )
    page = launched.new_page(base_url=f"{origin}/")
    for path in page_paths():
        page.goto(path)
    for path in calculator_paths():
        page.goto(path)
        with page.expect_event("requestfinished", lambda request: RUNTIME in request.url):
            page.locator("calculator-form form").locator("input, select, textarea").first.focus()
        page.wait_for_load_state("networkidle")
    launched.close()
    events = json.loads(log.read_text(encoding="utf-8"))["events"]
    # The browser's own calls home have no page as their initiator.
    caused = [event["params"] for event in events if event.get("params", {}).get("initiator") == origin]
    hosts = {urlsplit(params["url"]).netloc for params in caused}
    assert any(RUNTIME in params["url"] for params in caused)
    assert hosts == {urlsplit(origin).netloc}
