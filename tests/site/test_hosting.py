"""What a host sends beside each file: one source for the server here, for `_headers`, and for others' settings."""

import gzip
import re
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest

from site_build.hosting.headers import ALWAYS, ASKED_AGAIN, BY_HASH, KEPT, PACKS, keeping
from site_build.hosting.packed import LEAST, SMALLER
from site_build.hosting.settings import SERVERS, settings
from site_build.serve import serving
from site_build.writing.site import TAKEN
from tests.support.every import every
from tests.support.nginx import needs_nginx, running
from tests.support.pages import file_of

VERSION = re.compile(r"[0-9a-f]{8,}|\d+\.\d+\.\d+")
PAGES = ("", "calculators/fair-share/", "assets/fonts/text.woff2", "assets/search.json", "nowhere/")


@pytest.fixture(params=["here", pytest.param("nginx", marks=needs_nginx)])
def host(request: pytest.FixtureRequest, site: Path, tmp_path: Path) -> Iterator[str]:
    """The site on the server that is started here, and on nginx with our settings."""
    with serving(site) if request.param == "here" else running(site, tmp_path) as origin:
        yield origin


def asked(origin: str, path: str) -> tuple[int, HTTPMessage]:
    """The answer to one request: its status and headers."""
    connection = HTTPConnection(urlsplit(origin).netloc, timeout=20)
    connection.request("HEAD", f"/{quote(path)}")
    response = connection.getresponse()
    response.read()
    connection.close()
    return response.status, response.headers


def files(site: Path) -> list[str]:
    """Every published file, by its path."""
    return [file.relative_to(site).as_posix() for file in every(site.rglob("*")) if file.is_file()]


def test_every_answer_carries_what_no_page_can_say_of_itself(host: str) -> None:
    for path in PAGES:
        status, headers = asked(host, path)
        assert status == (404 if path == "nowhere/" else 200)
        assert {name: headers.get_all(name) for name in ALWAYS} == {n: [value] for n, value in ALWAYS.items()}


def test_what_never_changes_is_kept_and_all_else_is_asked_for_again(host: str, site: Path) -> None:
    found = {keeping(path) for path in files(site)}
    assert found == {KEPT, ASKED_AGAIN}
    by_kind = {(keeping(path), Path(path).suffix): path for path in files(site)}
    for (kept, _), path in by_kind.items():
        assert asked(host, path)[1].get_all("Cache-Control") == [kept], path


def test_that_a_file_is_missing_is_never_kept(host: str) -> None:
    for folder in BY_HASH:
        status, headers = asked(host, f"{folder}/gone.js")
        assert (status, headers.get("Cache-Control") in (None, ASKED_AGAIN)) == (404, True)


@pytest.mark.parametrize(
    ("suffix", "kind"),
    [
        (".js", "text/javascript"),
        (".wasm", "application/wasm"),
        (".css", "text/css"),
        (".woff2", "font/woff2"),
        (".bin", "application/octet-stream"),
        (".csv", "application/octet-stream"),
        (".html", "text/html"),
    ],
)
def test_each_kind_of_file_has_its_type(host: str, site: Path, suffix: str, kind: str) -> None:
    path = next(path for path in files(site) if path.endswith(suffix))
    sent = asked(host, path)[1]["Content-Type"]
    assert sent.partition(";")[0] == kind
    assert kind not in ("text/html", "text/css") or sent.lower().endswith("charset=utf-8")


def test_what_may_be_kept_for_ever_has_its_version_in_its_address(site: Path) -> None:
    kept = [path for path in files(site) if keeping(path) == KEPT]
    assert {path.split("/")[1] for path in kept} == {folder.split("/")[1] for folder in BY_HASH}
    assert [path for path in kept if not VERSION.search(path)] == []


def test_the_file_of_headers_says_the_same_of_every_file(site: Path) -> None:
    """Where two of its rules name one header, hosts differ in what they send: none does so."""
    rules: dict[str, dict[str, str]] = {}
    for line in every((site / "_headers").read_text(encoding="utf-8").splitlines()):
        if line.startswith("/"):
            rule = rules.setdefault(line.removesuffix("*"), {})
        else:
            name, _, value = line.strip().partition(": ")
            rule[name] = value
    for path in every(files(site)):
        found = [
            pair for place, rule in rules.items() if f"/{path}".startswith(place) for pair in rule.items()
        ]
        assert len(found) == len(dict(found)), path
        assert dict(found) == ALWAYS | ({"Cache-Control": KEPT} if keeping(path) == KEPT else {}), path


@pytest.mark.parametrize("server", SERVERS)
def test_the_settings_for_each_server_hold_every_header(server: str) -> None:
    told = settings(server)
    for name, value in ALWAYS.items():
        assert f'{name} "{value}"' in told
    assert told.count(f'"{KEPT}"') == 1
    assert all(folder in told for folder in BY_HASH)
    assert "&#" not in told


def fetched(origin: str, path: str, **headers: str) -> tuple[HTTPMessage, bytes]:
    """The answer to one request: its headers and body."""
    connection = HTTPConnection(urlsplit(origin).netloc, timeout=20)
    connection.request("GET", f"/{quote(path)}", headers=headers)
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response.headers, body


def test_each_file_that_packs_lies_packed_beside_itself(site: Path) -> None:
    packs = [site / path for path in files(site) if Path(path).suffix in PACKS]
    # What is taken away as a file holds what is packed already.
    long = [file for file in every(packs) if file.stat().st_size >= LEAST and file.parent != site / TAKEN]
    assert {file.suffix for file in long} >= {".html", ".js", ".css", ".json", ".wasm"}
    for file in every(long):
        packed = file.with_name(f"{file.name}.gz")
        if packed.exists():
            assert gzip.decompress(packed.read_bytes()) == file.read_bytes()
        else:
            assert len(gzip.compress(file.read_bytes())) > SMALLER * file.stat().st_size
    brotli = [site / path for path in files(site) if path.endswith(".br")]
    assert {file.suffixes[-2] for file in every(brotli)} >= {".html", ".js", ".css", ".json", ".wasm"}
    for file in brotli:
        assert file.stat().st_size <= SMALLER * file.with_suffix("").stat().st_size


@pytest.mark.parametrize("path", ["", "calculators/fair-share/", "assets/search.json"])
def test_a_host_sends_what_lies_packed(host: str, site: Path, path: str) -> None:
    file = site / (path if "." in path else file_of(path))
    plain = fetched(host, path)[1]
    headers, body = fetched(host, path, **{"Accept-Encoding": "gzip"})
    assert headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in headers["Vary"]
    assert body == file.with_name(f"{file.name}.gz").read_bytes()
    assert gzip.decompress(body) == plain == file.read_bytes()


@pytest.mark.parametrize(
    ("takes", "way"),
    [
        ("gzip, deflate, br", "br"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("gzip;q=0", None),
        ("identity", None),
        ("", None),
    ],
)
def test_the_server_here_sends_the_smallest_form_that_is_taken(
    site: Path, takes: str, way: str | None
) -> None:
    with serving(site) as origin:
        headers, body = fetched(origin, "", **{"Accept-Encoding": takes})
        assert headers["Content-Encoding"] == way
        assert headers["Content-Type"] == "text/html; charset=utf-8"
        assert int(headers["Content-Length"]) == len(body)
        assert headers.get_all("Cache-Control") == [ASKED_AGAIN]


def test_a_part_of_a_file_is_one_of_the_file_as_it_is(site: Path) -> None:
    with serving(site) as origin:
        headers, _ = fetched(origin, "", **{"Accept-Encoding": "br", "Range": "bytes=10-"})
        assert headers["Content-Encoding"] is None
