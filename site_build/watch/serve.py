"""`make serve`: show the site, and bring each change to the pages that are open."""

from __future__ import annotations

import shutil
import time
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread

from calculators.records.folders import HOME, SITE
from site_build.kept import CACHE
from site_build.watch.changes import watching
from site_build.watch.fresh import Work, processes
from site_build.watch.job import Job, Ready, Trouble
from site_build.watch.server import make_watch_server
from site_build.watch.shown import Shown

QUIET = 0.05
"""Seconds without a further change after which a change is taken to be whole: an editor writes in several steps."""

UPDATE = "site_build.watch.update:update"

type News = str | tuple[Work, Ready | Trouble]


class Watch:
    """Follows the sources, one piece of work at a time: a new change ends the work on the last one."""

    def __init__(self, shown: Shown, config: Path, folder: Path) -> None:
        """Build by the generator's settings below `folder`, and put what is ready into `shown`."""
        self.shown, self.config, self.folder = shown, config, folder
        self.news: SimpleQueue[News] = SimpleQueue()
        self._processes = processes()
        self._work: Work | None = None
        self._unseen: set[str] = set()
        self._site = b""
        self._turn = 0
        self._what, self._started = "", 0.0

    def run(self) -> None:
        """Build the site, then follow every change; returns never."""
        self._begin()
        while True:
            match self.news.get():
                case str() as path:
                    self._unseen |= {path, *self._more()}
                    self._begin()
                case (work, said) if work is self._work:
                    self._hear(said)

    def stop(self) -> None:
        """End the work under way."""
        if self._work:
            self._work.stop()

    def _more(self) -> set[str]:
        """The changes that come with one, until there is a moment of quiet; what old work tells is not heard."""
        found: set[str] = set()
        while True:
            try:
                news = self.news.get(timeout=QUIET)
            except Empty:
                return found
            if isinstance(news, str):
                found.add(news)

    def _begin(self) -> None:
        self.stop()
        self._turn += 1
        self._what = ", ".join(sorted(self._unseen)) or "The site"
        self._started = time.monotonic()
        folders = (self.folder / f"{self._turn}-{part}" for part in ("first", "whole"))
        job = Job(frozenset(self._unseen), self.shown.looked_at, self._site, self.config, *folders)
        self._work = Work(self._processes, UPDATE, job, lambda work, said: self.news.put((work, said)))

    def _hear(self, said: Ready | Trouble) -> None:
        match said:
            case Trouble(words):
                self.shown.tell(words)
                self._say("not shown")
                print(words, flush=True)
            case Ready(what, folder, core, site, alone):
                self._say(what)
                self.shown.put(folder, core, alone=alone)
                self._unseen.clear()
                self._site = site or self._site
                if alone:
                    self._tidy(folder)

    def _tidy(self, kept: Path) -> None:
        for folder in self.folder.iterdir():
            if folder != kept:
                shutil.rmtree(folder, ignore_errors=True)

    def _say(self, words: str) -> None:
        took = time.monotonic() - self._started
        print(f"{time.strftime('%H:%M:%S')} {self._what}: {words} ({took:.1f} s)", flush=True)


def serve(port: int, config: Path) -> None:
    """Serve the site until interrupted, each page as its sources are; `config` is the site generator's."""
    folder = CACHE / "serve"
    shutil.rmtree(folder, ignore_errors=True)
    shown = Shown()
    watch = Watch(shown, config.resolve(), folder)
    with make_watch_server(shown, port) as server, watching((HOME, SITE), watch.news.put):
        Thread(target=server.serve_forever, daemon=True).start()
        print(f"Serving the site on http://127.0.0.1:{server.server_port} (Ctrl+C stops it)", flush=True)
        try:
            watch.run()
        except KeyboardInterrupt:
            print()
        finally:
            watch.stop()
            server.shutdown()
