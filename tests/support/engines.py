"""What a test does with a window of any engine."""

from __future__ import annotations

import json
import time
from abc import ABC, abstractmethod
from typing import Any

PATIENCE = 180
PAGE = "return document.location.href + ' ' + document.body?.innerText.slice(-600)"


class Window(ABC):
    """A window of a browser."""

    @abstractmethod
    def open(self, address: str) -> None:
        """Go to an address, and wait until the page is there."""

    @abstractmethod
    def run(self, script: str) -> Any:
        """What the script returns, once it is there where that is a promise."""

    def until(self, script: str) -> None:
        """Wait until the script returns what is true."""
        end = time.monotonic() + PATIENCE
        while not self.run(script):
            assert time.monotonic() < end, f"not within {PATIENCE} s: {script}\n{self.run(PAGE)}"
            time.sleep(0.1)

    def press(self, selector: str) -> None:
        """Press what the selector finds, as a script does."""
        self.run(f"document.querySelector({json.dumps(selector)}).click()")
