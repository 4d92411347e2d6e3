"""When Python does not start, or dies: words for the reader within 20 seconds, and a retry that works."""

import pytest
from playwright.sync_api import Page, Route

from tests.conftest import OpenPage
from tests.support.runtime import CASE, PAGE, events, prepare, run, state
from tests.support.traffic import Traffic

SOON = 20_000
LISTEN_FOR_DEATH = (
    "\naddEventListener('message', ({ data }) => { if (data === 'die') throw new Error('dead'); }, true);"
)


@pytest.fixture
def page(open_page: OpenPage, traffic: Traffic) -> Page:
    """The fair-share page with a runtime that has not started; what the browser complains of is expected."""
    opened = open_page(PAGE)
    prepare(opened)
    opened.context.on("close", lambda _: traffic.complaints.clear())
    return opened


@pytest.fixture(autouse=True)
def _complaints_expected(traffic: Traffic, page: Page) -> None:
    page.on("console", lambda _: traffic.complaints.clear())


def retried(page: Page) -> None:
    """After a failure, a retry that works."""
    assert state(page) == "failed"
    page.evaluate("runtime.retry()")
    assert "result" in run(page, CASE)
    assert state(page) == "ready"


@pytest.mark.parametrize(
    "missing", ["**/*.wasm", "**/python_stdlib*", "**/calculators-*.bin", "**/pyodide.js"]
)
def test_a_missing_file_is_told_and_a_retry_works(page: Page, missing: str) -> None:
    page.route(missing, lambda route: route.fulfill(status=404, body="gone"))
    assert "could not be fetched" in run(page, CASE)["failure"]
    assert len(events(page, "failure")) == 1
    page.unroute(missing)
    retried(page)


def test_a_broken_connection_is_told_and_a_retry_works(page: Page) -> None:
    page.route("**/assets/python/**", lambda route: route.abort())
    assert "could not be fetched" in run(page, CASE)["failure"]
    page.unroute("**/assets/python/**")
    retried(page)


def test_a_changed_file_is_refused(page: Page) -> None:
    page.route("**/python_stdlib*", lambda route: route.fulfill(body=b"not the library"))
    assert "could not be fetched" in run(page, CASE)["failure"]


def test_silence_is_told_within_twenty_seconds(open_page: OpenPage, page: Page) -> None:
    held: list[Route] = []
    page.clock.install()
    page.route("**/*.wasm", lambda route: held.append(route))
    page.evaluate("window.answer = null; runtime.run('fair-share', {}).then(a => { window.answer = a; }); 0")
    page.wait_for_function("() => events.some(([name, stage]) => name === 'stage' && stage.loaded > 1000000)")
    page.clock.fast_forward(SOON)
    page.wait_for_function("() => window.answer")
    assert "stopped responding" in page.evaluate("answer.failure")
    assert held
    page.unroute("**/*.wasm")
    retried(page)


def test_an_older_page_is_told_to_reload(page: Page) -> None:
    page.route("**/manifest-*.json", lambda route: route.fulfill(status=404, body="gone"))
    assert "Reload the page" in run(page, CASE)["failure"]


def test_a_browser_that_refuses_webassembly_is_told(open_page: OpenPage, page: Page) -> None:
    page.route(
        f"**/{PAGE}",
        lambda route: route.fulfill(
            content_type="text/html", body=route.fetch().text().replace("'wasm-unsafe-eval'", "")
        ),
    )
    page.reload()
    prepare(page)
    assert "WebAssembly" in run(page, CASE)["failure"]


def test_a_crash_is_told_and_the_next_case_starts_afresh(page: Page) -> None:
    page.route(
        "**/worker.js",
        lambda route: route.fulfill(
            content_type="text/javascript", body=LISTEN_FOR_DEATH + route.fetch().text()
        ),
    )
    assert "result" in run(page, CASE)
    page.evaluate("workers[0].postMessage('die')")
    page.wait_for_function("() => runtime.state === 'failed'")
    assert "ran out of memory" in events(page, "failure")[0]["words"]
    assert "result" in run(page, CASE)
    assert page.evaluate("workers.length") == 2


def test_a_worker_that_is_gone_is_noticed(page: Page) -> None:
    assert "result" in run(page, CASE)
    page.clock.install()
    page.evaluate(
        "workers[0].terminate(); runtime.run('fair-share', {}).then(a => { window.answer = a; }); 0"
    )
    page.clock.fast_forward(SOON)
    page.wait_for_function("() => window.answer")
    assert "stopped responding" in page.evaluate("answer.failure")
    retried(page)
