"""Searching a built site outside a browser, with the scripts and the index that it publishes."""

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.support.released import scripts

LIMIT = 20
RUN = Path(__file__).with_name("searching.mjs")


class Searching:
    """The search of a site; `scratch` takes a copy of its scripts, marked as the modules that they are."""

    def __init__(self, site: Path, scratch: Path) -> None:
        """Take the copy."""
        self.index = site / "assets" / "search.json"
        self.scripts = scratch / "scripts"
        shutil.copytree(scripts(site), self.scripts)
        (self.scripts / "package.json").write_text('{"type": "module"}', encoding="utf-8")

    def run(self, calls: Sequence[Sequence[Any]], index: Path | None = None) -> list[Any]:
        """What each call gives, as `searching.mjs` tells."""
        command = ["node", str(RUN), str(self.scripts), str(index or self.index)]
        done = subprocess.run(command, input=json.dumps(calls), capture_output=True, text=True, check=False)
        assert not done.returncode, done.stderr
        given: list[Any] = json.loads(done.stdout)
        return given

    def find(self, *queries: str, index: Path | None = None, own: str = "") -> list[Any]:
        """What is found for each query, where the reader's own paper stands under the address `own`."""
        return self.run([["", "find", query, LIMIT, own] for query in queries], index)
