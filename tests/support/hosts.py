"""Hosts as readers meet them: one with the types that stock nginx knows, and one whose bytes come when told."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from threading import Condition, Thread

from site_build.serve import Handler, Server

NGINX: Mapping[str, str] = {
    ".html": "text/html",
    ".css": "text/css",
    ".xml": "text/xml",
    ".js": "application/javascript",
    ".txt": "text/plain",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".json": "application/json",
    ".wasm": "application/wasm",
    ".zip": "application/zip",
}
"""What Debian's nginx 1.22 sends, of the kinds that a site like ours may hold. Its table is frozen: `.mjs`, `.csv`,
`.whl` and `.bin` are not in it, and go out as "application/octet-stream"."""

PIECE = 16_384


@dataclass
class Host:
    """A running host: where it is, and what it was asked for since it was last told to forget."""

    address: str = ""
    asked: list[tuple[str, str]] = field(default_factory=list)
    """Each request's path below the site and the range it named, if any."""

    down: bool = False
    """Whether it answers nobody, as where there is no network."""

    _open: dict[str, int] = field(default_factory=dict)
    _turned: Condition = field(default_factory=Condition)

    def hold(self, name: str, after: int = 0) -> None:
        """Send no more than so many bytes, from its start, of a file whose path holds `name`."""
        with self._turned:
            self._open[name] = after
            self._turned.notify_all()

    def release(self, name: str) -> None:
        """Send the rest of it."""
        with self._turned:
            del self._open[name]
            self._turned.notify_all()

    def until_asked(self, name: str) -> None:
        """Wait until a file whose path holds `name` is asked for."""
        with self._turned:
            found = self._turned.wait_for(lambda: any(name in path for path, _ in self.asked), timeout=60)
        assert found, f"{name} was not asked for"

    def heard(self, path: str, asked: str) -> None:
        """Note a request."""
        with self._turned:
            self.asked.append((path, asked))
            self._turned.notify_all()

    def files(self) -> list[str]:
        """The names of the bundle's files that were asked for, in order of the alphabet."""
        return sorted(path.rpartition("/")[2] for path, _ in self.asked if "/assets/python/" in path)

    def _may_send(self, path: str, end: int, gone: float) -> bool:
        """Wait until the bytes up to `end` may be sent; false where they were held for too long."""
        with self._turned:
            return self._turned.wait_for(lambda: end <= self._limit(path), timeout=gone)

    def _limit(self, path: str) -> float:
        return min((limit for name, limit in self._open.items() if name in path), default=float("inf"))


class _Handler(Handler):
    """One folder below a sub-path, by the host's own types; parts of a file on request where it takes such requests."""

    def __init__(
        self,
        *args: object,
        host: Host,
        types: Mapping[str, str],
        below: str,
        ranges: bool,
        kept: bool,
        **more: object,
    ) -> None:
        self.host, self.types, self.below, self.ranges, self.kept = host, types, below, ranges, kept
        super().__init__(*args, **more)  # type: ignore[arg-type]

    def guess_type(self, path: str | os.PathLike[str]) -> str:
        """By the host's own table."""
        return self.types.get(Path(path).suffix.lower(), "application/octet-stream")

    def taken(self) -> list[str]:
        """Files as they are: a test counts their bytes."""
        return []

    def send_response(self, code: int, message: str | None = None) -> None:
        """With no header of ours; browsers keep what they get where the host lets them."""
        SimpleHTTPRequestHandler.send_response(self, code, message)
        self.send_header("Cache-Control", "max-age=600" if self.kept else "no-cache")

    def do_GET(self) -> None:
        """Send a file as far as it is let out; a folder's page, and the one for a missing address, as usual."""
        if self.host.down:
            self.close_connection = True
            return None
        if not self.path.startswith(f"{self.below}/"):
            return self.send_error(404)
        self.path = self.path.removeprefix(self.below)
        asked = self.headers.get("Range", "")
        self.host.heard(self.path, asked)
        file = Path(self.translate_path(self.path))
        if self.path.endswith("/") and (file / "index.html").is_file():
            file /= "index.html"
        if not file.is_file():
            return super().do_GET()
        content = file.read_bytes()
        begin = int(re.findall(r"\d+", asked)[0]) if asked and self.ranges else 0
        self.send_response(206 if begin else 200)
        if begin:
            self.send_header("Content-Range", f"bytes {begin}-{len(content) - 1}/{len(content)}")
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Length", str(len(content) - begin))
        self.end_headers()
        return self._send(content, begin)

    def _send(self, content: bytes, sent: int) -> None:
        while sent < len(content):
            # Never more than what may be sent, so that a test knows to the byte what has arrived.
            limit = self.host._limit(self.path)
            end = int(min(sent + PIECE, len(content), limit)) if limit > sent else min(sent + 1, len(content))
            if not self.host._may_send(self.path, end, gone=60):
                self.close_connection = True
                return
            self.wfile.write(content[sent:end])
            self.wfile.flush()
            sent = end


@contextmanager
def hosting(
    folder: Path,
    *,
    types: Mapping[str, str] = NGINX,
    below: str = "",
    ranges: bool = True,
    kept: bool = False,
) -> Iterator[Host]:
    """Serve `folder` below the path `below` ("/a/path") by a table of types, meanwhile; `kept`: for ten minutes."""
    host = Host()
    handler = partial(
        _Handler, directory=str(folder), host=host, types=types, below=below, ranges=ranges, kept=kept
    )
    with Server(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        host.address = f"http://127.0.0.1:{server.server_port}"
        yield host
        server.shutdown()
