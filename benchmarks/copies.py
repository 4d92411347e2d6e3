"""The macros of a site that holds the project's pages several times: a page of a copy is told the original's address.

The records know each paragraph's one page; links from page to page are relative, and so stay inside the copy.
"""

import re
from dataclasses import replace
from typing import Any

from macros import define_env
from site_build.writing.page import Page

__all__ = ["define_env"]

COPY = re.compile(r"copy-\d+/")
_page_of = Page.of


def _original(page: Any) -> Page:
    found = _page_of(page)
    return replace(found, url=COPY.sub("", found.url, count=1))


Page.of = _original  # type: ignore[method-assign]
