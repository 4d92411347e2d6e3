"""What the worker does beside the core with packages of its own: spreadsheets in, QR codes out.

Each module is loaded when it is first used, and gives the page's reply as JSON.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

LIBRARY = Path(__file__).with_name("library")
"""The part of the standard library that these packages need and the core does without."""


def _reach(library: Path) -> None:
    """Let Python find modules in `library`, those too that belong to packages it has elsewhere."""
    sys.path.append(str(library))
    for folder in sorted(path for path in library.rglob("*") if path.is_dir()):
        package = import_module(".".join(folder.relative_to(library).parts))
        if str(folder) not in package.__path__:
            package.__path__.append(str(folder))


if LIBRARY.is_dir():
    _reach(LIBRARY)
