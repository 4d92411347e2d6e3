"""While the site is developed nothing is kept, and what a published one left at the same address steps aside."""

from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import expect

from site_build.watch.server import make_watch_server
from site_build.watch.shown import Shown
from tests.conftest import OpenPage
from tests.support.hosts import hosting
from tests.support.offline import box, keep, until
from tests.support.traffic import Traffic


@pytest.fixture
def shown(tmp_path: Path) -> Shown:
    """A site that is not published: one page, its scripts as they stand in the sources."""
    docs = Path(__file__).parents[2] / "docs" / "assets" / "scripts"
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "scripts").symlink_to(docs)
    (tmp_path / "index.html").write_text(
        '<!doctype html><html lang="en"><head><title>New</title><link rel="icon" href="data:,"></head><body>'
        '<a class="top__name" href="./">Name</a><h1>Being written</h1><footer class="foot">'
        '<div class="keep" data-keep="reading" hidden><button type="button">Keep</button></div></footer>'
        '<script type="module" src="assets/scripts/offline.js"></script></body></html>',
        encoding="utf-8",
    )
    found = Shown()
    found.put(tmp_path, "", alone=True)
    return found


def test_nothing_is_offered_while_the_site_is_developed(
    open_page: OpenPage, shown: Shown, traffic: Traffic
) -> None:
    with make_watch_server(shown, 0) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        traffic.origin = f"http://127.0.0.1:{server.server_port}"
        page = open_page(f"{traffic.origin}/", service_workers="allow")
        expect(page.locator("h1")).to_have_text("Being written")
        expect(box(page)).to_be_hidden()
        assert page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0
        page.context.close()
        server.shutdown()


def test_what_a_published_site_left_there_steps_aside(
    open_page: OpenPage, shown: Shown, site: Path, traffic: Traffic
) -> None:
    with hosting(site) as host:
        traffic.origin = host.address
        page = open_page(f"{traffic.origin}/", service_workers="allow")
        page.evaluate("caches.open('kept by somebody else')")
        keep(page)
        page.goto("about:blank")
        # Else a connection that is still open would lead to the published site.
        host.down = True
    with make_watch_server(shown, int(traffic.origin.rpartition(":")[2])) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        page.goto(f"{traffic.origin}/")
        # What is kept is shown first, and gives way by itself.
        expect(page.locator("h1")).to_have_text("Being written", timeout=60_000)
        until(page, "async () => (await navigator.serviceWorker.getRegistrations()).length === 0")
        assert page.evaluate("caches.keys()") == ["kept by somebody else"]
        page.context.close()
        # The page that was kept has asked for a newer list, which a site that is not published does not have.
        traffic.complaints.clear()
        server.shutdown()
