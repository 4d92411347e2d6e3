"""What lets a browser install the site: `manifest.json`, put together from what the first page says of the site."""

from __future__ import annotations

import json
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from site_build.kept import write_whole

MANIFEST = "manifest.json"
IMAGES = "assets/images"
ICONS = (("icon-192.png", 192, "any"), ("icon-512.png", 512, "any"), ("icon-maskable.png", 512, "maskable"))


def write_install(out: Path) -> None:
    """Write the manifest, every address in it relative, so that the site may stand below a path."""
    page = LexborHTMLParser((out / "index.html").read_text(encoding="utf-8"))
    light = _said(page, "theme-color")
    root = page.css_first("html")
    held = {
        "name": _said(page, "application-name"),
        "short_name": _said(page, "apple-mobile-web-app-title"),
        "description": _said(page, "description"),
        "lang": root.attributes.get("lang") if root else None,
        "id": "./",
        "start_url": "./",
        "scope": "./",
        # With the browser's ways back and forth: a site of many pages needs them.
        "display": "minimal-ui",
        "theme_color": light,
        "background_color": light,
        "icons": [
            {"src": f"{IMAGES}/{name}", "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
            for name, size, purpose in ICONS
        ],
    }
    write_whole(out / MANIFEST, json.dumps(held, ensure_ascii=False, indent=1) + "\n")


def _said(page: LexborHTMLParser, name: str) -> str:
    """What the page says of itself under a name; `SystemExit` where it says nothing."""
    found = page.css_first(f'meta[name="{name}"]')
    content = found.attributes.get("content") if found else None
    if not content:
        raise SystemExit(f'The first page has no <meta name="{name}">, which an installed site is called by.')
    return content
