"""How Chromium is started for all that is measured."""

from typing import Any

from tests import chromium

OPTIONS: dict[str, Any] = {
    "executable_path": chromium.find(),
    "args": list(chromium.FLAGS),
    "chromium_sandbox": False,
}
