"""Firefox, where one is installed: a few commands of its own remote protocol, Marionette, and no driver between."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.support.engines import PATIENCE, Window

NAMES = ("firefox", "firefox-esr")
MISSING = "needs Firefox (on Debian: apt-get install firefox-esr)"
# What would call home or disturb a test; port 0 takes a free one.
SETTINGS = {
    "marionette.port": 0,
    "app.normandy.enabled": False,
    "app.update.disabledForTesting": True,
    "browser.aboutwelcome.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "toolkit.telemetry.reportingpolicy.firstRun": False,
}


def find() -> str | None:
    """The browser's path: the variable FIREFOX where it is set, else the first one found."""
    named = [os.environ["FIREFOX"]] if os.environ.get("FIREFOX") else NAMES
    return next((path for name in named if (path := shutil.which(name))), None)


needs_firefox = pytest.mark.skipif(not find(), reason=MISSING)


@dataclass
class Browser(Window):
    """A window of Firefox."""

    _line: socket.socket
    _held: bytes = b""
    _count: int = field(default=0)

    def open(self, address: str) -> None:
        """Go to an address, and wait until the page is there."""
        self.send("WebDriver:Navigate", {"url": address})

    def run(self, script: str) -> Any:
        """What the script returns, once it is there where that is a promise."""
        return self.send("WebDriver:ExecuteScript", {"script": script, "args": []})["value"]

    def send(self, command: str, values: dict[str, Any] | None = None) -> Any:
        """What the browser answers to a command; `AssertionError` with its words where it refuses."""
        self._count += 1
        message = json.dumps([0, self._count, command, values or {}]).encode()
        self._line.sendall(f"{len(message)}:".encode() + message)
        _, _, refused, answer = self.heard()
        assert refused is None, f"{command}: {refused}"
        return answer

    def heard(self) -> Any:
        """The next thing that the browser says."""
        while b":" not in self._held:
            self._more()
        size, _, rest = self._held.partition(b":")
        while len(rest) < int(size):
            self._more()
            rest = self._held.partition(b":")[2]
        self._held = rest[int(size) :]
        return json.loads(rest[: int(size)])

    def _more(self) -> None:
        more = self._line.recv(1 << 16)
        assert more, "Firefox has gone away"
        self._held += more


@contextmanager
def browsing(profile: Path) -> Iterator[Browser]:
    """A window meanwhile, with a profile of its own in an empty folder."""
    executable = find()
    assert executable
    prefs = "".join(
        f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in SETTINGS.items()
    )
    (profile / "user.js").write_text(prefs, encoding="utf-8")
    command = [executable, "--headless", "--no-remote", "--marionette", "--profile", str(profile)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            with socket.create_connection(("127.0.0.1", _port(profile, process)), timeout=PATIENCE) as line:
                browser = Browser(line)
                browser.heard()
                browser.send("WebDriver:NewSession")
                yield browser
        finally:
            process.terminate()
            process.wait()


def _port(profile: Path, process: subprocess.Popen[bytes]) -> int:
    end = time.monotonic() + PATIENCE
    told = profile / "MarionetteActivePort"
    while not (told.exists() and told.read_text()):
        assert process.poll() is None, "Firefox did not start"
        assert time.monotonic() < end, f"Firefox did not start within {PATIENCE} s"
        time.sleep(0.1)
    return int(told.read_text())
