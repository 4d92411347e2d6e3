"""The server of `make serve`: the site as it is shown, each page with the script that follows its changes."""

from __future__ import annotations

import json
from functools import partial
from http import HTTPStatus
from pathlib import Path
from urllib.parse import unquote, urlsplit

from site_build.hosting.headers import ASKED_AGAIN, TYPES
from site_build.publish.offline import WORKER
from site_build.serve import Handler, Server, open_server
from site_build.watch.shown import Shown, State

SCRIPT = Path(__file__).with_name("live.js")
ASIDE = Path(__file__).with_name("aside.js")
"""What stands where a published site has its worker, which would answer in the server's place."""

OWN = "/~/"
"""Where the server's own addresses lie; the site has none that begin so."""

PATIENCE = 10.0
WAITING = b"""<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Being built</title></head>
<body><h1>The site is being built</h1><p>This page opens by itself once it is there.</p></body>
</html>
"""


class WatchHandler(Handler):
    """Pages, files, and for each page that is open one answer that goes on for as long as it is."""

    def __init__(self, shown: Shown, *args: object, **options: object) -> None:
        """Serve what is `shown`."""
        self.shown = shown
        super().__init__(*args, **options)  # type: ignore[arg-type]

    def keeping(self) -> str:
        """What is shown is no published version: nothing may be kept."""
        return ASKED_AGAIN

    def translate_path(self, path: str) -> str:
        """The uppermost layer that has something at this address."""
        places = []
        for layer in self.shown.layers:
            self.directory = str(layer)
            places.append(Path(super().translate_path(path)))
        found = (place for place in places if place.is_file() or (place / "index.html").is_file())
        # A folder without a page of its own must not be listed.
        return str(next(found, Path(self.directory) / "404.html" / "missing"))

    def do_GET(self) -> None:
        """Answer with a page, one of the server's own addresses, or a file."""
        url = unquote(urlsplit(self.path).path)
        if url.startswith(OWN):
            self._own(url.removeprefix(OWN))
            return
        if url == f"/{WORKER}":
            self._send(HTTPStatus.OK, TYPES[".js"], ASIDE.read_bytes())
            return
        place = Path(self.translate_path(self.path))
        if place.is_dir() and url.endswith("/"):
            place = place / "index.html"
        if place.suffix == ".html" or not place.exists():
            self._page(url.lstrip("/").removesuffix("index.html"), found=place.exists())
        else:
            super().do_GET()

    def _page(self, url: str, *, found: bool) -> None:
        text = self.shown.page(url)
        state = self.shown.state(url, text)
        script = f'<script src="{OWN}{SCRIPT.name}" data-page="{state.page}"></script></body>'
        body = (text or WAITING).replace(b"</body>", script.encode())
        self._send(HTTPStatus.OK if found else HTTPStatus.NOT_FOUND, TYPES[".html"], body)

    def _own(self, name: str) -> None:
        if name == SCRIPT.name:
            self._send(HTTPStatus.OK, TYPES[".js"], SCRIPT.read_bytes())
        else:
            self._follow(name)

    def _follow(self, url: str) -> None:
        """Tell the state of the page at `url`, then each other state that it comes to, until the browser goes."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        told: State | None = None
        with self.shown.looking(url):
            while True:
                state = self.shown.news(url, told, PATIENCE)
                # A comment where there is no news: writing is how one learns that nobody listens.
                words = f"data: {json.dumps(state._asdict())}" if state != told else ":"
                self.wfile.write(f"{words}\n\n".encode())
                told = state

    def _send(self, status: HTTPStatus, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def make_watch_server(shown: Shown, port: int) -> Server:
    """A server of what is shown, on the loopback address."""
    return open_server(partial(WatchHandler, shown), port)
