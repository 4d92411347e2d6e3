"""WebKit, the engine of Safari, where this machine has WebKitGTK's driver: a few commands of WebDriver."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import Request, urlopen

DRIVER, SCREEN = "WebKitWebDriver", "xvfb-run"
BROWSERS = ("/usr/lib", "webkit2gtk-4*/MiniBrowser")
MISSING = f"needs {DRIVER}, MiniBrowser and {SCREEN} (Debian's webkit2gtk-driver and xvfb)"
PATIENCE = 180


def browser_path() -> str:
    """Where the browser is, or ""."""
    folder, pattern = BROWSERS
    found = sorted([*Path(folder).glob(pattern), *Path(folder).glob(f"*/{pattern}")])
    return str(found[-1]) if found else ""


def there() -> bool:
    """Whether all that it takes is installed."""
    return bool(shutil.which(DRIVER) and shutil.which(SCREEN) and browser_path())


@dataclass
class Browser:
    """A window of WebKit."""

    session: str

    def open(self, address: str) -> None:
        """Go to an address, and wait until the page is there."""
        _send(f"{self.session}/url", {"url": address})

    def run(self, script: str) -> Any:
        """What the script returns."""
        return _send(f"{self.session}/execute/sync", {"script": script, "args": []})

    def until(self, script: str) -> None:
        """Wait until the script returns true."""
        end = time.monotonic() + PATIENCE
        while not self.run(script):
            assert time.monotonic() < end, f"not within {PATIENCE} s: {script}"
            time.sleep(0.2)

    def resize(self, width: int) -> None:
        """Make the window so wide, or as narrow as this desktop lets it be."""
        _send(f"{self.session}/window/rect", {"width": width, "height": 900})


@contextmanager
def browsing() -> Iterator[Browser]:
    """A fresh window meanwhile."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    driver = subprocess.Popen(
        [SCREEN, "-a", DRIVER, f"--port={port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    address = f"http://127.0.0.1:{port}/session"
    options = {"binary": browser_path(), "args": ["--automation"]}
    wanted = {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}}
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
        except URLError:
            assert time.monotonic() < end, f"{DRIVER} did not start within {PATIENCE} s"
            time.sleep(0.2)


def _send(address: str, body: dict[str, Any] | None = None, method: str = "POST") -> Any:
    data = json.dumps(body).encode() if body is not None else None
    request = Request(address, data, {"Content-Type": "application/json"}, method=method)
    with urlopen(request, timeout=PATIENCE) as answer:
        return json.load(answer)["value"]
