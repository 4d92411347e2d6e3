"""A static host as one would set it up: brotli where it makes a file smaller, and files kept by the browser."""

import hashlib
import json
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread

from site_build.hosting.headers import TYPES, UNKNOWN
from site_build.hosting.packed import FORMS, PACK
from site_build.kept import ROOT

HOST = TYPES | {".mjs": "text/javascript"}
"""Stock Pyodide asks more of a host than this project does."""

KEPT = ROOT / ".cache" / "bench"


def brotli(file: Path) -> bytes:
    """The file's brotli form, kept from run to run: the best quality takes a minute for the machine code."""
    kept = KEPT / f"{hashlib.sha256(file.read_bytes()).hexdigest()[:16]}.br"
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        pairs = json.dumps([[str(file), str(kept)]])
        subprocess.run(["node", str(PACK)], input=pairs, text=True, check=True)
    return kept.read_bytes()


def _packed(file: Path) -> bytes:
    """The brotli form that the build left beside the file, else one made here."""
    beside = file.with_name(f"{file.name}{FORMS['br']}")
    return beside.read_bytes() if beside.exists() else brotli(file)


@dataclass(frozen=True)
class Line:
    """A line to the host: bytes a second, all requests together, and seconds until the first byte of an answer."""

    rate: float
    delay: float


NEAR = Line(float("inf"), 0)
FAR = Line(10_000_000 / 8, 0.06)
"""The loopback address as it is; and 10 Mbit/s with 60 ms, as on a poor mobile network."""

PIECE = 16_384


class Host:
    """Serves one folder from memory and counts the bytes of the bodies it sends."""

    def __init__(self, folder: Path) -> None:
        """Read and compress every file once."""
        self.sent = 0
        self.line = NEAR
        self._turn = Lock()
        self.address = ""
        self.files: dict[str, tuple[str, str, bytes]] = {}
        for file in folder.rglob("*"):
            if file.is_file() and file.suffix not in FORMS.values():
                plain, small = file.read_bytes(), _packed(file)
                encoding, body = ("br", small) if len(small) < len(plain) else ("", plain)
                kind = HOST.get(file.suffix, UNKNOWN)
                self.files[f"/{file.relative_to(folder).as_posix()}"] = (kind, encoding, body)

    @contextmanager
    def serving(self) -> Iterator["Host"]:
        """Answer on a free port of the loopback address, named in `address`."""
        host = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                host.answer(self)

            def log_message(self, format: str, *args: object) -> None:
                """Say nothing of each request."""

        with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
            server.daemon_threads = True
            Thread(target=server.serve_forever, daemon=True).start()
            self.address = f"http://127.0.0.1:{server.server_port}/"
            yield self
            server.shutdown()

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        """Send one file; the browser may keep all but the page itself."""
        time.sleep(self.line.delay)
        path = "/index.html" if request.path == "/" else request.path
        kind, encoding, body = self.files.get(path, ("text/plain", "", b"There is no such file"))
        request.send_response(200 if path in self.files else 404)
        request.send_header("Content-Type", kind)
        if encoding:
            request.send_header("Content-Encoding", encoding)
        request.send_header("Content-Length", str(len(body)))
        request.send_header(
            "Cache-Control", "no-cache" if path == "/index.html" else "max-age=31536000, immutable"
        )
        request.end_headers()
        for start in range(0, len(body), PIECE):
            piece = body[start : start + PIECE]
            with self._turn:
                time.sleep(len(piece) / self.line.rate)
            request.wfile.write(piece)
        self.sent += len(body)
