"""One kind of apostrophe in all that a reader sees, whether a page, a record or a calculator says it."""

import re
from pathlib import Path

import pytest
from lxml import html  # type: ignore[import-untyped]

from tests.support.pages import file_of, page_paths

STRAIGHT = re.compile(r"\w'[a-z]")
# Code, and what a reader typed or pasted, stand as they were written.
SEEN = "//body//text()[not(ancestor::script or ancestor::style or ancestor::code or ancestor::textarea)]"


@pytest.mark.parametrize("path", page_paths())
def test_apostrophes_are_curly(site: Path, path: str) -> None:
    page = html.fromstring((site / file_of(path)).read_bytes())
    found = [text.strip()[:80] for text in page.xpath(SEEN) if STRAIGHT.search(text)]
    assert found == []
