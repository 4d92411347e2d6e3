"""One visit after another in Chromium, each measured by the page itself."""

from dataclasses import dataclass, field
from statistics import median

from playwright.sync_api import Browser, BrowserContext, Page

from benchmarks.server import Host
from calculators.engine.cases import presets
from calculators.engine.registry import ids
from tests.support.tables import cases_table

CASES = 60
ROWS = 10_000

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
    """What was measured of one host, one entry a visit; times in milliseconds, sizes in bytes."""

    first: list[float] = field(default_factory=list)
    later: list[float] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)
    longest: list[float] = field(default_factory=list)
    cases: dict[str, list[float]] = field(default_factory=dict)
    tables: dict[str, list[float]] = field(default_factory=dict)


def examples() -> dict[str, dict[str, str]]:
    """One worked case for each calculator."""
    return {id_: presets(id_)[0].input for id_ in ids() if presets(id_)}


def visit(browser: Browser, host: Host, figures: Figures) -> None:
    """A first visit in a fresh profile, a later one in the same, and then one case after another."""
    context = browser.new_context()
    calculator, values = next(iter(examples().items()))
    host.sent = 0
    page = _open(context, host)
    page.evaluate(WATCH)
    figures.first.append(page.evaluate(FIRST, [calculator, values]))
    figures.longest.append(page.evaluate(LONGEST))
    figures.sizes.append(host.sent)
    page.close()
    page = _open(context, host)
    figures.later.append(page.evaluate(FIRST, [calculator, values]))
    for name, case in examples().items():
        figures.cases.setdefault(name, []).append(median(page.evaluate(NEXT, [name, case, CASES])))
    if page.evaluate("() => Boolean(window.table)"):
        for name in examples():
            took = page.evaluate(TABLE, [name, cases_table(name, ROWS)])
            figures.tables.setdefault(name, []).append(took)
    context.close()


def _open(context: BrowserContext, host: Host) -> Page:
    page = context.new_page()
    page.goto(host.address)
    page.wait_for_function("window.loaded")
    return page
