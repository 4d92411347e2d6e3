"""A later visit begins with Python as an earlier one left it: the same answers, and never a word where that fails."""

import json
from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from playwright.sync_api import Page

from calculators.engine.cases import load_cases
from calculators.engine.registry import ids
from calculators.uses.door import perform
from tests.cases.expectations import here
from tests.conftest import OpenPage
from tests.support.deployed import LATER, Deployed, deployed
from tests.support.every import every
from tests.support.offline import until
from tests.support.runtime import CASE, OTHER, PAGE, events, prepare, run, state, worker_with
from tests.support.tables import cases_table
from tests.support.traffic import Traffic

LIBRARY = "python_stdlib"
STORE = "python /"
ENTRIES = f"async () => (await (await caches.open('{STORE}')).keys()).map(({{ url }}) => url)"
KEPT = f"async () => (await ({ENTRIES})()).length === 1"

# Puts something else into the place of what is kept: `change` is given its bytes and headers, and gives both.
SPOIL = f"""async () => {{
    const store = await caches.open("{STORE}");
    const [request] = await store.keys();
    const found = await store.match(request);
    const held = Object.fromEntries(found.headers);
    const sum = (bytes) => new Uint32Array(bytes.buffer, 0, bytes.length >> 2)
        .reduce((all, word) => (Math.imul(all, 31) + word) | 0, 0).toString();
    const [body, headers] = (CHANGE)(new Uint8Array(await found.arrayBuffer()), held, sum);
    await store.put(request, new Response(body, {{ headers }}));
}}"""
SPOILT = {
    "a bit in the memory": "(bytes, held) => { bytes[1_000_000] ^= 1; return [bytes, held]; }",
    "its last bytes": "(bytes, held) => [bytes.subarray(0, -4000), held]",
    "all of it": "(bytes, held) => ['', held]",
    "what is said of it": "(bytes) => [bytes, {}]",
    "its kind": "(bytes, held) => ['<!doctype html>', { 'Content-Type': 'text/html' }]",
    # Of another Pyodide, and whole: that is for Pyodide to see.
    "its maker": """(bytes, held, sum) => {
        const [begin] = new Uint32Array(bytes.buffer, 0, 1);
        bytes.fill(7, begin + 16, begin + 48);
        return [bytes, { ...held, sum: sum(bytes) }];
    }""",
}

# Words that a reader typed, as bytes one, two or four to a letter, in all that is kept.
SEARCH = f"""async (words) => {{
    const found = [];
    const store = await caches.open("{STORE}");
    for (const request of await store.keys()) {{
        const bytes = new Uint8Array(await (await store.match(request)).arrayBuffer());
        for (const word of words) {{
            for (const width of [1, 2, 4]) {{
                const wanted = [...word].flatMap((letter) => [letter.charCodeAt(0), 0, 0, 0].slice(0, width));
                for (let at = bytes.indexOf(wanted[0]); at >= 0; at = bytes.indexOf(wanted[0], at + 1))
                    if (wanted.every((byte, n) => bytes[at + n] === byte)) {{ found.push(word); break; }}
            }}
        }}
    }}
    return [...new Set(found)];
}}"""


def started(page: Page, path: str = PAGE) -> Page:
    """The page anew, with a runtime that has not started."""
    page.goto(path)
    prepare(page)
    return page


def visited(page: Page, calculator: str = "fair-share") -> None:
    """Visit a calculator so that what it leaves is there."""
    started(page, f"calculators/{calculator}/")
    assert page.evaluate("async id => (await runtime.run(id, {})).failure ?? ''", calculator) == ""
    until(page, KEPT)


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """A page whose browser keeps what a start of the fair-share calculator has left."""
    opened = open_page(PAGE)
    visited(opened)
    return opened


def woken(page: Page, traffic: Traffic, act: Callable[[], Any]) -> Any:
    """What comes of something that starts Python, which begins with what is kept."""
    traffic.requests.clear()
    found = act()
    assert not [path for path in traffic.paths() if LIBRARY in path]
    assert events(page, "failure") == []
    return found


@pytest.mark.parametrize("calculator", ids())
def test_every_worked_case_is_answered_as_ever(
    open_page: OpenPage, traffic: Traffic, calculator: str
) -> None:
    page = open_page("about/")
    visited(page, calculator)
    started(page, f"calculators/{calculator}/")
    for case in every(load_cases(calculator)):
        reply = woken(page, traffic, partial(answer, page, calculator, case.input))
        assert reply == json.loads(here(calculator, case.input)), case.name


def answer(page: Page, calculator: str, case: dict[str, str]) -> Any:
    """The runtime's answer to a calculator's case."""
    return page.evaluate("([id, values]) => runtime.run(id, values)", [calculator, case])


def ask(page: Page, task: str, payload: dict[str, Any], calculator: str = "fair-share") -> dict[str, Any]:
    """The runtime's reply to a task."""
    reply: dict[str, Any] = page.evaluate(
        "([id, task, payload]) => runtime.ask(id, task, payload)", [calculator, task, payload]
    )
    return reply


def test_every_task_is_done_from_what_is_kept(page: Page, traffic: Traffic) -> None:
    started(page)
    assert woken(page, traffic, lambda: "result" in run(page, CASE))
    tasks: dict[str, dict[str, Any]] = {
        "nearest": {"case": CASE},
        "compare": {"first": CASE, "second": OTHER, "names": ["A", "B"]},
        "so_far": {"case": CASE},
        "saved": {"case": CASE},
        "file": {"case": CASE},
        "opened": {"fragment": "indicative_budget=5"},
    }
    for task, payload in tasks.items():
        expected = json.loads(perform(task, "fair-share", json.dumps(payload), "/"))
        assert ask(page, task, payload) == expected, task
    table = ask(page, "batch", {"table": cases_table("fair-share", 120)})
    assert (table["total"], table["wrong"]) == (120, 0)
    assert "image" in ask(page, "qr", {"text": "a link"})
    book, content = Workbook(), BytesIO()
    for row in (["indicative_budget", "fair_share_budget"], [1200000, 1000000]):
        book.active.append(row)
    book.save(content)
    sheets = page.evaluate(
        "bytes => runtime.ask('fair-share', 'sheet', { file: new Uint8Array(bytes).buffer })",
        list(content.getvalue()),
    )
    assert "1200000" in sheets["sheets"][0]["table"]
    assert "errors" in run(page, {"indicative_budget": "lots"})
    assert "There is no calculator" in json.dumps(ask(page, "run", {"case": {}}, "nothing"))


def test_another_calculator_joins_what_is_kept(page: Page, traffic: Traffic) -> None:
    started(page, "calculators/co-commissioning/")
    assert woken(
        page,
        traffic,
        lambda: page.evaluate("async () => 'errors' in await runtime.run('co-commissioning', {})"),
    )
    assert [path for path in traffic.paths() if "calculators_co_commissioning" in path]
    until(
        page,
        f"async () => (await caches.match((await ({ENTRIES})())[0])).headers.get('held').includes('co_commissioning')",
    )
    for path in ("calculators/co-commissioning/", PAGE):
        started(page, path)
        assert woken(page, traffic, lambda: "result" in run(page, CASE))
        assert not [path for path in traffic.paths() if path.endswith(".bin")]


@pytest.mark.parametrize("what", SPOILT)
def test_what_is_damaged_gives_way_to_a_plain_start_without_a_word(
    page: Page, traffic: Traffic, what: str
) -> None:
    page.evaluate(SPOIL.replace("CHANGE", SPOILT[what]))
    traffic.requests.clear()
    started(page)
    assert "result" in run(page, CASE)
    assert events(page, "failure") == []
    assert [path for path in traffic.paths() if LIBRARY in path]
    traffic.complaints.clear()
    # And the next one finds what is right.
    until(page, KEPT)
    started(page)
    assert woken(page, traffic, lambda: "result" in run(page, CASE))


REFUSALS = {
    "there is no store": "Object.defineProperty(self, 'caches', { value: undefined });",
    "it is refused": """for (const way of ["open", "match", "delete"])
        CacheStorage.prototype[way] = async () => { throw new DOMException("no", "SecurityError"); };""",
    "it is full": "Cache.prototype.put = async () => { throw new DOMException('full', 'QuotaExceededError'); };",
}


@pytest.mark.parametrize("why", REFUSALS)
def test_a_store_that_is_refused_or_full_is_done_without(
    open_page: OpenPage, traffic: Traffic, why: str
) -> None:
    page = open_page(PAGE)
    worker_with(page, lambda text: REFUSALS[why] + text)
    for wanted in ("", "no"):
        page.evaluate("wanted => localStorage.setItem('keep', wanted)", wanted)
        started(page)
        assert "result" in run(page, CASE)
        assert events(page, "failure") == []
    page.wait_for_timeout(500)
    assert page.evaluate(ENTRIES) == []
    traffic.complaints.clear()


def test_what_has_grown_too_far_is_not_kept(open_page: OpenPage) -> None:
    page = open_page(PAGE)
    prepare(page)
    limit = "33554432"

    def smaller(text: str) -> str:
        assert limit in text
        return text.replace(limit, "1")

    worker_with(page, smaller)
    assert "result" in run(page, CASE)
    page.wait_for_timeout(500)
    assert page.evaluate(ENTRIES) == []


def test_it_never_holds_what_the_reader_typed(page: Page, traffic: Traffic) -> None:
    typed = {"indicative_budget": "41735928", "fair_share_budget": "73190462"}
    page.evaluate("caches.keys().then(names => Promise.all(names.map(name => caches.delete(name))))")
    for calculator in ("fair-share", "gateway"):
        started(page, f"calculators/{calculator}/")
        reply = page.evaluate(
            """async ([id, typed]) => {
                const first = runtime.run("fair-share", typed);
                const table = `indicative_budget,fair_share_budget\\n${Object.values(typed).join()}\\n`;
                const other = runtime.ask("fair-share", "batch", { table });
                return [await first, await other];
            }""",
            [calculator, typed],
        )
        assert "result" in reply[0]
        assert reply[1]["total"] == 1
        until(page, KEPT)
    words = [*typed.values(), "41,735,928", "calculators/uses"]
    assert page.evaluate(SEARCH, words) == ["calculators/uses"]


def test_a_reader_who_wants_nothing_kept_keeps_nothing(page: Page) -> None:
    page.evaluate("localStorage.setItem('keep', 'no')")
    started(page)
    assert "result" in run(page, CASE)
    page.wait_for_timeout(500)
    assert page.evaluate("caches.keys()") == []


def test_after_a_failure_the_next_start_is_a_plain_one(page: Page, traffic: Traffic) -> None:
    started(page)
    worker_with(
        page,
        lambda text: (
            "addEventListener('message', ({ data }) => data === 'die' && setTimeout(() => { throw 1 }));"
            + text
        ),
    )
    assert "result" in run(page, CASE)
    page.evaluate("workers[0].postMessage('die')")
    page.wait_for_function("() => runtime.state === 'failed'")
    traffic.requests.clear()
    assert "result" in run(page, CASE)
    assert state(page) == "ready"
    assert [path for path in traffic.paths() if LIBRARY in path]
    traffic.complaints.clear()


@pytest.fixture
def versions(site: Path, tmp_path: Path) -> Iterator[Deployed]:
    """A host with the site, and a later version that can take its place."""
    with deployed(site, tmp_path) as found:
        yield found


def test_a_later_version_takes_the_place_of_what_was_kept(
    open_page: OpenPage, traffic: Traffic, versions: Deployed
) -> None:
    traffic.origin = versions.host.address
    page = open_page(f"{versions.host.address}/about/")
    address = f"{versions.host.address}/{PAGE}"
    started(page, address)
    assert "result" in run(page, CASE)
    until(page, KEPT)
    (before,) = page.evaluate(ENTRIES)
    versions.deploy()
    page.goto("about:blank")
    started(page, address)
    if page.locator("html").get_attribute("data-version") != "later":
        page.reload()
        prepare(page)
    assert "result" in run(page, CASE)
    until(page, f"async () => (await ({ENTRIES})()).every((url) => url.includes('{LATER}'))")
    until(page, KEPT)
    assert page.evaluate(ENTRIES) != [before]
