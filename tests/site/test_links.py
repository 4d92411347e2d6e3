"""Every link on the site leads somewhere: the page is there and so is the place on it."""

from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag

from tests.support.pages import NOT_FOUND, file_of, page_paths

BASE = "http://site.test/"


@cache
def soup_of(file: Path) -> BeautifulSoup:
    """The parsed page."""
    return BeautifulSoup(file.read_text(encoding="utf-8"), "lxml")


@cache
def anchors(file: Path) -> frozenset[str]:
    """Every id on a page, and the top of it."""
    return frozenset(str(tag["id"]) for tag in soup_of(file).find_all(id=True)) | {"", "top"}


def target(site: Path, path: str, link: str) -> tuple[Path, str] | None:
    """The file and the anchor that a link on a page leads to; None for one that leaves the site."""
    parts = urlsplit(urljoin(BASE + path, link))
    if parts.scheme not in {"http", "https"} or parts.netloc != urlsplit(BASE).netloc:
        return None
    inside = unquote(parts.path).lstrip("/")
    file = site / (file_of(inside) if inside == "" or inside.endswith("/") else inside)
    return file, unquote(parts.fragment)


@pytest.mark.parametrize("path", [*page_paths(), NOT_FOUND])
def test_links_and_anchors_resolve(site: Path, path: str) -> None:
    dead = []
    page = soup_of(site / file_of(path))
    for tag in page.find_all(["a", "link", "script", "img", "use", "source"]):
        link = tag.get("href") or tag.get("src") or tag.get("xlink:href")
        # The page for missing addresses is served anywhere, so its links start at the site's root.
        if link is None or not (where := target(site, path, str(link))):
            continue
        file, anchor = where
        # What a script keeps in the fragment, a case with its answers, is no anchor.
        known = file.is_file() and (file.suffix != ".html" or "=" in anchor or anchor in anchors(file))
        if not known:
            dead.append(str(link))
    assert dead == []


def words(tag: Tag, attribute: str) -> list[str]:
    """An attribute's value as single words: the parser splits some attributes and leaves others whole."""
    value = tag.get(attribute) or ""
    return value.split() if isinstance(value, str) else list(value)


@pytest.mark.parametrize("path", page_paths())
def test_no_id_stands_twice_and_every_reference_has_its_id(site: Path, path: str) -> None:
    page = soup_of(site / file_of(path))
    ids = [str(tag["id"]) for tag in page.find_all(id=True)]
    assert {name for name in ids if ids.count(name) > 1} == set()
    named = ["for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "headers"]
    wanted = {name for tag in page.find_all(True) for attribute in named for name in words(tag, attribute)}
    assert wanted - set(ids) == set()


@pytest.mark.parametrize("path", page_paths())
def test_no_page_asks_for_anything_from_elsewhere(site: Path, path: str) -> None:
    """Links may lead away; what the page loads may not."""
    page = soup_of(site / file_of(path))
    loaded = [
        str(tag.get("src") or "") for tag in page.find_all(["script", "img", "iframe", "source", "video"])
    ]
    loaded += [
        str(tag["href"]) for tag in page.find_all("link", href=True) if "canonical" not in words(tag, "rel")
    ]
    assert [link for link in loaded if link.startswith(("http:", "https:", "//"))] == []
