"""WebKit, the engine of Safari, where this machine has WebKitGTK's driver: a few commands of WebDriver."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

import pytest

from tests.support.engines import PATIENCE, Window

DRIVER, SCREEN = "WebKitWebDriver", "xvfb-run"
BROWSERS = ("/usr/lib", "webkit2gtk-4*/MiniBrowser")
MISSING = f"needs {DRIVER}, MiniBrowser and {SCREEN} (Debian's webkit2gtk-driver and xvfb)"


def browser_path() -> str:
    """Where the browser is, or ""."""
    folder, pattern = BROWSERS
    found = sorted([*Path(folder).glob(pattern), *Path(folder).glob(f"*/{pattern}")])
    return str(found[-1]) if found else ""


def there() -> bool:
    """Whether all that it takes is installed."""
    return bool(shutil.which(DRIVER) and shutil.which(SCREEN) and browser_path())


needs_webkit = pytest.mark.skipif(not there(), reason=MISSING)


@dataclass
class Browser(Window):
    """A window of WebKit."""

    session: str

    def open(self, address: str) -> None:
        """Go to an address, and wait until the page is there."""
        _send(f"{self.session}/url", {"url": address})

    def run(self, script: str) -> Any:
        """What the script returns, once it is there where that is a promise."""
        whole = f"""const done = arguments[arguments.length - 1];
            (async () => {{ {script} }})().then((value) => done([value]), (error) => done([null, String(error)]))"""
        value, *error = _send(f"{self.session}/execute/async", {"script": whole, "args": []})
        assert not error, error
        return value

    def resize(self, width: int) -> None:
        """Make the window so wide, or as narrow as this desktop lets it be."""
        _send(f"{self.session}/window/rect", {"width": width, "height": 900})


@contextmanager
def browsing(profile: Path) -> Iterator[Browser]:
    """A window meanwhile, with a home of its own in an empty folder."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    driver = subprocess.Popen(
        [SCREEN, "-a", DRIVER, f"--port={port}"],
        env=os.environ
        | {"HOME": str(profile), "XDG_DATA_HOME": str(profile), "XDG_CACHE_HOME": str(profile)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}/session"
    options = {"binary": browser_path(), "args": ["--automation"]}
    patient = {"script": PATIENCE * 1000, "pageLoad": PATIENCE * 1000}
    wanted = {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options, "timeouts": patient}}}
    try:
        session = f"{address}/{_patiently(address, wanted)['sessionId']}"
        yield Browser(session)
        _send(session, method="DELETE")
    finally:
        driver.terminate()
        driver.wait()


def _patiently(address: str, body: dict[str, Any]) -> Any:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return _send(address, body)
        except HTTPError as error:
            raise AssertionError(error.read().decode()[:600]) from error
        except URLError:
            assert time.monotonic() < end, f"{DRIVER} did not start within {PATIENCE} s"
            time.sleep(0.2)


def _send(address: str, body: dict[str, Any] | None = None, method: str = "POST") -> Any:
    data = json.dumps(body).encode() if body is not None else None
    request = Request(address, data, {"Content-Type": "application/json"}, method=method)
    with urlopen(request, timeout=PATIENCE) as answer:
        return json.load(answer)["value"]
