"""`python -m tools.icons`: draw the site's icons from its mark, once the mark has changed.

The pictures are committed: drawing them takes a browser, which a build has not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests import chromium

IMAGES = Path(__file__).resolve().parent.parent / "docs" / "assets" / "images"
MARK = IMAGES / "mark.svg"
ICONS: Mapping[str, tuple[int, float]] = {
    "icon-192.png": (192, 1),
    "icon-512.png": (512, 1),
    # Whatever shape a device cuts out of it, a circle of four fifths of it stays.
    "icon-maskable.png": (512, 0.7),
    "icon-apple.png": (180, 0.8),
}
"""By name: pixels, and the share of them that the mark takes. A mark that does not fill it stands on its own ground."""


def drawn(browser: Browser) -> Iterator[tuple[str, bytes]]:
    """Each icon as a PNG."""
    mark = MARK.read_text(encoding="utf-8")
    ground = mark.partition('fill="')[2].partition('"')[0]
    for name, (size, share) in ICONS.items():
        page = browser.new_page(viewport={"width": size, "height": size})
        side = round(size * share)
        page.set_content(
            f"<style>body{{margin:0;display:grid;place-items:center;height:{size}px;"
            f"background:{'transparent' if share == 1 else ground}}}"
            f"svg{{width:{side}px;height:{side}px}}</style>{mark}"
        )
        yield name, page.screenshot(omit_background=True)
        page.close()


def main() -> None:
    """Write them where the site has its pictures."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=[*chromium.FLAGS])
        for name, content in drawn(browser):
            (IMAGES / name).write_bytes(content)
            print(f"{name}: {len(content)} bytes")
        browser.close()


if __name__ == "__main__":
    main()
