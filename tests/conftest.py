"""Fixtures for all tests: the built site, a server for it, and Chromium.

Ask for `page` (fresh profile, 1280 px, light) or `open_page` (any width or scheme, JavaScript off).
`traffic` holds what was requested and complained of; a test with a page fails when that is not clean.
"""

from collections import Counter
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from site_build.serve import serving
from tests import chromium
from tests.support import firefox, kept, webkit
from tests.support.second_site import second_site as second_site
from tests.support.site import build_once
from tests.support.traffic import Traffic

pytest_plugins = ["pytester"]

type OpenPage = Callable[..., Page]
type UnlessKept = Callable[[str], None]

# The name and key under which a check's pass is kept, once it has passed.
PASS = pytest.StashKey[tuple[str, str]]()
HAS_PASSED = pytest.StashKey[bool]()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Take down the code of the checks whose passes are kept, before anybody can change it."""
    for path in {item.path for item in items if "unless_kept" in getattr(item, "fixturenames", ())}:
        kept.tools(path)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Keep the pass of a check that is not to run again on the same page; its closing has to pass, too."""
    report = yield
    if call.when == "call":
        item.stash[HAS_PASSED] = report.passed
    elif (
        call.when == "teardown" and report.passed and item.stash.get(HAS_PASSED, False) and PASS in item.stash
    ):
        kept.keep(*item.stash[PASS])
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in a line each what was left out and what it needs, and what the tests report without judging it."""
    engines = {"Chromium": chromium.find(), "Firefox": firefox.find(), "WebKit": webkit.there()}
    terminalreporter.write_line(
        f"engines here: {', '.join(name for name, there in engines.items() if there)}"
    )
    left_out = Counter(
        report.longrepr[2].removeprefix("Skipped: ")
        if isinstance(report.longrepr, tuple)
        else "for no reason"
        for report in terminalreporter.stats.get("skipped", [])
    )
    for reason, count in left_out.most_common():
        terminalreporter.write_line(
            f"{count} {'test was' if count == 1 else 'tests were'} left out: {reason}"
        )
    for report in terminalreporter.stats.get("passed", []):
        for name, value in report.user_properties:
            terminalreporter.write_line(f"{name}: {value}")


@pytest.fixture
def unless_kept(request: pytest.FixtureRequest, site: Path) -> UnlessKept:
    """Call it with a page's address: a check that has passed on just this page ends here, and another is kept."""

    def begin(path: str) -> None:
        name, key = request.node.nodeid, kept.key_of(site, path, request.node.path)
        if kept.passed(name, key):
            pytest.skip(kept.UNCHANGED)
        request.node.stash[PASS] = (name, key)

    return begin


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder of the built site, shared by all test processes."""
    base = tmp_path_factory.getbasetemp()
    return build_once(base if worker_id == "master" else base.parent)


@pytest.fixture(scope="session")
def origin(site: Path) -> Iterator[str]:
    """The origin of a server for the built site: http://127.0.0.1:PORT, without a closing slash."""
    with serving(site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium, one for each test process."""
    executable = chromium.find()
    assert executable, "No Chromium found: `make browser` installs it or says what to do."
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=executable, args=[*chromium.FLAGS, *chromium.SHORT_LIVED], chromium_sandbox=False
        )
        yield launched
        launched.close()


@pytest.fixture
def traffic(origin: str) -> Traffic:
    """What this test's pages requested and complained of. Remove a complaint that the test expects."""
    return Traffic(origin)


@pytest.fixture
def open_page(browser: Browser, origin: str, traffic: Traffic) -> Iterator[OpenPage]:
    """Open an address of the site in a fresh profile: `open_page("about/", width=320, scheme="dark")`.

    Further keywords go to Playwright's `new_context`, such as `java_script_enabled=False`. Without
    `service_workers="allow"` nothing is kept for reading without a network, and `route` sees every request.
    """
    contexts = []

    def open_it(
        path: str = "", *, width: int = 1280, height: int = 900, scheme: str = "light", **more: Any
    ) -> Page:
        size: Any = {"width": width, "height": height}
        more = {"service_workers": "block"} | more
        context = browser.new_context(base_url=f"{origin}/", viewport=size, color_scheme=scheme, **more)  # type: ignore[arg-type]
        contexts.append(context)
        context.set_default_timeout(20_000)
        traffic.watch(context)
        page = context.new_page()
        page.goto(path)
        return page

    yield open_it
    for context in contexts:
        context.close()
    traffic.assert_clean()


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """The front page in a fresh profile, 1280 px wide and light; `page.goto("about/")` goes elsewhere."""
    return open_page()
