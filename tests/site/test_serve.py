"""The server that `make serve` starts: right types, nothing cached, a page for a missing address."""

import socket
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from threading import Thread

import pytest

from site_build.serve import make_server


def ask(folder: Path, address: str, method: str = "GET") -> tuple[HTTPResponse, bytes]:
    """One request to a server of the folder: the response and its body."""
    with make_server(folder) as server:
        Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        connection = HTTPConnection("127.0.0.1", server.server_port, timeout=10)
        connection.request(method, address)
        response = connection.getresponse()
        body = response.read()
        connection.close()
        server.shutdown()
    return response, body


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("runtime.wasm", "application/wasm"),
        ("module.mjs", "application/octet-stream"),
        ("table.csv", "application/octet-stream"),
        ("worker.js", "text/javascript"),
        ("lock.json", "application/json"),
        ("index.html", "text/html; charset=utf-8"),
        ("picture.svg", "image/svg+xml"),
    ],
)
def test_each_kind_of_file_has_its_type_and_is_not_cached(tmp_path: Path, name: str, kind: str) -> None:
    (tmp_path / name).write_bytes(b"content")
    response, body = ask(tmp_path, f"/{name}")
    assert (response.status, body) == (200, b"content")
    assert response.headers["Content-Type"] == kind
    assert response.headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize(("method", "shown"), [("GET", b"Not here"), ("HEAD", b"")])
def test_a_missing_address_gets_the_sites_own_page(tmp_path: Path, method: str, shown: bytes) -> None:
    (tmp_path / "404.html").write_bytes(b"Not here")
    response, body = ask(tmp_path, "/nowhere/", method)
    assert (response.status, body) == (404, shown)
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"


def test_nothing_outside_the_folder_is_served(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("kept", encoding="utf-8")
    (tmp_path / "site").mkdir()
    response, body = ask(tmp_path / "site", "/../secret.txt")
    assert response.status == 404
    assert b"kept" not in body


def test_a_port_in_use_is_told_in_words(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(SystemExit, match="Name another"):
        make_server(tmp_path, taken.getsockname()[1])
