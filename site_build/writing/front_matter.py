"""What a page says of itself before its text: its title, description and paper, and a folder's order of pages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.utils.meta import get_data


def front_matter(file: Path) -> dict[str, Any]:
    """The keys between the first two lines of dashes, read as the site generator reads them."""
    return dict(get_data(file.read_text(encoding="utf-8"))[1])
