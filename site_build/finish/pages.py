"""The last step of the build: every page is repaired, checked, given its policy and written; then the index."""

from __future__ import annotations

import shutil
from pathlib import Path

from site_build.finish.backlinks import fill_backlinks
from site_build.finish.built import PageError, read_pages
from site_build.finish.fonts import copy_fonts
from site_build.finish.links import check_links
from site_build.finish.policy import add_policy
from site_build.finish.search_index import write_index
from site_build.finish.stock import clear_stock, repair_tables
from site_build.finish.styles import bundle_styles, link_bundle
from site_build.finish.terms import describe_terms
from site_build.finish.uses import link_calculators

# The theme's own scripts and pictures, which no page of this site asks for.
UNUSED = ("assets/javascripts", "assets/images/favicon.png", "sitemap.xml", "sitemap.xml.gz")


def finish(site_dir: Path) -> None:
    """Turn what the site generator wrote into the site to publish; stops the build where a page is not fit."""
    for name in UNUSED:
        path = site_dir / name
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    copy_fonts(site_dir)
    pages = read_pages(site_dir)
    sheet = bundle_styles(site_dir, pages)
    try:
        fill_backlinks(pages)
        for page in pages:
            link_bundle(page.soup, sheet, page.up)
            clear_stock(page)
            repair_tables(page)
            describe_terms(page)
            link_calculators(page)
            add_policy(page)
            page.write()
        write_index(site_dir, pages)
        check_links(site_dir, pages)
    except PageError as error:
        raise SystemExit(f"The build stopped at the finished pages:\n{error}") from error
