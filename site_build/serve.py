"""A small static server for looking at the built site, and for the tests: a plain host's types, and our headers."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

from site_build.hosting.headers import ALWAYS, ASKED_AGAIN, TYPES, keeping, type_of
from site_build.hosting.packed import FORMS


class Handler(SimpleHTTPRequestHandler):
    """Serves one folder; an unknown address gets the site's own 404 page."""

    protocol_version = "HTTP/1.1"
    # Else the body of each answer waits up to 40 ms for the browser to confirm its headers.
    disable_nagle_algorithm = True

    def guess_type(self, path: str | os.PathLike[str]) -> str:
        """The type of a file by its name, as a plain host tells it: this machine's own table knows many more."""
        return type_of(os.fspath(path))

    def send_head(self) -> Any:
        """Begin the answer to a request, with the smallest form that lies there and that the browser takes."""
        place = urlsplit(self.path).path
        file = Path(self.translate_path(f"{place}index.html" if place.endswith("/") else place))
        for way in self.taken():
            packed = file.with_name(f"{file.name}{FORMS[way]}")
            if packed.is_file():
                self.send_response(HTTPStatus.OK)
                self.send_header("Content-Type", self.guess_type(file))
                self.send_header("Content-Encoding", way)
                self.send_header("Content-Length", str(packed.stat().st_size))
                self.send_header("Vary", "Accept-Encoding")
                self.end_headers()
                return packed.open("rb")
        return super().send_head()

    def taken(self) -> list[str]:
        """The ways of packing that the browser takes, best first; a part of a file is one of the file as it is."""
        if "Range" in self.headers:
            return []
        named = [each.partition(";") for each in self.headers.get("Accept-Encoding", "").split(",")]
        taken = {way.strip() for way, _, weight in named if weight.replace(" ", "") not in ("q=0", "q=0.0")}
        return [way for way in FORMS if way in taken]

    def send_response(self, code: int, message: str | None = None) -> None:
        """Begin an answer with what every one carries, and with how long a browser may keep this one."""
        super().send_response(code, message)
        for name, value in ALWAYS.items():
            self.send_header(name, value)
        self.send_header("Cache-Control", self.keeping() if code < HTTPStatus.BAD_REQUEST else ASKED_AGAIN)

    def keeping(self) -> str:
        """How long a browser may keep what is found at the address asked for."""
        return keeping(urlsplit(self.path).path)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer a missing address with the site's page for it, where there is one."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            return super().send_error(code, message, explain)
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", TYPES[".html"])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
        return None

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of each request."""


class Server(ThreadingHTTPServer):
    """One thread a request, none of which keeps the process alive."""

    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing where the browser went away first; it does so whenever a reader leaves a page early."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def open_server(handler: Callable[..., Handler], port: int = 0) -> Server:
    """A server on the loopback address; port 0 takes a free one (see `server_port`)."""
    try:
        return Server(("127.0.0.1", port), handler)
    except OSError as error:
        raise SystemExit(
            f"Port {port} cannot be used ({error.strerror}). Name another: make serve PORT=8001"
        ) from None


def make_server(folder: Path, port: int = 0) -> Server:
    """A server of `folder`."""
    return open_server(partial(Handler, directory=str(folder)), port)


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Answer requests for `folder` meanwhile, on a free port; the origin, without a closing slash."""
    with make_server(folder) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
