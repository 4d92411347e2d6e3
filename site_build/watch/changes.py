"""What changed among the sources, as it happens."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

FOLDERS = ("browser", "calculators", "docs", "overrides", "site_build")
FILES = ("macros.py", "mkdocs.yml", "package-lock.json", "pyproject.toml")
WRITTEN = {"created", "modified", "moved", "deleted"}


@contextmanager
def watching(roots: Iterable[Path], tell: Callable[[str], None]) -> Iterator[None]:
    """Meanwhile tell of each source below one of these folders that is written, by its path from there."""
    observer = Observer()
    for root in set(roots):
        handler = _Handler(root, tell)
        observer.schedule(handler, str(root), recursive=False)
        for folder in FOLDERS:
            if (root / folder).is_dir():
                observer.schedule(handler, str(root / folder), recursive=True)
    observer.start()
    try:
        yield
    finally:
        observer.stop()
        observer.join()


class _Handler(FileSystemEventHandler):
    def __init__(self, root: Path, tell: Callable[[str], None]) -> None:
        self.root, self.tell = root, tell

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Tell of both ends of a move: editors write beside a file and put that in its place."""
        if event.is_directory or event.event_type not in WRITTEN:
            return
        for place in filter(None, (event.src_path, event.dest_path)):
            path = Path(str(place)).relative_to(self.root)
            if is_source(path):
                self.tell(path.as_posix())


def is_source(path: Path) -> bool:
    """Whether the site is made from it: no compiled Python, and nothing that an editor keeps for itself."""
    if any(part.startswith((".", "__pycache__")) for part in path.parts) or path.name.endswith("~"):
        return False
    return len(path.parts) > 1 or path.name in FILES
