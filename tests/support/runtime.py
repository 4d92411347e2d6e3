"""A page's own Python runtime, driven without the form: what it tells is kept on the page."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

PAGE = "calculators/fair-share/"
CASE = {"indicative_budget": "£120,000", "fair_share_budget": "100k"}
OTHER = {"indicative_budget": "£80,000", "fair_share_budget": "100k"}

# Keeps every event of the runtime, and every worker with what it says.
PREPARE = """async () => {
    const Real = window.Worker;
    window.workers = [];
    window.said = [];
    window.Worker = class extends Real {
        constructor(...args) {
            super(...args);
            window.workers.push(this);
            this.addEventListener("message", (event) => window.said.push(event.data));
        }
    };
    const { Runtime } = await import(document.querySelector("link[href$='runtime/runtime.js']").href);
    window.runtime = new Runtime(document.querySelector("calculator-form").calculator);
    window.events = [];
    for (const name of ["stage", "ready", "failure"]) {
        runtime.addEventListener(name, (event) => window.events.push([name, event.detail]));
    }
}"""


def prepare(page: Page) -> None:
    """Put a runtime that has not started on the page."""
    page.evaluate(PREPARE)


def run(page: Page, case: dict[str, str]) -> dict[str, Any]:
    """The runtime's answer to a fair-share case."""
    answer: dict[str, Any] = page.evaluate("values => runtime.run('fair-share', values)", case)
    return answer


def events(page: Page, name: str) -> list[Any]:
    """What the runtime has told under this name so far."""
    told: list[Any] = page.evaluate("name => events.filter(e => e[0] === name).map(e => e[1])", name)
    return told


def state(page: Page) -> str:
    """The runtime's state."""
    return str(page.evaluate("runtime.state"))


def worker_with(page: Page, change: Callable[[str], str]) -> None:
    """Let the worker's own module be another."""
    page.route(
        "**/worker.js",
        lambda route: route.fulfill(content_type="text/javascript", body=change(route.fetch().text())),
    )
