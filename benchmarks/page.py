"""The calculator's own page while it works out a long table: how long its thread is ever held up."""

from pathlib import Path

from playwright.sync_api import Browser

from benchmarks.measure import LONGEST, ROWS, WATCH
from site_build.serve import serving
from tests.support.forms import ANSWER, FAIR_SHARE
from tests.support.tables import cases_table


def longest_task(browser: Browser, site: Path) -> float:
    """Milliseconds of the longest task from choosing the table's file to its chart; 0 below the 50 ms that count."""
    table = cases_table("fair-share", ROWS).encode()
    with serving(site) as origin:
        context = browser.new_context()
        page = context.new_page()
        page.goto(f"{origin}/{FAIR_SHARE}")
        page.locator(".calc-cases > summary").click()
        page.evaluate(WATCH)
        page.locator("#file").set_input_files({"name": "many.csv", "mimeType": "text/csv", "buffer": table})
        page.get_by_role("button", name="Work out the table").click()
        page.locator(".bars").wait_for(timeout=ANSWER)
        longest = float(page.evaluate(LONGEST))
        context.close()
    return longest
