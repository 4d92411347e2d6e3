"""What the server shows: folders in layers, the newest on top, and who looks at what."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from threading import Condition
from typing import NamedTuple

from site_build.kept import key_of

SHEET = re.compile(rb'href="(?:\.{0,2}/)*([^"]+\.css)"')
CALCULATOR = b"<calculator-form"
RUNS = {False: ("assets/scripts",), True: ("assets/scripts", "assets/browser")}
"""Where the scripts of a page lie, without and with a calculator on it."""

RELEASE = "release.js"
"""The name of the bundle, which is another for the same calculators made in another way."""


class State(NamedTuple):
    """What a browser needs to know of its page: whether it is still the same, its style sheet, what is wrong."""

    page: str
    sheet: str
    trouble: str


class Shown:
    """Shared by the threads of the server and the one that brings news."""

    def __init__(self) -> None:
        """Show nothing yet."""
        self.layers: tuple[Path, ...] = ()
        self._core, self._trouble = "", ""
        self._looked_at: Counter[str] = Counter()
        self._news = Condition()

    @property
    def looked_at(self) -> frozenset[str]:
        """The addresses of the pages that browsers show now."""
        with self._news:
            return frozenset(+self._looked_at)

    def put(self, folder: Path, core: str, *, alone: bool) -> None:
        """Show the folder's files before all others, or `alone`; they end what trouble there was."""
        with self._news:
            below = () if alone else tuple(layer for layer in self.layers if layer != folder)
            self.layers, self._core, self._trouble = (folder, *below), core or self._core, ""
            self._news.notify_all()

    def tell(self, trouble: str) -> None:
        """Say in every page what is wrong; the pages stay as they are."""
        with self._news:
            self._trouble = trouble
            self._news.notify_all()

    def file(self, path: str) -> Path | None:
        """The file at a path below the site's root, from the uppermost layer that has it."""
        return next((layer / path for layer in self.layers if (layer / path).is_file()), None)

    def page(self, url: str) -> bytes:
        """The text of the page at an address, or of the one for a missing address; empty where there is neither."""
        found = self.file(url if url.endswith(".html") else f"{url}index.html") or self.file("404.html")
        return found.read_bytes() if found else b""

    def state(self, url: str, text: bytes | None = None) -> State:
        """What there is to know of the page at an address; `text` where it has been read already."""
        text = self.page(url) if text is None else text
        sheet = SHEET.search(text)
        calculator = CALCULATOR in text
        core = self._core if calculator else ""
        digest = key_of(SHEET.sub(b"", text), scripts(self.layers, calculator), core)
        return State(digest, sheet[1].decode() if sheet else "", self._trouble)

    def news(self, url: str, known: State | None, patience: float) -> State:
        """The state of the page once it is not the known one, or after `patience` seconds."""
        with self._news:
            self._news.wait_for(lambda: self.state(url) != known, patience)
            return self.state(url)

    @contextmanager
    def looking(self, url: str) -> Iterator[None]:
        """Meanwhile somebody looks at the page."""
        with self._news:
            self._looked_at[url] += 1
        try:
            yield
        finally:
            with self._news:
                self._looked_at[url] -= 1


@lru_cache(maxsize=8)
def scripts(layers: tuple[Path, ...], calculator: bool) -> bytes:
    """A digest of what a page runs."""
    found: dict[str, Path] = {}
    for layer in layers:
        for folder in RUNS[calculator]:
            for file in (layer / folder).rglob("*.js"):
                found.setdefault(file.relative_to(layer).as_posix(), file)
    total = hashlib.sha256()
    for name, file in sorted(found.items()):
        if file.name != RELEASE:
            total.update(name.encode() + file.read_bytes())
    return total.digest()
