"""What the built pages load is there, and names nothing of elsewhere; dead links stop the build (test_html_pass)."""

from pathlib import Path

from tests.support.built import built_pages
from tests.support.every import every

LOADED = "//script/@src | //img/@src | //source/@src | //iframe/@src | //link/@href"


def test_every_file_that_a_page_loads_is_there(site: Path) -> None:
    missing = [
        f"{page}: {link}"
        for page in built_pages(site)
        for link in every(page.tree.xpath(LOADED), "files loaded")
        if not link.startswith("data:") and not (site / page.leads_to(str(link))[0]).is_file()
    ]
    assert missing == []
