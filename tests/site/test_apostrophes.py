"""One kind of apostrophe in all that a reader sees, whether a page, a record or a calculator says it."""

import re
from pathlib import Path

from tests.support.built import built_pages
from tests.support.every import every

STRAIGHT = re.compile(r"\w'[a-z]")
# Code, and what a reader typed or pasted, stand as they were written.
SEEN = "//body//text()[not(ancestor::script or ancestor::style or ancestor::code or ancestor::textarea)]"


def test_apostrophes_are_curly(site: Path) -> None:
    found = [
        f"{page}: {text.strip()[:80]}"
        for page in built_pages(site)
        for text in every(page.tree.xpath(SEEN), "words")
        if STRAIGHT.search(text)
    ]
    assert found == []
