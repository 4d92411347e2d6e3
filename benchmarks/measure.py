"""One visit after another in Chromium, each measured by the page itself."""

from dataclasses import dataclass, field
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import BrowserType, Page

from benchmarks import launch
from benchmarks.server import NEAR, Host, Line
from calculators.engine.cases import presets
from calculators.engine.registry import ids
from tests.support.tables import cases_table

VISITS = 3
CASES = 60
ROWS = 10_000
SETTLED = 2000
"""Milliseconds in which a browser writes down what it keeps for the next visit."""

# Keeps the longest task of the page's own thread from here on, in milliseconds.
WATCH = """() => {
    let longest = 0;
    const note = (tasks) => tasks.forEach((task) => { longest = Math.max(longest, task.duration); });
    const watch = new PerformanceObserver((list) => note(list.getEntries()));
    watch.observe({ type: "longtask" });
    window.longestTask = () => (note(watch.takeRecords()), longest);
}"""
LONGEST = "() => longestTask()"
# Milliseconds from asking to the answer.
FIRST = """async ([calculator, values]) => {
    const asked = performance.now();
    const reply = await window.answer(calculator, values);
    const took = performance.now() - asked;
    if (!reply.result) throw new Error(JSON.stringify(reply));
    return took;
}"""
NEXT = """async ([calculator, values, count]) => {
    const times = [];
    for (let n = 0; n < count; n += 1) {
        const asked = performance.now();
        await window.answer(calculator, values);
        times.push(performance.now() - asked);
    }
    return times;
}"""

TABLE = """async ([calculator, table]) => {
    const asked = performance.now();
    const reply = await window.table(calculator, table);
    if (!reply.total || reply.wrong) throw new Error(JSON.stringify(reply.errors ?? reply.wrong));
    return performance.now() - asked;
}"""


@dataclass
class Figures:
    """What was measured of one host; times in milliseconds, sizes in bytes.

    Of each visit a reader makes, the first result and what was sent for it, one entry a reader.
    """

    times: list[list[float]] = field(default_factory=lambda: [[] for _ in range(VISITS)])
    sizes: list[list[int]] = field(default_factory=lambda: [[] for _ in range(VISITS)])
    longest: list[float] = field(default_factory=list)
    cases: dict[str, list[float]] = field(default_factory=dict)
    tables: dict[str, list[float]] = field(default_factory=dict)


def examples() -> dict[str, dict[str, str]]:
    """One worked case for each calculator."""
    return {id_: presets(id_)[0].input for id_ in ids() if presets(id_)}


def reader(chromium: BrowserType, host: Host, figures: Figures, line: Line = NEAR) -> None:
    """One reader's visits, each in a browser started anew with the same profile: only so does it keep compiled code."""
    calculator, values = next(iter(examples().items()))
    host.line = line
    with TemporaryDirectory() as profile:
        for visit in range(VISITS):
            context = chromium.launch_persistent_context(profile, **launch.OPTIONS)
            page = context.new_page()
            page.goto(host.address)
            page.wait_for_function("window.loaded")
            page.evaluate(WATCH)
            host.sent = 0
            figures.times[visit].append(page.evaluate(FIRST, [calculator, values]))
            figures.sizes[visit].append(host.sent)
            if not visit:
                figures.longest.append(page.evaluate(LONGEST))
            page.wait_for_timeout(SETTLED)
            if visit == VISITS - 1 and line is NEAR:
                _go_on(page, figures)
            context.close()


def _go_on(page: Page, figures: Figures) -> None:
    """One case after another, and a long table, with Python running."""
    for name, case in examples().items():
        figures.cases.setdefault(name, []).append(median(page.evaluate(NEXT, [name, case, CASES])))
    if page.evaluate("() => Boolean(window.table)"):
        for name in examples():
            took = page.evaluate(TABLE, [name, cases_table(name, ROWS)])
            figures.tables.setdefault(name, []).append(took)
