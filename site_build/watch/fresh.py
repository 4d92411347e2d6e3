"""Work in a fresh process that has the libraries at hand and nothing of the project: what changed is read anew."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext
from pkgutil import resolve_name
from threading import Thread
from typing import Any

from site_build.kept import CACHE

LIBRARIES = (
    *("mkdocs.commands.build", "mkdocs.config", "mkdocs_macros.plugin", "material.plugins.search.plugin"),
    *("markdown.extensions.abbr", "markdown.extensions.admonition", "markdown.extensions.attr_list"),
    *("markdown.extensions.def_list", "markdown.extensions.md_in_html", "markdown.extensions.tables"),
    *("markdown.extensions.toc", "pymdownx.superfences"),
    *("jinja2.ext", "nhsuk_frontend_jinja", "pygraphviz", "selectolax.lexbor"),
    *("hashlib", "tomllib", "decimal", "fractions"),
)
"""What takes a third of a second to import. One that is not there is passed over."""

type Tell = Callable[[Any], None]


def processes() -> ForkServerContext:
    """Where processes come from: each is split off one that has imported the libraries and started no thread."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(LIBRARIES))
    return context


class Work:
    """A piece of work under way; what it tells is heard by a thread of its own."""

    def __init__(
        self,
        context: ForkServerContext,
        work: str,
        job: object,
        hear: Callable[[Work, Any], None],
    ) -> None:
        """Start `work(job, tell)`, a function by the name of its module and its own, and `hear` each thing told."""
        ours, theirs = context.Pipe(duplex=False)
        self._process = context.Process(target=_work, args=(work, job, theirs), daemon=True)
        self._process.start()
        theirs.close()
        Thread(target=self._listen, args=(ours, hear), daemon=True).start()

    def stop(self) -> None:
        """End it, with every process that it has started."""
        pid = self._process.pid
        if pid and self._process.is_alive():
            with suppress(ProcessLookupError):
                os.killpg(pid, signal.SIGKILL)
            self._process.kill()
        self._process.join()

    def _listen(self, ours: Connection, hear: Callable[[Work, Any], None]) -> None:
        with suppress(EOFError, ConnectionError):
            while True:
                hear(self, ours.recv())


def _work(work: str, job: object, told: Connection) -> None:
    os.setsid()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # `make` has none written; here the same modules are read at every change.
    sys.pycache_prefix, sys.dont_write_bytecode = str(CACHE / "python"), False
    resolve_name(work)(job, told.send)
