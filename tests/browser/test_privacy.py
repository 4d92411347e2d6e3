"""Seen from below: nothing that a page or a calculator causes goes to another origin."""

import json
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser

from tests import chromium
from tests.support.pages import KINDS, calculator_paths

RUNTIME = "/assets/python/"


def test_the_browsers_own_log_shows_no_other_origin(browser: Browser, origin: str, tmp_path: Path) -> None:
    """The network log has all that a page of each kind caused, hints and workers included."""
    log = tmp_path / "network.json"
    launched = browser.browser_type.launch(
        executable_path=chromium.find(), args=[*chromium.FLAGS, f"--log-net-log={log}"]
    )
    page = launched.new_page(base_url=f"{origin}/")
    for path in KINDS:
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
