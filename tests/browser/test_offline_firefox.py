"""The same in Firefox, from the first visit to a host that is gone: pages, a calculator, and what is not kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.firefox import Browser, browsing, needs_firefox
from tests.support.hosts import Host, hosting
from tests.support.offline import STORES

BELOW = "/papers/pbc"
HEADLINE = "document.querySelector('.result .answer__headline')?.textContent"


@pytest.fixture
def host(site: Path) -> Iterator[Host]:
    """A host that can be cut off, with the site below a path."""
    with hosting(site, below=BELOW) as found:
        found.address += BELOW
        yield found


@pytest.fixture
def firefox(tmp_path: Path) -> Iterator[Browser]:
    """A window with a profile of its own."""
    with browsing(tmp_path) as found:
        yield found


def work_out(firefox: Browser, budget: str, told: str) -> None:
    """Ask the fair-share calculator, and wait until its answer says so."""
    firefox.run(
        f"""for (const [name, typed] of [["indicative_budget", "{budget}"], ["fair_share_budget", "1m"]])
            document.getElementById(name).value = typed;
        document.querySelector("calculator-form [type=submit]").click()"""
    )
    firefox.until(f"return {HEADLINE}?.includes('{told}')")


@needs_firefox
def test_pages_and_a_calculator_are_there_when_the_host_is_gone(firefox: Browser, host: Host) -> None:
    firefox.open(f"{host.address}/calculators/fair-share/")
    work_out(firefox, "1.2m", "20%")
    firefox.until(f"return ({STORES})().then(found => Object.keys(found).length)")
    firefox.open(f"{host.address}/about/")
    firefox.press(".foot .keep button")
    firefox.until("return document.querySelector('.foot .keep').textContent.includes('Kept on this device')")
    host.down = True
    firefox.open(f"{host.address}/compare/risk/")
    assert firefox.run("return document.title").startswith("Risk")
    firefox.open(f"{host.address}/calculators/fair-share/")
    work_out(firefox, "1.5m", "50%")
    firefox.open(f"{host.address}/nowhere/")
    firefox.until("return document.querySelector('.not-here')?.textContent.includes('nowhere/')")
    firefox.press(".foot .keep button")
    firefox.until("return document.querySelector('.foot .keep').textContent.includes('is removed')")
    assert firefox.run("return caches.keys()") == []
