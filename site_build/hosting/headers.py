"""The type of each kind of file, how long a browser may keep it, and what no page can say of itself."""

from __future__ import annotations

from pathlib import PurePosixPath

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".woff2": "font/woff2",
    ".xml": "text/xml",
}
"""What a plain host knows, and no more: a page that needs another type would fail there and not here."""

PACKS = frozenset(TYPES) - {".woff2"}
"""What a host packs: a font is packed already, and so is whatever has no type here."""

UNKNOWN = "application/octet-stream"

ALWAYS = {
    # The rest of the policy stands in each page; who may frame a page only a header can say.
    "Content-Security-Policy": "frame-ancestors 'self'",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}

BY_HASH = ("assets/browser", "assets/python", "assets/scripts", "assets/stylesheets")
"""The folders in which each address holds a hash or a version: what it answers never changes."""

KEPT = "public, max-age=31536000, immutable"
ASKED_AGAIN = "no-cache"


def type_of(path: str) -> str:
    """The type of a file, by its name."""
    return TYPES.get(PurePosixPath(path).suffix.lower(), UNKNOWN)


def keeping(path: str) -> str:
    """How long a browser may keep what is found at a path below the site's root."""
    found = any(path.lstrip("/").startswith(f"{folder}/") for folder in BY_HASH)
    return KEPT if found else ASKED_AGAIN
