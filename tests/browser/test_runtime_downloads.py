"""Over a slow or broken link: what arrives counts as it arrives, and what has arrived is not fetched again.

The page's clock is the test's own, and the host sends when it is told to; so no test here waits or races.
"""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route

from tests.conftest import OpenPage
from tests.support.hosts import Host, hosting
from tests.support.runtime import CASE, PAGE, events, prepare, state
from tests.support.traffic import Traffic

WASM = "pyodide.asm.wasm"
LOADER = "pyodide.asm.js"
NEARLY, OVER = 14_000, 16_000  # ms, on either side of what counts as silence
HALF = 4_000_000


@pytest.fixture
def visit(open_page: OpenPage, site: Path, traffic: Traffic) -> Iterator[tuple[Page, Host]]:
    """The fair-share page of a host that holds back what it is told to."""
    with hosting(site) as host:
        yield _opened(open_page, host, traffic), host
    # What the browser says of files that fail is part of what is tried here.
    traffic.complaints.clear()


def _opened(open_page: OpenPage, host: Host, traffic: Traffic) -> Page:
    traffic.origin = host.address
    page = open_page(f"{host.address}/{PAGE}")
    prepare(page)
    page.clock.install()
    page.clock.pause_at(datetime.now() + timedelta(hours=1))
    return page


def ask(page: Page) -> None:
    """Ask for a case without waiting for its answer."""
    page.evaluate(
        """values => {
            window.answer = null;
            runtime.run("fair-share", values).then(answer => { window.answer = answer; });
        }""",
        CASE,
    )


def answer(page: Page) -> dict[str, Any]:
    """The answer, once it is there."""
    page.wait_for_function("() => window.answer", timeout=60_000)
    found: dict[str, Any] = page.evaluate("answer")
    return found


def arrived(page: Page, least: int) -> int:
    """Wait until so many bytes are told to have arrived; the number that the page was last told of."""
    last = "events.findLast(([name, detail]) => name === 'stage' && detail.total)?.[1].loaded"
    page.wait_for_function(f"least => {last} >= least", arg=least, timeout=60_000)
    return int(page.evaluate(last))


def test_bytes_that_trickle_in_are_signs_of_life(visit: tuple[Page, Host]) -> None:
    """Each comes just in time, for minutes, and Pyodide's own loader, without which it pulls nothing, comes last."""
    page, host = visit
    host.hold(LOADER)
    host.hold(WASM)
    ask(page)
    told = arrived(page, 1_000_000)
    for step in range(1, 8):
        page.clock.fast_forward(NEARLY)
        host.hold(WASM, 20_000 * step)
        told = arrived(page, told + 20_000)
    host.release(WASM)
    arrived(page, 10_000_000)
    page.clock.fast_forward(NEARLY)
    assert state(page) == "starting"
    assert events(page, "failure") == []
    host.release(LOADER)
    assert "result" in answer(page)


def fall_silent(page: Page, host: Host) -> None:
    """Ask, and let the host stop midway through the largest file until the reader is told."""
    host.hold(WASM, HALF)
    ask(page)
    arrived(page, HALF + 2_000_000)
    page.clock.fast_forward(OVER)
    assert "stopped responding" in answer(page)["failure"]


def test_silence_is_told_and_a_retry_goes_on_where_it_stopped(visit: tuple[Page, Host]) -> None:
    page, host = visit
    fall_silent(page, host)
    host.asked.clear()
    ask(page)
    host.until_asked(WASM)
    host.release(WASM)
    assert "result" in answer(page)
    assert [(path.rpartition("/")[2], asked) for path, asked in host.asked if asked] == [
        (WASM, f"bytes={HALF}-")
    ]
    assert [name for name in host.files() if not name.endswith(".js")] == [WASM]
    assert page.evaluate("workers.length") == 1


def test_a_module_is_fetched_whole_again_so_that_its_import_finds_it(
    open_page: OpenPage, site: Path, traffic: Traffic
) -> None:
    """The import's own request would be one more, whose bytes nobody counts: on a slow link, silence."""
    with hosting(site, kept=True) as host:
        page = _opened(open_page, host, traffic)
        host.hold(LOADER, 100_000)
        ask(page)
        arrived(page, 10_000_000)
        page.clock.fast_forward(OVER)
        assert "stopped responding" in answer(page)["failure"]
        host.asked.clear()
        told = len(events(page, "stage"))
        ask(page)
        page.wait_for_function(
            "told => events.filter(([name]) => name === 'stage').length > told", arg=told, timeout=60_000
        )
        host.release(LOADER)
        assert "result" in answer(page)
        # A browser may also go on with the answer that is under way.
        assert [asked for path, asked in host.asked if path.endswith(LOADER)] in ([], [""])


def test_a_host_that_sends_whole_files_only_will_do(
    open_page: OpenPage, site: Path, traffic: Traffic
) -> None:
    with hosting(site, ranges=False) as host:
        page = _opened(open_page, host, traffic)
        fall_silent(page, host)
        host.asked.clear()
        ask(page)
        host.until_asked(WASM)
        host.release(WASM)
        assert "result" in answer(page)


def test_a_link_that_wakes_up_by_itself_is_good_enough(visit: tuple[Page, Host]) -> None:
    page, host = visit
    host.hold(WASM, HALF)
    ask(page)
    arrived(page, HALF + 2_000_000)
    page.clock.fast_forward(OVER)
    assert "failure" in answer(page)
    host.release(WASM)
    page.wait_for_function("() => runtime.state === 'ready'", timeout=60_000)
    ask(page)
    assert "result" in answer(page)
    assert page.evaluate("workers.length") == 1


def test_only_the_file_that_failed_is_fetched_again(visit: tuple[Page, Host], site: Path) -> None:
    page, host = visit
    (manifest,) = (site / "assets" / "python").glob("manifest-*.json")
    files = json.loads(manifest.read_text(encoding="utf-8"))["files"]
    busy: list[Route] = []
    page.route("**/python_stdlib*", lambda route: busy.append(route))
    ask(page)
    # It fails once the others are here: what is still on its way then is rightly asked for again.
    arrived(page, sum(file["bytes"] for name, file in files.items() if "python_stdlib" not in name))
    busy[0].fulfill(status=503, body="busy")
    assert "could not be fetched" in answer(page)["failure"]
    page.wait_for_function("() => said.filter(data => data.halted).length === 1")
    page.unroute("**/python_stdlib*")
    host.asked.clear()
    ask(page)
    assert "result" in answer(page)
    (name,) = [name for name in host.files() if not name.endswith((".js", ".wasm"))]
    assert name.startswith("python_stdlib")


@pytest.mark.parametrize(
    ("name", "body"),
    [
        (WASM, b"\0asm\1\0\0\0"),
        (WASM, b"<!doctype html><title>Log in to this network</title>"),
        ("python_stdlib", b"cut off"),
    ],
)
def test_what_is_not_the_file_is_told_at_once_and_a_retry_works(
    visit: tuple[Page, Host], name: str, body: bytes
) -> None:
    """Cut short, or the page of a network that asks to log in: no clock has to run out first."""
    page, _ = visit
    page.route(f"**/{name}*", lambda route: route.fulfill(body=body))
    ask(page)
    assert "could not be fetched" in answer(page)["failure"]
    page.unroute(f"**/{name}*")
    ask(page)
    assert "result" in answer(page)


def test_a_worker_that_never_answers_is_given_up(visit: tuple[Page, Host]) -> None:
    """It may have died while it was fetching: a first retry asks it to go on, a second starts another."""
    page, host = visit
    host.hold(WASM, HALF)
    ask(page)
    arrived(page, HALF + 2_000_000)
    page.evaluate("workers[0].terminate()")
    for _ in range(2):
        page.clock.fast_forward(OVER)
        assert "stopped responding" in answer(page)["failure"]
        ask(page)
    host.release(WASM)
    assert "result" in answer(page)
    assert page.evaluate("workers.length") == 2
