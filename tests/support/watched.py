"""`make serve` for a copy of the sources, which a test or the benchmark may edit."""

import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.support.pages import ROOT
from tests.support.sources import copied

SERVING = re.compile(r"http://127\.0\.0\.1:\d+")


@dataclass(frozen=True)
class Watched:
    """A copy of the project at `root`, the origin of the server that follows it, and the file of what it says."""

    root: Path
    origin: str
    said: Path

    def settled(self) -> None:
        """Wait until the whole site has followed the last edit that was noticed."""
        while not self.said.read_text(encoding="utf-8").rstrip().rpartition("\n")[2].count("is up to date"):
            time.sleep(0.1)

    def edit(self, path: str, old: str, new: str) -> None:
        """Put `new` in the place of the first `old` in a file, as an editor would: beside it, then over it."""
        file = self.root / path
        text = file.read_text(encoding="utf-8")
        assert old in text, f"{path} does not hold: {old}"
        beside = file.with_name(f".{file.name}.new")
        beside.write_text(text.replace(old, new, 1), encoding="utf-8")
        beside.replace(file)


@contextmanager
def watched(folder: Path) -> Iterator[Watched]:
    """Copy the project into `folder`, with what earlier builds have kept, and serve it meanwhile."""
    root = copied(folder)
    kept = ROOT / ".cache"
    for room in ("bundle", "seen", "finished", "styles", "told"):
        if (kept / room).is_dir():
            shutil.copytree(kept / room, root / ".cache" / room)
    said = folder / "said.txt"
    command = [sys.executable, "-u", "-m", "site_build", "serve", "--port", "0"]
    with said.open("w") as file, subprocess.Popen(command, cwd=root, stdout=file, stderr=file) as server:
        try:
            yield Watched(root, _origin(server, said), said)
        finally:
            # A shell that starts the tests in the background lets nobody interrupt what they start.
            server.terminate()
            server.wait(timeout=60)


def _origin(server: subprocess.Popen[bytes], said: Path) -> str:
    """Where the server says that it serves."""
    while True:
        words = said.read_text(encoding="utf-8")
        if found := SERVING.search(words):
            return found[0]
        assert server.poll() is None, f"The server has stopped:\n{words}"
        time.sleep(0.05)
