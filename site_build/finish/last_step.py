"""The last step of the build: every page is finished with what it needs of the whole site, then the index."""

from __future__ import annotations

import shutil
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from site_build.finish.built import PageError
from site_build.finish.facts import facts_of
from site_build.finish.fonts import copy_fonts
from site_build.finish.links import check_links
from site_build.finish.mistakes import NOT_SET, asks
from site_build.finish.one_page import ROOMS, Finished, finish_page, read_page
from site_build.finish.own_pages import spread
from site_build.finish.paragraph_words import write_paragraphs
from site_build.finish.search_index import write_index
from site_build.finish.seen import Seen
from site_build.finish.styles import bundle_styles
from site_build.finish.told import Told
from site_build.kept import tidy, write_whole
from site_build.pictures.lines.setting import ROOM as SETTINGS

# The theme's own scripts and pictures, which no page of this site asks for.
UNUSED = ("assets/javascripts", "assets/images/favicon.png", "sitemap.xml", "sitemap.xml.gz")


@dataclass(frozen=True, slots=True)
class Site:
    """What finishing the whole site has told of it: enough to finish some of its pages again beside the others.

    `moved` and `left` are those of `spread`.
    """

    seen: Mapping[str, Seen]
    sheet: str
    moved: Mapping[str, str]
    left: Mapping[str, str]


def finish(site_dir: Path) -> Site:
    """Turn what the site generator wrote into the site to publish; stops the build where a page is not fit."""
    started = time.time()
    for name in UNUSED:
        path = site_dir / name
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    copy_fonts(site_dir)
    try:
        spread_out = spread(read_site(site_dir))
    except PageError as error:
        raise SystemExit(_stopped(str(error))) from error
    seen = {url: read_page(url, html) for url, html in spread_out.pages.items()}
    site = restyled(site_dir, Site(seen, "", spread_out.moved, spread_out.left))
    if not asks(spread_out.pages[""]):
        print(NOT_SET, flush=True)
    facts = facts_of(seen, Told.now(), site.sheet, site.moved)
    finished: dict[str, Finished] = {}
    faults: list[str] = []
    for url, html in spread_out.pages.items():
        try:
            finished[url] = finish_page(url, html, facts[url])
        except PageError as error:
            faults.append(str(error))
    if faults:
        raise SystemExit(_stopped("\n".join(faults)))
    for url, page in finished.items():
        write_whole(file_of(site_dir, url), page.html)
    write_paragraphs(site_dir, {url: page.paragraphs for url, page in finished.items() if page.paragraphs})
    try:
        write_index(site_dir, [page.entry for page in finished.values()])
        check_links(site_dir, finished)
    except PageError as error:
        raise SystemExit(_stopped(str(error))) from error
    tidy((*ROOMS, SETTINGS), since=started)
    return site


def restyled(site_dir: Path, site: Site) -> Site:
    """The site with its style sheets in `site_dir`, the theme's and ours, put together anew."""
    classes = {name for page in site.seen.values() for name in page.classes}
    return replace(site, sheet=bundle_styles(site_dir, site.seen[""].sheets, classes))


def finish_some(pages: Mapping[str, str], site: Site) -> dict[str, str]:
    """Pages as the site generator has written them anew, with those of their sections, beside the others as they were.

    `PageError` where one is not fit to publish; where its links lead is left to the whole build.
    """
    anew = spread(pages, site.moved)
    seen = {**site.seen, **{url: read_page(url, html) for url, html in anew.pages.items()}}
    facts = facts_of(seen, Told.now(), site.sheet, anew.moved)
    return {url: finish_page(url, html, facts[url]).html for url, html in anew.pages.items()}


def read_site(site_dir: Path) -> dict[str, str]:
    """Every page's text by its address, the first page first."""
    urls = [
        file.relative_to(site_dir).as_posix().removesuffix("index.html") for file in site_dir.rglob("*.html")
    ]
    return {url: file_of(site_dir, url).read_text(encoding="utf-8") for url in sorted(urls)}


def file_of(site_dir: Path, url: str) -> Path:
    """The file that answers an address."""
    return site_dir / (url if url.endswith(".html") else f"{url}index.html")


def _stopped(faults: str) -> str:
    return f"The build stopped at the finished pages:\n{faults}"
