"""Python in the reader's browser: when it starts, what it tells, what it takes and what it may do."""

import re
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import Page

from tests.conftest import OpenPage
from tests.support.runtime import CASE, OTHER, PAGE, events, prepare, run
from tests.support.traffic import Traffic

ODD: tuple[object, ...] = (
    [],
    {"indicative_budget": 120000},
    {"A name": "1"},
    {f"field_{n}": "1" for n in range(1001)},
    {"indicative_budget": "1" * 250_001},
)
NOT_CASES: tuple[object, ...] = (
    None,
    "fair-share",
    {},
    {"id": 1, "calculator": "fair-share"},
    {"id": 1, "calculator": "fair-share", "case": CASE},
    {"id": 1, "task": "run", "calculator": "fair-share", "payload": {"case": {}}, "more": 1},
    {"id": "1", "task": "run", "calculator": "fair-share", "payload": {"case": {}}},
    {"id": 1, "task": "run", "calculator": "../fair-share", "payload": {"case": {}}},
    {"id": 1, "task": "run", "payload": {"case": {}}},
    {"id": 1, "resume": True, "calculator": "fair-share"},
    *({"id": 1, "task": "run", "calculator": "fair-share", "payload": {"case": case}} for case in ODD),
)

PART = re.compile(r"/calculators_([a-z0-9_]+)-")

# What the worker may not do; run inside it, as code of its own.
PROBE = """
    const tried = async (act) => {
        try { return String(await act()); } catch (error) { return `refused: ${error.name}`; }
    };
    setTimeout(async () => postMessage({ probe: {
        eval: await tried(() => eval("1 + 1")),
        function: await tried(() => new Function("return 2")()),
        fetch: await tried(() => fetch("FOREIGN", { mode: "no-cors" })),
        import: await tried(() => import("FOREIGN/module.js")),
        xhr: await tried(() => new Promise((done, fail) => {
            const request = new XMLHttpRequest();
            request.onload = () => done("sent");
            request.onerror = () => fail(new Error("NetworkError"));
            request.open("GET", "FOREIGN");
            request.send();
        })),
        own: await tried(async () => (await fetch(new URL("../../", import.meta.url))).ok),
    } }));
"""


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """The fair-share page with a runtime that has not started."""
    opened = open_page(PAGE)
    prepare(opened)
    return opened


def parts(traffic: Traffic) -> set[str]:
    """The parts of the core that were asked for: calculators and papers."""
    asked = (PART.search(request) for request in map(str, traffic.requests))
    return {found[1] for found in asked if found}


def test_a_first_visit_fetches_the_pages_calculator_with_its_papers_and_no_other(
    page: Page, traffic: Traffic
) -> None:
    assert "result" in run(page, CASE)
    assert parts(traffic) == {"fair_share", "paper_hertfordshire"}


def test_another_calculator_comes_when_it_is_first_asked_and_may_be_asked_for_again(
    page: Page, traffic: Traffic
) -> None:
    run(page, CASE)
    page.route("**/calculators_co_commissioning-*.bin", lambda route: route.fulfill(status=404, body="gone"))
    other = "runtime.run('co-commissioning', {})"
    assert "could not be fetched" in page.evaluate(other)["failure"]
    traffic.complaints.clear()
    assert "result" in run(page, OTHER), "what is there goes on"
    page.unroute("**/calculators_co_commissioning-*.bin")
    assert page.evaluate(other).keys() & {"result", "errors"}
    assert parts(traffic) >= {"co_commissioning", "paper_co_commissioning_2014"}


@pytest.fixture
def foreign() -> Iterator[tuple[str, list[str]]]:
    """A second origin that would answer anybody, and the paths it was asked for."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.send_header("Access-Control-Allow-Origin", "*")
            self.send_header("Content-Length", "0")
            self.end_headers()

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", asked
        server.shutdown()


def test_no_byte_of_python_before_the_form_is_reached(open_page: OpenPage, traffic: Traffic) -> None:
    page = open_page(PAGE)
    page.wait_for_load_state("networkidle")
    assert not [path for path in traffic.paths() if "/assets/python/" in path or path.endswith("worker.js")]
    with page.expect_request(lambda request: request.url.endswith(".wasm")):
        page.locator("calculator-form input").first.focus()


def test_the_stages_are_told_with_their_bytes(page: Page) -> None:
    assert "result" in run(page, CASE)
    stages = events(page, "stage")
    names = [stage["name"] for stage in stages]
    assert list(dict.fromkeys(names)) == ["Fetching Python", "Starting Python", "Loading the calculators"]
    fetching = [stage for stage in stages if stage["total"]]
    assert [s["loaded"] for s in fetching] == sorted(s["loaded"] for s in fetching)
    assert fetching[-1]["loaded"] == fetching[-1]["total"] > 5_000_000
    assert fetching[-1]["text"].startswith("Fetching Python: ")
    assert len(events(page, "ready")) == 1
    assert events(page, "failure") == []


def test_the_last_answer_wins(page: Page) -> None:
    cases = [CASE, OTHER, CASE, OTHER]
    sent = "cases => Promise.all(cases.map(c => runtime.run('fair-share', c)))"
    for _ in ("while it starts", "once it runs"):
        *earlier, last = page.evaluate(sent, cases)
        assert earlier == [{"superseded": True}] * 3
        assert last["result"]["outcome"] == "below-range"


def test_errors_come_back_by_field(page: Page) -> None:
    assert list(run(page, {"indicative_budget": "much"})["errors"]) == [
        "indicative_budget",
        "fair_share_budget",
    ]


def test_only_a_case_is_taken(page: Page) -> None:
    run(page, CASE)
    page.evaluate(
        "messages => { said.length = 0; messages.forEach(m => workers[0].postMessage(m)); }", list(NOT_CASES)
    )
    page.wait_for_function("(count) => said.length === count", arg=len(NOT_CASES))
    assert all(set(reply) == {"id", "failure"} for reply in page.evaluate("said"))
    assert "result" in run(page, CASE)


def test_too_much_is_told_at_once(page: Page) -> None:
    assert "Shorten" in run(page, {"indicative_budget": "1" * 250_001})["failure"]


def test_the_worker_may_neither_eval_nor_reach_a_second_origin(
    page: Page, traffic: Traffic, foreign: tuple[str, list[str]]
) -> None:
    origin, asked = foreign
    page.route(
        "**/worker.js",
        lambda route: route.fulfill(
            content_type="text/javascript", body=route.fetch().text() + PROBE.replace("FOREIGN", origin)
        ),
    )
    assert "result" in run(page, CASE)
    page.wait_for_function("() => said.some(data => data.probe)")
    probe = page.evaluate("said.find(data => data.probe).probe")
    assert probe.pop("own") == "true"
    assert all(outcome.startswith("refused: ") for outcome in probe.values()), probe
    assert asked == []
    traffic.complaints.clear()
    traffic.requests.clear()
