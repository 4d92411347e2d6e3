"""The page for missing addresses has its style and leads on, wherever below the server's root the site stands."""

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser

from site_build.hosting.headers import TYPES

BELOW = "/some/folder"


class Host(SimpleHTTPRequestHandler):
    """A host that has the site in a folder, and answers every missing address in it with the site's page."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | TYPES

    def send_head(self):  # type: ignore[no-untyped-def]
        """The file below the folder, or 404.html with that status."""
        inside = self.path.startswith(f"{BELOW}/")
        self.path = self.path.removeprefix(BELOW)
        if inside and Path(self.translate_path(self.path)).exists():
            return super().send_head()
        page = Path(self.directory) / "404.html"
        self.send_response(404)
        self.send_header("Content-Type", TYPES[".html"])
        self.send_header("Content-Length", str(page.stat().st_size))
        self.end_headers()
        return page.open("rb")

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of each request."""


@pytest.fixture
def below(site: Path) -> Iterator[str]:
    """The address of the site below a folder of its host."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=str(site))) as server:
        server.daemon_threads = True
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{BELOW}/"
        server.shutdown()


@pytest.mark.parametrize("missing", ["gone", "frameworks/brent/gone/", "a/b/c/d.html"])
def test_below_a_folder_the_page_finds_its_style_and_its_links(
    browser: Browser, below: str, missing: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(below + missing)
    page.wait_for_function(
        "() => [...document.styleSheets].some((sheet) => sheet.href?.includes('/some/folder/'))"
    )
    hrefs = page.eval_on_selector_all(
        "a[href^='/']", "links => links.map((link) => link.getAttribute('href'))"
    )
    assert hrefs
    assert [href for href in hrefs if not href.startswith(f"{BELOW}/")] == []
    page.get_by_role("link", name="glossary").click()
    page.wait_for_url(f"{below}glossary/")
    context.close()
