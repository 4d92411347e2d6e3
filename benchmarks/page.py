"""The calculator's own page while it works out a long table: how long its thread is ever held up."""

from pathlib import Path
from threading import Thread

from playwright.sync_api import Browser

from benchmarks.measure import ROWS
from site_build.serve import make_server
from tests.support.tables import cases_table

CALCULATOR = "fair-share"
PATIENCE = 60_000
WATCH = """() => {
    window.longest = 0;
    const note = (list) => list.getEntries().forEach((task) => { longest = Math.max(longest, task.duration); });
    new PerformanceObserver(note).observe({ type: "longtask" });
}"""


def longest_task(browser: Browser, site: Path) -> float:
    """Milliseconds of the longest task from choosing the table's file to its chart; 0 below the 50 ms that count."""
    with make_server(site) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        context = browser.new_context()
        page = context.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/calculators/{CALCULATOR}/")
        page.locator("case-table summary, .calc-cases > summary").first.click()
        page.evaluate(WATCH)
        table = cases_table(CALCULATOR, ROWS).encode()
        page.locator("#file").set_input_files({"name": "many.csv", "mimeType": "text/csv", "buffer": table})
        page.get_by_role("button", name="Work out the table").click()
        page.locator(".bars").wait_for(timeout=PATIENCE)
        longest = float(page.evaluate("longest"))
        context.close()
        server.shutdown()
    return longest
