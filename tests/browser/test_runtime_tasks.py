"""The worker's other tasks: what they take, how they tell of progress, and how they end early."""

import pytest
from playwright.sync_api import Page

from tests.conftest import OpenPage
from tests.support.runtime import CASE, OTHER, PAGE, prepare, run

ASK = {"id": 1, "calculator": "fair-share"}
LONG = "indicative_budget,fair_share_budget\n" + "1200000,1000000\n" * 400
NOT_TASKS: tuple[object, ...] = (
    {**ASK, "task": "eval", "payload": {}},
    {**ASK, "task": "toString", "payload": {}},
    {**ASK, "task": "run", "payload": CASE},
    {**ASK, "task": "run", "payload": {"case": CASE, "more": "1"}},
    {**ASK, "task": "run", "payload": {"case": CASE}, "case": CASE},
    {**ASK, "task": "opened", "payload": {"fragment": 1}},
    {**ASK, "task": "opened", "payload": {"fragment": "a" * 250_001}},
    {**ASK, "task": "compare", "payload": {"first": CASE, "second": [], "names": ["a", "b"]}},
    {**ASK, "task": "compare", "payload": {"first": CASE, "second": CASE, "names": ["a"] * 11}},
    {**ASK, "task": "batch", "payload": {"table": "a" * 10_000_001}},
    {**ASK, "task": "so_far", "payload": {"case": {"practices": 14}}},
    {**ASK, "task": "sheet", "payload": {"file": "a"}},
    {**ASK, "task": "qr", "payload": None},
    {"id": 1, "cancel": False},
    {"id": 1, "cancel": True, "task": "run"},
)


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """The fair-share page with a runtime that has not started."""
    opened = open_page(PAGE)
    prepare(opened)
    return opened


def test_only_listed_tasks_with_their_own_payload_are_taken(page: Page) -> None:
    run(page, CASE)
    page.evaluate(
        "messages => { said.length = 0; messages.forEach(m => workers[0].postMessage(m)); }", list(NOT_TASKS)
    )
    page.wait_for_function("count => said.length === count", arg=len(NOT_TASKS))
    assert all(set(reply) == {"id", "failure"} for reply in page.evaluate("said"))
    assert "fragment" in run(page, CASE)


def test_tasks_and_a_run_go_side_by_side(page: Page) -> None:
    found = page.evaluate(
        """async ([one, other]) => {
            const heard = [];
            const onProgress = (progress) => heard.push(progress);
            const replies = await Promise.all([
                runtime.ask("fair-share", "nearest", { case: one }, { onProgress }),
                runtime.run("fair-share", one),
                runtime.ask("fair-share", "compare", { first: one, second: other, names: ["A", "B"] }),
                runtime.run("fair-share", other),
            ]);
            return { heard, keys: replies.map((reply) => Object.keys(reply).sort().join()) };
        }""",
        [CASE, OTHER],
    )
    assert found["keys"] == ["html,ways", "superseded", "html", "fragment,html,left_out,result"]
    assert found["heard"][-1]["done"] == found["heard"][-1]["total"]


def test_a_table_tells_how_far_it_is_and_gives_its_summary(page: Page) -> None:
    found = page.evaluate(
        """async table => {
            const heard = [];
            const onProgress = ({ done }) => heard.push(done);
            return { reply: await runtime.ask("fair-share", "batch", { table }, { onProgress }), heard };
        }""",
        LONG,
    )
    assert found["heard"] == list(range(50, 400, 50))
    assert found["reply"]["total"] == 400
    assert found["reply"]["outcomes"] == [
        {"outcome": "above-range", "label": "Above the range", "count": 400, "share": "100%"}
    ]


def test_a_table_ends_early_when_it_is_cancelled(page: Page) -> None:
    found = page.evaluate(
        """async table => {
            const end = new AbortController();
            const onProgress = () => end.abort();
            const more = { onProgress, signal: end.signal };
            return runtime.ask("fair-share", "batch", { table }, more);
        }""",
        LONG,
    )
    assert found == {"cancelled": True}
    page.wait_for_function("() => said.some(data => data.cancelled)")
    assert not page.evaluate("said.some(data => data.table)")
    assert "result" in run(page, CASE)


def test_progress_counts_as_life_and_silence_does_not(page: Page) -> None:
    assert "result" in run(page, CASE)
    page.clock.install()
    page.evaluate(
        """() => {
            workers[0].terminate();
            runtime.ask("fair-share", "nearest", { case: {} }).then(answer => { window.answer = answer; });
        }"""
    )
    beat = "workers[0].onmessage({ data: { id: 2, progress: { done: 1, total: 9 } } })"
    for _ in range(3):
        page.clock.fast_forward(14_000)
        page.evaluate(beat)
    assert page.evaluate("window.answer") is None
    page.clock.fast_forward(16_000)
    page.wait_for_function("() => window.answer")
    assert "stopped responding" in page.evaluate("answer.failure")
