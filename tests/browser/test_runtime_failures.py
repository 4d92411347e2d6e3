"""When Python does not start, or dies: words for the reader within 20 seconds, and a retry that works."""

from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.conftest import OpenPage
from tests.support.forms import ANSWER, FAIR_SHARE, fill_in, send
from tests.support.runtime import CASE, PAGE, events, prepare, run, state, worker_with
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
    "missing",
    ["**/*.wasm", "**/python_stdlib*", "**/calculators-*.bin", "**/calculators_*.bin", "**/pyodide.js"],
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


ANSWERS: dict[str, dict[str, Any]] = {
    "older than the site": {"status": 404, "body": "gone"},
    "the server has failed": {"status": 500, "body": "Internal error"},
    "another page came in its place": {
        "content_type": "text/html; charset=utf-8",
        "body": "<!doctype html>Log in",
    },
    "Check your connection": {},
}
WAYS = {"older than the site": "reload"}


FILES = (
    "*.wasm",
    "runtime/worker.js",
    "manifest-*.json",
    "pyodide.asm.js",
    "python_stdlib*",
    "calculators-*",
)


# Every fault of the first file, and of each other one the fault that looks most like an answer.
@pytest.mark.parametrize(
    ("file", "words"),
    [
        *((FILES[0], words) for words in ANSWERS),
        *((file, "another page came in its place") for file in FILES[1:]),
    ],
)
def test_a_fault_of_a_file_has_its_own_words(page: Page, file: str, words: str) -> None:
    """Not one of them waits for a clock, and each can be tried again."""
    answer = ANSWERS[words]
    page.route(f"**/{file}", lambda route: route.fulfill(**answer) if answer else route.abort())
    told = run(page, CASE)
    assert words in told["failure"]
    assert told.get("way", "retry") == WAYS.get(words, "retry")
    page.unroute(f"**/{file}")
    retried(page)


@pytest.mark.parametrize(
    "file", ["manifest-*.json", "*.wasm", "pyodide.js", "python_stdlib*", "calculators-*"]
)
def test_what_is_cut_short_is_told_as_that(page: Page, file: str) -> None:
    page.route(f"**/{file}", lambda route: route.fulfill(body=b'{"cut'))
    assert "could not be fetched whole" in run(page, CASE)["failure"]
    page.unroute(f"**/{file}")
    retried(page)


REFUSED = "const no = (words) => { throw new RangeError(words) };"
NO_MEMORY = (
    "WebAssembly.compileStreaming = WebAssembly.compile = async () => no('WebAssembly.compile(): Out of memory');",
    *(
        f"""const real = WebAssembly.instantiate;
        WebAssembly.instantiate = async (given, ...more) => {which}
          ? no('WebAssembly.Instance(): Out of memory: Cannot allocate Wasm memory') : real(given, ...more);"""
        for which in ("true", "WebAssembly.Module.exports(given).length > 50")
    ),
    """WebAssembly.Memory = class {
      constructor() { no('WebAssembly.Memory(): could not allocate memory'); }
    };""",
)


@pytest.mark.parametrize("script", NO_MEMORY)
def test_too_little_memory_is_told_as_that(page: Page, script: str) -> None:
    """The worker's first look at WebAssembly is at a module of eight bytes, which always fits."""
    worker_with(
        page, lambda text: text + f"\nawait new Promise(done => setTimeout(done));\n{REFUSED}\n{script}"
    )
    assert "not enough memory" in run(page, CASE)["failure"]
    page.unroute("**/worker.js")
    retried(page)


@pytest.mark.parametrize(
    "script", ["}{", "self.DecompressionStream = undefined;", "throw new Error('not this browser');"]
)
def test_a_browser_that_cannot_run_it_is_told_so_at_once(page: Page, script: str) -> None:
    """What another browser would do is no fault of the connection."""
    worker_with(page, lambda text: script + text)
    told = run(page, CASE)
    assert "this browser may be too old" in told["failure"]
    assert told["way"] == "reload"
    page.unroute("**/worker.js")
    retried(page)


def test_an_error_inside_python_offers_no_way_that_would_not_help(page: Page) -> None:
    worker_with(page, lambda text: text.replace(".perform(", ".perform(1,2,3,4,5,6,"))
    told = run(page, CASE)
    assert "The fault is its own" in told["failure"]
    assert told["way"] == ""
    assert state(page) == "ready"


def test_the_form_offers_the_way_that_there_is(open_page: OpenPage, traffic: Traffic) -> None:
    page = open_page(FAIR_SHARE)
    page.route("**/*.wasm", lambda route: route.fulfill(status=404, body="gone"))
    fill_in(page)
    button = page.locator("[data-failure]").get_by_role("button")
    send(page)
    expect(button).to_have_text("Reload the page", timeout=ANSWER)
    page.unroute("**/*.wasm")
    page.route("**/*.wasm", lambda route: route.fulfill(status=503, body="busy"))
    send(page)
    expect(button).to_have_text("Try again", timeout=ANSWER)
    page.unroute("**/*.wasm")
    page.reload()
    worker_with(page, lambda text: text.replace(".perform(", ".perform(1,2,3,4,5,6,"))
    send(page)
    expect(page.locator("[data-failure]")).to_contain_text("The fault is its own", timeout=ANSWER)
    expect(button).to_be_hidden()
    traffic.complaints.clear()


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
    worker_with(page, lambda text: LISTEN_FOR_DEATH + text)
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
    assert page.evaluate("answer.failure") == "The calculator has stopped responding. Try again."
    retried(page)
