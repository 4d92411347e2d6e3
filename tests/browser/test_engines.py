"""The same journeys in the other engines, where they are installed: Firefox and WebKit."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from calculators.engine.cases import presets
from calculators.engine.registry import ids
from calculators.engine.run import run
from tests.support import firefox, webkit
from tests.support.engines import Window
from tests.support.every import every
from tests.support.hosts import Host, hosting
from tests.support.offline import STORES

BELOW = "/papers/pbc"
HEADLINE = "document.querySelector('.result .answer__headline')?.textContent"
QUERY, FIRST_HIT = "prior approval", "frameworks/health-reform-2006/utilisation/prior-approval/"
LIBRARY = "python_stdlib"
STARTED = """async () => {
    const name = (await caches.keys()).find((each) => each.startsWith("python "));
    return Boolean(name && (await (await caches.open(name)).keys()).length);
}"""
ENGINES = {"firefox": (firefox, firefox.needs_firefox), "webkit": (webkit, webkit.needs_webkit)}


@pytest.fixture
def host(site: Path) -> Iterator[Host]:
    """A host that can be cut off, with the site below a path, whose files a browser may keep."""
    with hosting(site, below=BELOW, kept=True) as found:
        found.address += BELOW
        yield found


@pytest.fixture(params=[pytest.param(name, marks=needs) for name, (_, needs) in ENGINES.items()])
def window(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Window]:
    """A window with a profile of its own."""
    module, _ = ENGINES[request.param]
    with module.browsing(tmp_path) as found:
        yield found


def work_out(window: Window, calculator: str, case: dict[str, str]) -> None:
    """Put a case in the calculator's form, and wait until its answer is that of the core."""
    window.until("return Boolean(customElements.get('calculator-form'))")
    window.run(
        f"""const form = document.querySelector("calculator-form");
        form.open({json.dumps(case)}, "Told.", "the test");
        form.submit()"""
    )
    told = json.dumps(run(calculator, case).headline)
    window.until(f"return {HEADLINE}?.trim() === {told}")


def test_every_calculator_answers_and_what_cannot_be_read_is_told(window: Window, host: Host) -> None:
    for calculator in every(ids()):
        window.open(f"{host.address}/calculators/{calculator}/")
        work_out(window, calculator, presets(calculator)[0].input)
    window.open(f"{host.address}/calculators/fair-share/")
    window.until("return Boolean(customElements.get('calculator-form'))")
    window.run("document.getElementById('indicative_budget').value = 'lots'")
    window.press("calculator-form [type=submit]")
    window.until(
        "return document.querySelector('.nhsuk-error-summary')?.textContent.includes('indicative budget')"
    )


def test_a_later_start_begins_with_what_an_earlier_one_left(window: Window, host: Host) -> None:
    first, second, *_ = (case.input for case in presets("fair-share"))
    window.open(f"{host.address}/calculators/fair-share/")
    work_out(window, "fair-share", first)
    window.until(f"return ({STARTED})()")
    window.open(f"{host.address}/about/")
    host.asked.clear()
    window.open(f"{host.address}/calculators/fair-share/")
    work_out(window, "fair-share", second)
    assert [path for path, _ in host.asked if LIBRARY in path] == []


def test_the_search_leads_to_the_page(window: Window, host: Host) -> None:
    window.open(f"{host.address}/")
    window.press("#search-open")
    window.until("return Boolean(document.querySelector('dialog input'))")
    window.run(
        f"""const box = document.querySelector("dialog input");
        box.value = {json.dumps(QUERY)};
        box.dispatchEvent(new Event("input", {{ bubbles: true }}))"""
    )
    window.until(f"return document.querySelector('dialog li a')?.href.endsWith('{FIRST_HIT}')")


def test_pages_and_a_calculator_are_there_when_the_host_is_gone(window: Window, host: Host) -> None:
    first, second, *_ = (case.input for case in presets("fair-share"))
    window.open(f"{host.address}/calculators/fair-share/")
    work_out(window, "fair-share", first)
    window.until(f"return ({STORES})().then(found => Object.keys(found).length)")
    window.open(f"{host.address}/about/")
    window.until("return Boolean(document.querySelector('.foot .keep:not([hidden])'))")
    window.press(".foot .keep button")
    window.until("return document.querySelector('.foot .keep').textContent.includes('Kept on this device')")
    host.down = True
    window.open(f"{host.address}/compare/risk/")
    assert window.run("return document.title").startswith("Risk")
    window.open(f"{host.address}/calculators/fair-share/")
    work_out(window, "fair-share", second)
    window.open(f"{host.address}/nowhere/")
    window.until("return document.querySelector('.not-here')?.textContent.includes('nowhere/')")
    window.press(".foot .keep button")
    window.until("return document.querySelector('.foot .keep').textContent.includes('is removed')")
    assert window.run("return caches.keys()") == []
